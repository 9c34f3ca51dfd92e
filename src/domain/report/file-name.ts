import type { ReportDocument } from './document.ts'

/** Bytes that every file system takes with room for an extension. */
const LONGEST_BYTES = 110
const BETWEEN = ' – '
const LETTERS = new Intl.Segmenter('en')

/**
 * A name for the exported file, without its extension; main makes it safe for the file system. The kind of
 * report and `part` (of several files) stay whole however long the plan's name is: they tell files apart.
 */
export function suggestedName({ title }: Pick<ReportDocument, 'title'>, part = ''): string {
  const whole = title.replace(/\s+/gu, ' ').trim()
  const at = Math.max(0, whole.lastIndexOf(BETWEEN))
  const end = `${whole.slice(at)}${part === '' ? '' : `${BETWEEN}${part}`}`
  return at === 0
    ? cut(end, LONGEST_BYTES)
    : cut(whole.slice(0, at), LONGEST_BYTES - bytesOf(end)) + end
}

/** Cut between characters as a person sees them, with an ellipsis where something is left out. */
function cut(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text
  let kept = ''
  for (const { segment } of LETTERS.segment(text)) {
    if (bytesOf(`${kept}${segment}…`) > bytes) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
