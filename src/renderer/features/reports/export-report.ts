import type { FileFormat } from '#shared/ipc-contract.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { suggestedName } from '#domain/report/file-name.ts'
import { reportHtml } from '#domain/report/html.ts'
import { reportMarkdown } from '#domain/report/markdown.ts'
import type { Paper } from '#domain/report/options.ts'
import { bridge } from '#bridge/bridge.ts'

export type ExportFormat = Extract<FileFormat, 'html' | 'md' | 'pdf'>

export type ExportOutcome =
  | {
      readonly type: 'saved'
      readonly place: string
      readonly size: number
      readonly showToken: string
    }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly message: string }

const NOTHING_WRITTEN = 'No file was written, and your plan is as it was.'

/**
 * Asks where, makes the file and writes it. What is written is read back by main; everything else is a
 * failure that says so. Never rejects.
 */
export async function exportReport(
  document: ReportDocument,
  format: ExportFormat,
  paper: Paper,
): Promise<ExportOutcome> {
  try {
    const target = await bridge().fileChooseTarget({
      suggestedName: suggestedName(document),
      format,
    })
    if (!target.ok)
      return target.code === 'cancelled'
        ? { type: 'cancelled' }
        : { type: 'failed', message: target.message }
    const made = await bytesOf(document, format, paper)
    if (!made.ok) return { type: 'failed', message: `${made.message} ${NOTHING_WRITTEN}` }
    const written = await bridge().fileWrite({ token: target.token, bytes: made.bytes })
    if (!written.ok) return { type: 'failed', message: written.message }
    const { place, size, showToken } = written
    return { type: 'saved', place, size, showToken }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { type: 'failed', message: `The report could not be made: ${why} ${NOTHING_WRITTEN}` }
  }
}

type Made =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string }

async function bytesOf(
  document: ReportDocument,
  format: ExportFormat,
  paper: Paper,
): Promise<Made> {
  const encode = (text: string): Made => ({ ok: true, bytes: new TextEncoder().encode(text) })
  switch (format) {
    case 'html':
      return encode(reportHtml(document, { paper, pageNumbers: true }))
    case 'md':
      return encode(reportMarkdown(document))
    case 'pdf': {
      // Main prints the foot of each page itself.
      const html = reportHtml(document, { paper, pageNumbers: false })
      const footer = document.footer.slice(0, 500)
      const printed = await bridge().printPdf({ html, paper, landscape: false, footer })
      return printed.ok ? { ok: true, bytes: new Uint8Array(printed.bytes) } : printed
    }
  }
}
