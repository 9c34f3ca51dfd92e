import type { Day } from '#domain/calendar/day.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import type { Id } from '#domain/plan/field.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { buildReport } from '#domain/report/build-report.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { suggestedName } from '#domain/report/file-name.ts'
import { reportHtml } from '#domain/report/html.ts'
import { makeReport } from '#domain/report/make-report.ts'
import { reportMarkdown } from '#domain/report/markdown.ts'
import type { ReportOptions } from '#domain/report/options.ts'
import { journeyPoster, POSTER_MM, routePoster } from '#domain/report/poster.ts'
import { stripsOf } from '#domain/report/strips.ts'
import { pictureOf, svgOf } from '#domain/report/svg.ts'
import type { Picture } from '#domain/report/svg.ts'
import { csvOf, tablesOf } from '#domain/report/tables.ts'
import { exportName } from '#main/files/export-names.ts'
import { InputProblem } from './read-input.ts'
import type { ReportFormat } from './report-arguments.ts'
import type { OutputFile } from './report-files.ts'
import { printReportPdf } from './report-pdf.ts'
import { drawPngs } from './report-pictures.ts'

export type ReportSource = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly cycleId: Id
  readonly today: Day
  /** Number or title of the objective that pictures show; null for the whole route. */
  readonly objective: string | null
  readonly options: ReportOptions
}

const POSTER_PIXELS = 4_000
/** Pixels of a picture in a Word file for each of its own units. */
const SHARPNESS = 2.5

/** The files of one format: one, but for CSV one a table. */
export async function filesOf(
  source: ReportSource,
  format: ReportFormat,
): Promise<readonly OutputFile[]> {
  if (format === 'png' || format === 'svg') return [await pictureFile(source, format)]
  const document = documentOf(source, format === 'pptx')
  if (format === 'csv')
    return tablesOf(document).map((table) => ({
      name: exportName(suggestedName(document, table.name), 'csv'),
      bytes: encode(csvOf(table)),
    }))
  const bytes = await bytesOf(document, format, source.options)
  return [{ name: exportName(suggestedName(document), format), bytes }]
}

/** Slides show every objective as a road, whatever the paper does. */
function documentOf(source: ReportSource, withRoads: boolean): ReportDocument {
  const { plan, index, options } = source
  return makeReport(plan, index, source, withRoads ? { ...options, journeys: 'slide' } : options)
}

async function bytesOf(
  document: ReportDocument,
  format: Exclude<ReportFormat, 'csv' | 'png' | 'svg'>,
  { paper }: ReportOptions,
): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return encode(reportHtml(document, { paper, pageNumbers: true }))
    case 'md':
      return encode(reportMarkdown(document))
    case 'pdf': {
      const html = reportHtml(document, { paper, pageNumbers: false })
      return printReportPdf({ html, paper, footer: document.footer })
    }
    case 'docx': {
      const strips = stripsOf(document)
      const drawn = await drawPngs(
        strips.map((strip) => ({ picture: pictureOf(strip), width: strip.width * SHARPNESS })),
      )
      const pictures = new Map(strips.map((strip, i) => [strip, drawn[i] ?? new Uint8Array()]))
      const { reportDocx } = await import('#domain/report/docx.ts')
      return reportDocx(document, { paper, pictures })
    }
    case 'pptx': {
      const { reportPptx } = await import('#domain/report/pptx.ts')
      return reportPptx(document)
    }
  }
}

async function pictureFile(source: ReportSource, format: 'png' | 'svg'): Promise<OutputFile> {
  const picture = pictureFor(source)
  const name = exportName(picture.title, format)
  if (format === 'svg') return { name, bytes: encode(svgOf(picture, POSTER_MM)) }
  const [png] = await drawPngs([{ picture, width: POSTER_PIXELS }])
  return { name, bytes: png ?? new Uint8Array() }
}

function pictureFor({ plan, index, cycleId, today, objective, options }: ReportSource): Picture {
  const kind = options.kind === 'plan' ? 'plan' : 'review'
  const model = buildReport(plan, index, { cycleId, today, kind })
  const objectives = listAt(index.objectivesByCycle, cycleId)
  const folded = objective?.trim().toLocaleLowerCase('en')
  const chosen = objectives.find(
    ({ title }, i) => String(i + 1) === folded || title.trim().toLocaleLowerCase('en') === folded,
  )
  if (folded !== undefined && !chosen)
    throw new InputProblem(
      `There is no objective "${objective ?? ''}" in the cycle; its objectives are 1 to ${String(objectives.length)}.`,
    )
  const picture = chosen
    ? journeyPoster(model, chosen.id, options.dates)
    : routePoster(model, options.dates)
  if (picture === null) throw new InputProblem('The cycle has no objective to draw.')
  return picture
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
