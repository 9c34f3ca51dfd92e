import { LIMITS } from '../plan/limits.ts'
import { draftFromOutline, type TextHints } from './outline.ts'
import type { Draft } from './draft.ts'
import { looksLikePlanFile, readPlanText, type PlanFileContent } from './plan-file.ts'
import { refuseInput, type InputRefusal } from './refusal.ts'
import { labelledLines } from './table-blocks.ts'
import { draftFromTable, isTable, type TableOptions } from './table.ts'
import { decodeText } from './text-bytes.ts'

/** The bounds of text that is pasted or opened as an outline or a table. */
export const TEXT_LIMITS = { bytes: 2 * 1024 * 1024, lines: 20_000 } as const

/** What came in: a whole plan, or text that a person looks over first. */
export type SourceContent =
  | ({ readonly kind: 'plan' } & PlanFileContent)
  | { readonly ok: true; readonly kind: 'draft'; readonly draft: Draft }

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Reads pasted text, or the text of a file named `name`. */
export function draftFromText(
  source: string,
  name: string,
  options: TableOptions = {},
  hints: TextHints = {},
): { readonly ok: true; readonly draft: Draft } | InputRefusal {
  const text = source.replace(/\r\n?/g, '\n')
  if (text.trim() === '')
    return refuseInput('There is no text yet. Paste your OKRs or open a file.', { file: name })
  if (text.length > TEXT_LIMITS.bytes)
    return refuseInput(
      'This text is larger than 2 MB. Bring it in in parts, or save it from Roadbook as a .roadbook file.',
      { file: name },
    )
  const lines = countLines(text)
  if (lines > TEXT_LIMITS.lines)
    return refuseInput(
      `This text has ${String(lines)} lines; at most ${String(TEXT_LIMITS.lines)} can be read at once. Bring it in in parts.`,
      { file: name, line: TEXT_LIMITS.lines + 1 },
    )
  const labelled = options.columns ? null : labelledLines(text, name)
  if (labelled !== null) return { ok: true, draft: draftFromOutline(labelled, name, hints) }
  return options.columns || isTable(text, name)
    ? draftFromTable(text, name, options)
    : { ok: true, draft: draftFromOutline(text, name, hints) }
}

/** Reads a file of any kind that the app takes: a `*.roadbook` file, an outline or a table. */
export function readSource(
  bytes: Uint8Array,
  name: string,
  hints: TextHints = {},
): SourceContent | InputRefusal {
  const isPlan = /\.roadbook$/i.test(name)
  const decoded = decodeText(bytes, name, LIMITS.fileBytes)
  if (!decoded.ok) return decoded
  if (isPlan || /\.json$/i.test(name) || looksLikePlanFile(decoded.text)) {
    const plan = readPlanText(decoded.text, name)
    return plan.ok ? { ...plan, kind: 'plan' } : plan
  }
  const read = draftFromText(decoded.text, name, {}, hints)
  return read.ok ? { ...read, kind: 'draft' } : read
}
