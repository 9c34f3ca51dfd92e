import { addDays, type Day } from '../calendar/day.ts'
import type { BarInput, CheckpointInput, LaneInput } from './lane-input.ts'
import { packRows } from './lane-packing.ts'
import type { PlacedBar } from './lane-layout.ts'
import { ROUTE } from './route-measures.ts'
import { xAfterDay, xOfDay, type TimeScale } from './time-scale.ts'

/** Bars without dates are drawn this long. */
const UNDATED_DAYS = 10
/** A bar narrower than this shows its title beside it. */
const TITLE_INSIDE_PX = 76
const TITLE_BESIDE_MAX_PX = 156
const MEAN_LETTER_EM = 0.6

/** The days that a bar is drawn over: its own, or a stretch that ends with the first key result it serves. */
function drawnDays(
  bar: BarInput,
  checkpoints: readonly CheckpointInput[],
  scale: TimeScale,
): { readonly startOn: Day; readonly dueOn: Day; readonly hasDates: boolean } {
  const { startOn, dueOn } = bar
  if (startOn !== null && dueOn !== null) return { startOn, dueOn, hasDates: true }
  if (startOn !== null) {
    return { startOn, dueOn: addDays(startOn, UNDATED_DAYS - 1), hasDates: false }
  }
  const served = checkpoints.find((c) => bar.serves.includes(c.id))
  const last = dueOn ?? served?.dueOn ?? scale.endOn
  return { startOn: addDays(last, 1 - UNDATED_DAYS), dueOn: last, hasDates: false }
}

/** The bars of a lane in as few rows as needed, from `barsTop` down. */
export function placeBars(
  input: LaneInput,
  scale: TimeScale,
  barsTop: number,
): readonly PlacedBar[] {
  const days = input.bars.map((bar) => drawnDays(bar, input.checkpoints, scale))
  const mapEnd = scale.endX + ROUTE.endRoom
  const spans = days.map(({ startOn, dueOn }, i) => {
    const from = xOfDay(scale, startOn)
    const width = Math.max(ROUTE.bar.minWidth, xAfterDay(scale, dueOn) - from)
    const beside = width < TITLE_INSIDE_PX ? besideWidth(input.bars[i]?.title ?? '') : 0
    const to = from + width
    const isBefore = to + beside > mapEnd && to <= mapEnd && from >= beside
    return isBefore
      ? { from: from - beside, to, x: from, width, beside, titleX: from - beside }
      : { from, to: to + beside, x: from, width, beside, titleX: to }
  })
  const rows = packRows(spans, ROUTE.bar.gap)
  return input.bars.flatMap((bar, i) => {
    const [span, drawn, row] = [spans[i], days[i], rows[i] ?? 0]
    if (!span || !drawn) return []
    return {
      id: bar.id,
      x: span.x,
      y: barsTop + row * ROUTE.bar.pitch,
      width: span.width,
      row,
      ...drawn,
      titleRoom: span.beside,
      titleX: span.titleX,
    }
  })
}

/**
 * Room kept for a title beside its bar. A mean letter's width will do, however many bars there are: the
 * title is cut where its room ends.
 */
function besideWidth(title: string): number {
  const width = title.length * ROUTE.label.fontPx * MEAN_LETTER_EM + 16
  return Math.min(TITLE_BESIDE_MAX_PX, Math.ceil(width))
}
