import type { FileFormat } from '#shared/ipc-contract.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { bridge } from '#bridge/bridge.ts'

export type ExportOutcome =
  | {
      readonly type: 'saved'
      readonly place: string
      readonly size: number
      readonly showToken: string
    }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly message: string }

export type Made =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string }

/** One file to be: its name without extension, its format, and how it is made once its place is known. */
export type ExportJob = {
  readonly name: string
  readonly format: FileFormat
  readonly make: () => Promise<Made>
}

const NOTHING_WRITTEN = 'No file was written, and your plan is as it was.'

/**
 * Asks where, makes the file and writes it. What is written is read back by main; everything else is a
 * failure that says so. Never rejects.
 */
export async function exportFile({ name, format, make }: ExportJob): Promise<ExportOutcome> {
  try {
    const target = await bridge().fileChooseTarget({ suggestedName: name, format })
    if (!target.ok)
      return target.code === 'cancelled'
        ? { type: 'cancelled' }
        : { type: 'failed', message: target.message }
    const made = await make()
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

/** Text as the bytes of a file. */
export function madeText(text: string): Made {
  return { ok: true, bytes: new TextEncoder().encode(text) }
}

/** Bytes of a maker as the bytes of a file. */
export function madeBytes(bytes: Uint8Array): Made {
  return { ok: true, bytes: new Uint8Array(bytes) }
}

/** The foot line as main's printer takes it. */
export function footOf(document: ReportDocument): string {
  return document.footer.slice(0, 500)
}
