import type { Day } from '../calendar/day.ts'
import type { Id } from '../plan/field.ts'
import type { PlacedLabel } from './label-placing.ts'
import { placeBars } from './lane-bars.ts'
import type { CheckpointInput, LaneInput } from './lane-input.ts'
import { labelsOver } from './lane-labels.ts'
import { rowCount } from './lane-packing.ts'
import { roadEnds, roadThrough, xAtShare, yAt, type Road } from './road.ts'
import { ROUTE } from './route-measures.ts'
import { spreadMarks, type Mark } from './spreading.ts'
import { xAfterDay, xMidDay, type TimeScale } from './time-scale.ts'

/** A disc on the road: one key result, or several on one spot in a collapsed lane. */
export type Disc = {
  readonly ids: readonly Id[]
  readonly x: number
  readonly y: number
  /** x of the due day itself; differs from `x` where discs moved apart. */
  readonly dueX: number
}

/** A stretch of road that ends at a key result. */
export type Leg = { readonly keyResultId: Id; readonly fromX: number; readonly toX: number }

export type PlacedBar = {
  readonly id: Id
  readonly x: number
  readonly y: number
  readonly width: number
  readonly row: number
  /** Days as drawn; a bar without days of its own is drawn before the checkpoint that it serves. */
  readonly startOn: Day
  readonly dueOn: Day
  readonly hasDates: boolean
  /** Room for the title beside a bar that is too short to hold it; 0 where the title is inside. */
  readonly titleRoom: number
  /** Where that room begins: behind the bar, or before it where the map ends. */
  readonly titleX: number
}

export type PlacedCar = { readonly x: number; readonly y: number; readonly share: number }

/** One lane, all numbers in pixels from its own top left corner. */
export type LaneLayout = {
  readonly objectiveId: Id
  readonly isCollapsed: boolean
  readonly height: number
  readonly road: Road
  readonly discs: readonly Disc[]
  readonly legs: readonly Leg[]
  readonly labels: readonly (PlacedLabel & { readonly id: Id; readonly discX: number })[]
  readonly bars: readonly PlacedBar[]
  /** Top of the first row of bars; pointer above it is on the road. */
  readonly barsTop: number
  readonly rows: number
  /** x up to which the road is driven; null where nothing is measured yet. */
  readonly drivenX: number | null
  readonly car: PlacedCar | null
  readonly ghost: PlacedCar | null
  readonly flag: { readonly x: number; readonly y: number }
}

/** Lays one lane out. Pure: the same input and scale give the same lane. */
export function laneLayout(input: LaneInput, scale: TimeScale, isCollapsed: boolean): LaneLayout {
  const size = isCollapsed ? ROUTE.collapsed : ROUTE.expanded
  const ends = roadStretch(input.checkpoints, scale)
  const marks = spreadMarks(
    input.checkpoints.map((c) => xMidDay(scale, c.dueOn)),
    size.disc * 2 + (isCollapsed ? 3 : 8),
    isCollapsed ? 16 : Number.POSITIVE_INFINITY,
    ends.startX + size.disc,
    ends.endX - size.disc - 6,
  )
  // The height of the road's middle is settled after the labels; until then it is 0.
  const flat = roadThrough(
    marks.map((mark) => mark.x),
    { ...ends, midY: 0, amplitude: size.amplitude },
  )
  const car = carOn(flat, input.progress, marks, size.disc)
  const labels = isCollapsed ? [] : labelsOver(input.checkpoints, marks, flat, car, scale)
  const top = labels.reduce((y, label) => Math.min(y, label.y), 0)
  const midY = isCollapsed
    ? ROUTE.collapsed.midY
    : Math.max(ROUTE.expanded.midY, ROUTE.expanded.padTop - top)
  const road: Road = { knots: flat.knots.map(({ x, y }) => ({ x, y: y + midY })) }
  const barsTop = isCollapsed ? ROUTE.collapsed.height : midY + ROUTE.expanded.barsBelowMid
  const bars = isCollapsed ? [] : placeBars(input, scale, barsTop)
  const rows = rowCount(bars.map((bar) => bar.row))
  const discs = marks.map((mark) => discOf(mark, input.checkpoints, road, scale))
  return {
    objectiveId: input.objectiveId,
    isCollapsed,
    height: isCollapsed
      ? ROUTE.collapsed.height
      : Math.max(
          ROUTE.expanded.minHeight,
          barsTop + rows * ROUTE.bar.pitch + ROUTE.expanded.padBottom,
        ),
    road,
    discs,
    legs: legsOf(discs, ends.startX),
    labels: labels.map((label) => ({ ...label, y: label.y + midY })),
    bars,
    barsTop,
    rows,
    drivenX: input.progress === null ? null : xAtShare(road, input.progress),
    car: car && { ...car, y: yAt(road, car.x) },
    ghost: ghostOf(road, input, car, marks, size.disc),
    flag: { x: ends.endX - 4, y: yAt(road, ends.endX) },
  }
}

function roadStretch(checkpoints: readonly CheckpointInput[], scale: TimeScale) {
  const last = checkpoints.at(-1)
  const lastX = last ? xAfterDay(scale, last.dueOn) : scale.endX
  return {
    startX: scale.originX - ROUTE.startLead,
    endX: Math.max(scale.endX, lastX) + ROUTE.endLead,
  }
}

function discOf(
  mark: Mark,
  checkpoints: readonly CheckpointInput[],
  road: Road,
  scale: TimeScale,
): Disc {
  const members = mark.members.flatMap((i) => checkpoints[i] ?? [])
  const first = members[0]
  return {
    ids: members.map((member) => member.id),
    x: mark.x,
    y: yAt(road, mark.x),
    dueX: first ? xMidDay(scale, first.dueOn) : mark.x,
  }
}

function legsOf(discs: readonly Disc[], startX: number): readonly Leg[] {
  let fromX = startX
  return discs.flatMap((disc) => {
    const legs = disc.ids.map((keyResultId) => ({ keyResultId, fromX, toX: disc.x }))
    fromX = disc.x
    return legs
  })
}

/**
 * The car stands at the share of the way that is done. Where it would cover a disc it stops at that disc's
 * edge, so that both can be read; the dark part of the road keeps the exact share.
 */
function carOn(
  road: Road,
  share: number | null,
  marks: readonly Mark[],
  disc: number,
): PlacedCar | null {
  if (share === null) return null
  const x = besideDiscs(road, xAtShare(road, share), marks, disc)
  return { x, y: yAt(road, x), share }
}

function besideDiscs(road: Road, wanted: number, marks: readonly Mark[], disc: number): number {
  const half = ROUTE.car.width / 2
  const reach = disc + half + 1
  const [first, last] = roadEnds(road)
  const [minX, maxX] = [first + half - 4, last - half - 10]
  const isFree = (x: number) =>
    x >= minX && x <= maxX && marks.every((mark) => Math.abs(mark.x - x) >= reach - 0.01)
  const inside = Math.max(minX, Math.min(maxX, wanted))
  if (isFree(inside)) return inside
  const aside = marks
    .flatMap((mark) => [mark.x - reach, mark.x + reach])
    .filter((x) => isFree(x) && Math.abs(x - inside) < 3 * reach)
    .sort((a, b) => Math.abs(a - inside) - Math.abs(b - inside))
  return aside[0] ?? inside
}

function ghostOf(
  road: Road,
  { expected, checkpoints }: LaneInput,
  car: PlacedCar | null,
  marks: readonly Mark[],
  disc: number,
): PlacedCar | null {
  if (expected === null || checkpoints.length === 0) return null
  const x = besideDiscs(road, xAtShare(road, expected), marks, disc)
  if (car && Math.abs(car.x - x) < ROUTE.car.width + 4) return null
  return { x, y: yAt(road, x), share: expected }
}
