import { buildReport } from '#domain/report/build-report.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { suggestedName } from '#domain/report/file-name.ts'
import { reportHtml } from '#domain/report/html.ts'
import { makeReport } from '#domain/report/make-report.ts'
import { reportMarkdown } from '#domain/report/markdown.ts'
import { journeyPoster, POSTER_MM, routePoster } from '#domain/report/poster.ts'
import { stripsOf } from '#domain/report/strips.ts'
import { pictureOf, svgOf } from '#domain/report/svg.ts'
import type { Picture } from '#domain/report/svg.ts'
import { csvOf } from '#domain/report/tables.ts'
import type { DataTable } from '#domain/report/tables.ts'
import type { Strip } from '#domain/report/shape.ts'
import { bridge } from '#bridge/bridge.ts'
import { footOf, madeBytes, madeText } from './export-report.ts'
import type { ExportJob, Made } from './export-report.ts'
import { pngOf, POSTER_PIXELS } from './picture-png.ts'
import type { ReportSource } from './report-source.ts'

export type DocumentFormat = 'pdf' | 'docx' | 'pptx' | 'html' | 'md'

/** The job of a whole report in one of its formats. The makers of Word and slides load when they are used. */
export function documentJob(
  document: ReportDocument,
  format: DocumentFormat,
  source: ReportSource,
): ExportJob {
  return {
    name: suggestedName(document),
    format,
    make: () => makeDocument(document, format, source),
  }
}

async function makeDocument(
  document: ReportDocument,
  format: DocumentFormat,
  source: ReportSource,
): Promise<Made> {
  const { paper } = source.options
  switch (format) {
    case 'html':
      return madeText(reportHtml(document, { paper, pageNumbers: true }))
    case 'md':
      return madeText(reportMarkdown(document))
    case 'pdf': {
      // Main prints the foot of each page itself.
      const html = reportHtml(document, { paper, pageNumbers: false })
      const printed = await bridge().printPdf({
        html,
        paper,
        landscape: false,
        footer: footOf(document),
      })
      return printed.ok ? madeBytes(printed.bytes) : printed
    }
    case 'docx': {
      const pictures = new Map<Strip, Uint8Array>()
      for (const strip of stripsOf(document))
        pictures.set(strip, await pngOf(pictureOf(strip), strip.width * 2.5))
      const { reportDocx } = await import('#domain/report/docx.ts')
      return madeBytes(await reportDocx(document, { paper, pictures }))
    }
    case 'pptx': {
      const { reportPptx } = await import('#domain/report/pptx.ts')
      // Slides show every objective as a road, whatever the paper does.
      const slides = makeReport(source.plan, source.index, source, {
        ...source.options,
        journeys: 'slide',
      })
      return madeBytes(await reportPptx(slides))
    }
  }
}

/** The job of one table of the report as CSV. */
export function tableJob(document: ReportDocument, table: DataTable): ExportJob {
  return {
    name: suggestedName(document, table.name),
    format: 'csv',
    make: () => Promise.resolve(madeText(csvOf(table))),
  }
}

/** The job of all tables of the report: one archive with a CSV file of each. */
export function allTablesJob(document: ReportDocument, tables: readonly DataTable[]): ExportJob {
  return {
    name: suggestedName(document, 'tables'),
    format: 'zip',
    make: async () => {
      const { strToU8, zipSync } = await import('fflate')
      const files = tables.map((table) => [`${table.name}.csv`, strToU8(csvOf(table))] as const)
      return madeBytes(zipSync(Object.fromEntries(files)))
    },
  }
}

/** The job of the route, or of one objective's road, as a picture; null where there is nothing to draw. */
export function pictureJob(
  source: ReportSource,
  objectiveId: string | null,
  format: 'png' | 'svg',
): ExportJob | null {
  const picture = pictureFor(source, objectiveId)
  if (picture === null) return null
  return {
    name: picture.title,
    format,
    make: async () =>
      format === 'svg'
        ? madeText(svgOf(picture, POSTER_MM))
        : madeBytes(await pngOf(picture, POSTER_PIXELS)),
  }
}

function pictureFor(source: ReportSource, objectiveId: string | null): Picture | null {
  const { plan, index, cycleId, today, options } = source
  const kind = options.kind === 'plan' ? 'plan' : 'review'
  const model = buildReport(plan, index, { cycleId, today, kind })
  return objectiveId === null
    ? routePoster(model, options.dates)
    : journeyPoster(model, objectiveId, options.dates)
}
