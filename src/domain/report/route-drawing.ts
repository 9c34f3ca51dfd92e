import { formatDay } from '../calendar/day-format.ts'
import { pointAtShare, roadPath, roadThrough, xAtShare, yAt } from '../route/road.ts'
import type { Road } from '../route/road.ts'
import { spreadMarks } from '../route/spreading.ts'
import { estimateTextWidth } from '../route/text-width.ts'
import { timeScale, xMidDay } from '../route/time-scale.ts'
import type { TimeScale } from '../route/time-scale.ts'
import { monthTicks } from '../route/time-ticks.ts'
import type { Tick } from '../route/time-ticks.ts'
import type { Line } from './document.ts'
import { HAIRLINE, HUE_COLOURS, INK, INK_2, PAPER, TONE_COLOURS } from './print-colours.ts'
import { printDay } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import { fitText, placeUnder } from './route-labels.ts'
import type { RouteScene, SceneCheckpoint, SceneLane } from './route-scene.ts'
import { area, stroke, tenth, words } from './shape.ts'
import type { Shape, Strip } from './shape.ts'

export type RouteDrawing = {
  /** All roads side by side, one objective's winding road, or figures as bars. */
  readonly look: 'route' | 'journey' | 'chart'
  /** A long route is several pictures, so that no road is cut by the edge of a page. */
  readonly strips: readonly Strip[]
  /** The same road by road, for paper that repeats the calendar at the head of each page by itself. */
  readonly rows?: { readonly calendar: Strip; readonly roads: readonly Strip[] }
  /** The same in words, one line a road or chart, for those who do not see the picture. */
  readonly description: readonly Line[]
}

const AHEAD = '#d6cfc2'

const WIDTH = 720
const LEFT = 12
const RIGHT = WIDTH - 44
const HEADER = 24
/** Below the names of the months. */
const LINES_FROM = 16
const ROAD_AT = 34
const AMPLITUDE = 4.5
const LABEL_SIZE = 9.5
const LABEL_ROW = 12.5
const DISC_STEP = 20
const LANES_IN_STRIP = 4
/** Beyond this many months only the first months of quarters or years are named. */
const MONTHS_NAMED = 13
/** Room that a month's name with its year takes. */
const MONTH_NAME = 62

/** The drawing of a scene: pure, and free of labels that cover each other. */
export function drawRoute(
  scene: RouteScene,
  description: readonly Line[],
  dates: DateStyle = 'words',
): RouteDrawing {
  const days = timeScale(scene.startOn, scene.endOn, 1, LEFT).days
  const scale = timeScale(scene.startOn, scene.endOn, (RIGHT - LEFT) / days, LEFT)
  const calendar = calendarOf(scene, scale, dates)
  const drawn = scene.lanes.map((lane) => ({ number: lane.number, ...drawLane(lane, scale) }))
  const strips: Strip[] = []
  for (let first = 0; first < drawn.length; first += LANES_IN_STRIP)
    strips.push(stripOf(calendar, drawn.slice(first, first + LANES_IN_STRIP)))
  return {
    look: 'route',
    strips,
    rows: {
      calendar: {
        width: WIDTH,
        height: HEADER,
        label: '',
        shapes: [...calendar.lines(LINES_FROM, HEADER), ...calendar.names],
      },
      roads: drawn.map(({ number, shapes, height }) => ({
        width: WIDTH,
        height,
        label: `Road of objective ${number}`,
        shapes: [...calendar.lines(0, height), ...shapes(0)],
      })),
    },
    description,
  }
}

type DrawnLane = {
  readonly number: string
  readonly height: number
  readonly shapes: (top: number) => readonly Shape[]
}

/** Several roads under the names of the months. */
function stripOf(calendar: Calendar, lanes: readonly DrawnLane[]): Strip {
  const shapes: Shape[] = []
  let top = HEADER
  for (const lane of lanes) {
    shapes.push(...lane.shapes(top))
    top += lane.height
  }
  const [from, to] = [lanes[0]?.number ?? '', lanes.at(-1)?.number ?? '']
  const height = tenth(top)
  return {
    width: WIDTH,
    height,
    label: from === to ? `Road of objective ${from}` : `Roads of objectives ${from} to ${to}`,
    shapes: [...calendar.lines(LINES_FROM, height), ...calendar.names, ...shapes],
  }
}

type Calendar = {
  readonly names: readonly Shape[]
  /** The first days of months and today, from one height to another. */
  readonly lines: (from: number, to: number) => readonly Shape[]
}

function calendarOf(scene: RouteScene, scale: TimeScale, dates: DateStyle): Calendar {
  const months = monthTicks(scale)
  const step = [1, 3, 6, 12, 24, 60, 120].find((n) => months.length / n <= MONTHS_NAMED) ?? 600
  // A few days of a month at the start have no room for its name: the next month carries the year.
  const named = (months[0]?.width ?? 0) < MONTH_NAME && months.length > 1 ? 1 : 0
  const ruled = months.filter(
    (month, i) => i <= named || (month.number - 1 + month.year * 12) % step === 0,
  )
  const todayX = scene.today === null ? null : tenth(xMidDay(scale, scene.today))
  const names: Shape[] = []
  const size = 10
  let taken: readonly [number, number] = [0, -1]
  if (todayX !== null) {
    const half = estimateTextWidth('Today', size) / 2
    const middle = Math.min(WIDTH - half, Math.max(half, todayX))
    taken = [middle - half - 4, middle + half + 4]
    const look = { size, anchor: 'middle', bold: true, fill: TONE_COLOURS.bad } as const
    names.push(words(middle, 11, 'Today', look))
  }
  let free = 0
  ruled.forEach((month, i) => {
    if (i < named) return
    const x = tenth(month.x)
    const text = monthName(month, dates, i === named || month.number === 1)
    const end = x + estimateTextWidth(text, size)
    if (x < free || end > WIDTH || (end > taken[0] && x < taken[1])) return
    free = end + 6
    names.push(words(x, 11, text, { size, anchor: 'start', fill: INK_2 }))
  })
  const down = (x: number, from: number, to: number) =>
    `M${String(x)} ${String(from)}V${String(to)}`
  return {
    names,
    lines: (from, to) => [
      ...ruled.map(({ x }) => stroke(down(tenth(x), from, to), HAIRLINE, 1)),
      ...(todayX === null ? [] : [stroke(down(todayX, from, to), TONE_COLOURS.bad, 1.2, '4 3')]),
    ],
  }
}

/** `Oct 2026` and then `Nov`; or `2026-10`, which is read as a month in every language. */
function monthName({ day, year }: Tick, dates: DateStyle, hasYear: boolean): string {
  if (dates === 'iso') return printDay(day, dates).slice(0, 7)
  const name = formatDay(day).slice(0, 3)
  return hasYear ? `${name} ${String(year)}` : name
}

function drawLane(lane: SceneLane, scale: TimeScale): Pick<DrawnLane, 'shapes' | 'height'> {
  const checkpoints = lane.checkpoints.toSorted((a, b) =>
    a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0,
  )
  const marks = spreadMarks(
    checkpoints.map(({ dueOn }) => clamp(xMidDay(scale, dueOn), LEFT + 10, RIGHT - 4)),
    DISC_STEP,
    DISC_STEP * 1.3,
    LEFT + 10,
    RIGHT - 4,
  )
  const stops = marks.map(({ x, members }) => ({
    x,
    stands: members.flatMap((i) => checkpoints[i] ?? []),
  }))
  const labels = placeUnder(
    stops.map(({ x, stands }) => ({ x, ...stopName(stands) })),
    WIDTH,
    LABEL_SIZE,
  )
  const look = { size: LABEL_SIZE, anchor: 'middle', fill: INK_2 } as const
  const shapes = (top: number): Shape[] => {
    const midY = top + ROAD_AT
    const road = roadThrough(
      stops.map(({ x }) => x),
      { startX: LEFT, endX: RIGHT, midY, amplitude: AMPLITUDE },
    )
    return [
      ...drawTitle(lane, top),
      ...drawRoad(road, lane),
      ...stops.flatMap(({ x, stands }) => drawStop(x, yAt(road, x), stands)),
      ...labels.placed.map(({ x, row, text }) => words(x, midY + 24 + row * LABEL_ROW, text, look)),
    ]
  }
  return { shapes, height: tenth(ROAD_AT + 20 + labels.rows * LABEL_ROW + 10) }
}

function drawTitle(lane: SceneLane, top: number): Shape[] {
  const percent = lane.progress === null ? '' : `${String(Math.round(lane.progress * 100))} %`
  const size = 11
  const room = WIDTH - estimateTextWidth(percent, size) - 16
  const look = { size, bold: true, fill: INK } as const
  const title = fitText(`${lane.number}  ${lane.title}`, size * 1.06, room)
  return [
    words(0, top + 11, title, { ...look, anchor: 'start' }),
    words(WIDTH, top + 11, percent, { ...look, anchor: 'end' }),
  ]
}

/** Pale ahead, the objective's hue where driven, a dashed bar where the pace expects it, a flag. */
function drawRoad(road: Road, lane: SceneLane): Shape[] {
  const hue = HUE_COLOURS[lane.hue]
  const shapes = [stroke(roadPath(road), AHEAD, 9)]
  const driven = roadPath(road, -Infinity, xAtShare(road, lane.progress ?? 0))
  if (driven !== '') shapes.push(stroke(driven, hue, 9))
  if (lane.expected !== null) {
    const { x, y } = pointAtShare(road, lane.expected)
    const bar = `M${String(tenth(x))} ${String(tenth(y - 10))}V${String(tenth(y + 10))}`
    shapes.push(stroke(bar, INK, 1.8, '2.5 2'))
  }
  const foot = { x: RIGHT + 12, y: tenth(yAt(road, RIGHT)) }
  const mast = `M${String(foot.x)} ${String(foot.y + 6)}V${String(tenth(foot.y - 15))}`
  const cloth = `M${String(foot.x)} ${String(tenth(foot.y - 15))}h15l-4 4.5l4 4.5h-15z`
  return [...shapes, stroke(mast, INK, 1.6), area(cloth, hue)]
}

/** A disc: filled with a tick when reached, with a count when it stands for several, open otherwise. */
function drawStop(x: number, y: number, stands: readonly SceneCheckpoint[]): Shape[] {
  const worst = (['bad', 'warn', 'muted', 'good'] as const).find((tone) =>
    stands.some((checkpoint) => checkpoint.tone === tone),
  )
  const colour = TONE_COLOURS[worst ?? 'muted']
  const isReached = stands.every((checkpoint) => checkpoint.reached)
  const disc: Shape = {
    type: 'disc',
    x: tenth(x),
    y: tenth(y),
    radius: 7.5,
    fill: isReached ? colour : PAPER,
    stroke: colour,
    width: 2.4,
  }
  if (stands.length > 1) {
    const fill = isReached ? PAPER : colour
    return [
      disc,
      words(x, y + 3.2, String(stands.length), { size: 9, anchor: 'middle', bold: true, fill }),
    ]
  }
  if (!isReached) return [disc]
  return [
    disc,
    stroke(`M${String(tenth(x - 3.4))} ${String(tenth(y + 0.2))}l2.4 2.6l4.4 -5`, PAPER, 1.8),
  ]
}

function stopName(stands: readonly SceneCheckpoint[]): { number: string; title: string } {
  const [first, last] = [stands[0], stands.at(-1)]
  if (!first || !last) return { number: '', title: '' }
  if (stands.length === 1) return { number: first.number, title: first.title }
  const reached = stands.filter((checkpoint) => checkpoint.reached).length
  return {
    number: stands.map(({ number }) => number).join(', '),
    title: `(${String(reached)} of ${String(stands.length)} reached)`,
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
