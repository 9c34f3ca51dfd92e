import type { ReportDocument } from './document.ts'

/** A name for the exported file, without its extension; main makes it safe for the file system. */
export function suggestedName(document: ReportDocument): string {
  return document.title.replace(/\s+/gu, ' ').trim().slice(0, 200)
}
