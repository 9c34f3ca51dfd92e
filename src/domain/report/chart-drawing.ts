import { estimateTextWidth } from '../route/text-width.ts'
import type { Line, Tone } from './document.ts'
import { readableText } from './printed-text.ts'
import type { RouteDrawing } from './route-drawing.ts'
import { HAIRLINE, INK, INK_2, PAPER, TONE_COLOURS } from './print-colours.ts'
import { fitText } from './route-labels.ts'
import { area, stroke, tenth, words } from './shape.ts'
import type { Shape, Strip } from './shape.ts'

/** One line of a chart: a name, a bar from zero and the number behind it. */
export type ChartRow = {
  readonly label: string
  /** In the unit of the axis; null draws no bar, only the words. */
  readonly value: number | null
  readonly words: string
  readonly tone: Tone
  /** What was believed before, in the same unit: a ring beside the bar's end; null for none. */
  readonly believed: number | null
}

export type Chart = {
  /** What it shows, with the unit of its axis: `Score of each cycle, 0–1`. */
  readonly label: string
  readonly max: number
  /** Places of the axis with their words, e.g. thresholds. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
  readonly rows: readonly ChartRow[]
  /** The chart in one sentence. */
  readonly summary: Line
}

const WIDTH = 720
const LABEL_WIDTH = 176
const LEFT = LABEL_WIDTH + 12
const RIGHT = WIDTH - 92
const HEADER = 20
const ROW = 21
const BAR = 11
const SIZE = 10
const ROWS_IN_STRIP = 24

/**
 * Bars that lie down, so that names have room and any number of rows goes on. Each row says its number in
 * words; colour only repeats it.
 */
export function drawChart(chart: Chart): RouteDrawing {
  const strips: Strip[] = []
  for (let first = 0; first < chart.rows.length; first += ROWS_IN_STRIP)
    strips.push(drawRows(chart, chart.rows.slice(first, first + ROWS_IN_STRIP)))
  return { look: 'chart', strips, description: [chart.summary] }
}

function drawRows({ label, max, ticks }: Chart, rows: readonly ChartRow[]): Strip {
  const height = HEADER + rows.length * ROW + 4
  const x = (value: number) =>
    tenth(LEFT + (Math.min(max, Math.max(0, value)) / max) * (RIGHT - LEFT))
  const shapes: Shape[] = []
  let free = 0
  for (const tick of ticks) {
    shapes.push(
      stroke(`M${String(x(tick.value))} ${String(HEADER - 4)}V${String(height)}`, HAIRLINE, 1),
    )
    const half = estimateTextWidth(tick.label, SIZE) / 2
    if (x(tick.value) - half < free) continue
    free = x(tick.value) + half + 6
    shapes.push(words(x(tick.value), 11, tick.label, { size: SIZE, anchor: 'middle', fill: INK_2 }))
  }
  rows.forEach((row, i) => shapes.push(...drawRow(row, HEADER + i * ROW, x)))
  return { width: WIDTH, height, label, shapes }
}

function drawRow(row: ChartRow, top: number, x: (value: number) => number): Shape[] {
  const middle = top + ROW / 2
  const base = middle + SIZE * 0.35
  const name = fitText(readableText(row.label), SIZE * 1.02, LABEL_WIDTH)
  const shapes = [
    words(0, base, name, { size: SIZE, anchor: 'start', fill: INK }),
    stroke(`M${String(LEFT)} ${String(tenth(middle))}H${String(RIGHT)}`, HAIRLINE, 1),
  ]
  let end = LEFT
  if (row.value !== null && row.value > 0) {
    end = x(row.value)
    const width = Math.max(1.5, end - LEFT)
    const box = `M${String(LEFT)} ${String(tenth(middle - BAR / 2))}h${String(tenth(width))}v${String(BAR)}h${String(-tenth(width))}z`
    shapes.push(area(box, TONE_COLOURS[row.tone]))
  }
  if (row.believed !== null) {
    const at = x(row.believed)
    end = Math.max(end, at + 5)
    shapes.push({
      type: 'disc',
      x: at,
      y: tenth(middle),
      radius: 4.5,
      fill: PAPER,
      stroke: INK,
      width: 1.6,
    })
  }
  const look = { size: SIZE, anchor: 'start', bold: true, fill: INK } as const
  const said = fitText(row.words, SIZE * 1.06, WIDTH - end - 7)
  shapes.push(words(end + 7, base, said, look))
  return shapes
}
