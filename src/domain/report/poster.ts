import type { Id } from '../plan/field.ts'
import { keptInLine } from './bidi-text.ts'
import { composeRoute } from './compose-report.ts'
import { drawJourney } from './journey-drawing.ts'
import { INK, INK_2 } from './print-colours.ts'
import { printDay, printPercent, printSpan } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import { readableText } from './printed-text.ts'
import type { ReportModel } from './report-model.ts'
import { fitText } from './route-labels.ts'
import type { RouteDrawing } from './route-drawing.ts'
import type { Line } from './document.ts'
import { words } from './shape.ts'
import type { Shape } from './shape.ts'
import { wrapText } from '../journey/journey-text.ts'
import type { Picture } from './svg.ts'

/** Width of a poster on paper: the long side of A1. An SVG can be printed at any size. */
export const POSTER_MM = 841
const MARGIN = 28

/** The whole route of a cycle as one picture with its title, legend and date of data; null without an objective. */
export function routePoster(model: ReportModel, dates: DateStyle): Picture | null {
  const blocks = composeRoute(model, dates)
  const drawing = blocks.find((block) => block.type === 'drawing')?.drawing
  const legend = blocks.findLast((block) => block.type === 'text')?.text ?? []
  if (drawing === undefined || drawing.strips.length === 0) return null
  const { name, startOn, endOn } = model.cycle
  const head = `${keptInLine(name)}: ${printSpan(startOn, endOn, dates)}`
  return poster(drawing, { overline: model.planName, head, foot: wordsOf(legend) }, model, dates)
}

/** One objective as the winding road; null when the model does not hold it. */
export function journeyPoster(
  model: ReportModel,
  objectiveId: Id,
  dates: DateStyle,
): Picture | null {
  const objective = model.objectives.find(({ id }) => id === objectiveId)
  if (objective === undefined) return null
  const drawing = drawJourney(objective, model, dates, { width: 1_200, height: 720, fontPx: 15 })
  const isMeasured = model.kind === 'review' && objective.progress !== null
  const foot = `Discs are the key results in the order of their due days, ticked when reached. Cards are the initiatives of each leg: dashed before they start${isMeasured ? `. Driven: ${printPercent(objective.progress ?? 0)} of the way` : ''}.`
  const overline = `${keptInLine(model.planName)} · ${keptInLine(model.cycle.name)} · Objective ${objective.number}`
  return poster(drawing, { overline, head: objective.title, foot }, model, dates)
}

function poster(
  drawing: RouteDrawing,
  text: { readonly overline: string; readonly head: string; readonly foot: string },
  model: ReportModel,
  dates: DateStyle,
): Picture {
  const inner = Math.max(...drawing.strips.map(({ width }) => width))
  const width = inner + MARGIN * 2
  const unit = inner / 720
  const head: Shape[] = []
  let y = MARGIN
  const line = (value: string, size: number, bold: boolean, fill: string) => {
    y += size * 1.3
    head.push(words(MARGIN, y - size * 0.3, value, { size, anchor: 'start', bold, fill }))
  }
  line(fitText(readableText(text.overline), 10 * unit, inner), 10 * unit, true, INK_2)
  for (const part of wrapText(readableText(text.head), 22 * unit, inner, 2))
    line(part, 22 * unit, true, INK)
  y += 12 * unit
  const layers: Picture['layers'][number][] = [{ x: 0, y: 0, shapes: head }]
  for (const strip of drawing.strips) {
    layers.push({ x: MARGIN, y, shapes: strip.shapes })
    y += strip.height + 6 * unit
  }
  const foot: Shape[] = []
  const dated = `${text.foot} State of ${printDay(model.today, dates)}${model.dataOn === null ? '' : `, newest check-in ${printDay(model.dataOn, dates)}`}.`
  const size = 9 * unit
  y += 6 * unit
  for (const part of wrapText(dated, size, inner, 4)) {
    y += size * 1.4
    foot.push(words(MARGIN, y - size * 0.3, part, { size, anchor: 'start', fill: INK_2 }))
  }
  layers.push({ x: 0, y: 0, shapes: foot })
  return {
    width,
    height: Math.ceil(y + MARGIN),
    title: `${readableText(text.overline)}: ${readableText(text.head)}`,
    description: drawing.description.map(wordsOf).join('\n'),
    layers,
  }
}

function wordsOf(line: Line): string {
  return line.map(({ text }) => text).join('')
}
