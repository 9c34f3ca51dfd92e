import { provenOrder } from '../calendar/written-day.ts'
import { KEY_RESULT_LABEL } from './column-values.ts'
import { UNMEASURED, type Draft, type DraftLine } from './draft.ts'
import { decimalSign, type DecimalSign } from './decimal-sign.ts'
import { ambiguous } from './metric-text.ts'
import { readCellNumber } from './table-metric.ts'
import { datesInNumbers } from './line-days.ts'
import { isRole } from './line-prefix.ts'
import { TITLE } from './outline-kinds.ts'
import type { InputWarning } from './refusal.ts'
import { draftFromTable } from './table.ts'
import { tableBlocks } from './table-blocks.ts'

/** A table in the midst of an outline, as a draft of its own. */
type InnerTable = { readonly afterLine: number; readonly draft: Draft }

const THOUSANDS_OR_NOT = /(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])/
const WHOLE = /(?<![\d.,/-])\d{3,}(?![\d.,/-])|\.\d00(?![\d.,])/

/**
 * How a table writes decimals: as itself or the text shows. Else "1.250" is more than a thousand beside
 * whole numbers of that size, and `odd` is to be looked at.
 */
function decimalOf(
  table: string,
  ofText: DecimalSign | null,
): { decimal: DecimalSign; odd: string } {
  const said = decimalSign(table) ?? (/\d,\d{3}(?!\d)/.test(table) ? '.' : ofText)
  const odd = THOUSANDS_OR_NOT.exec(table)?.[0] ?? ''
  if (said !== null || odd === '') return { decimal: said ?? '.', odd: '' }
  return { decimal: WHOLE.test(table) ? ',' : '.', odd }
}

/**
 * Takes the tables out of an outline that name their columns or hold what is measured with its numbers.
 * The lines keep their numbers; a table that is none stays text.
 */
export function takeTables(
  text: string,
  ofText: DecimalSign | null,
): {
  readonly text: string
  readonly tables: readonly InnerTable[]
} {
  if (!/[|\t;,]/.test(text)) return { text, tables: [] }
  const lines = text.split('\n')
  const tables: InnerTable[] = []
  const dateOrder = provenOrder(datesInNumbers(text)) ?? undefined
  for (const { from, to, hasHeader, text: table } of tableBlocks(lines)) {
    const { decimal, odd } = decimalOf(table, ofText)
    const read = draftFromTable(table, '', { hasHeader, decimal, dateOrder })
    if (!read.ok) continue
    const { value } = readCellNumber(odd, decimal)
    const doubts = odd === '' ? [] : [{ line: 1, text: ambiguous(odd, value ?? 0) }]
    const { draft } = read
    tables.push({ afterLine: from, draft: { ...draft, warnings: [...draft.warnings, ...doubts] } })
    lines.fill('', from, to)
  }
  return { text: lines.join('\n'), tables }
}

/** Puts the lines of the tables where they stood, below the objective above them. */
export function withTables(
  lines: readonly DraftLine[],
  tables: readonly InnerTable[],
  warnings: InputWarning[],
): DraftLine[] {
  const out: DraftLine[] = []
  let isBeside = false
  let next = 0
  const takeUntil = (lineNumber: number) => {
    for (let line = lines[next]; line && line.lineNumber <= lineNumber; line = lines[(next += 1)]) {
      if (line.kind === 'objective' || line.kind === 'heading') isBeside = false
      out.push(isBeside ? besideKeyResults(line) : line)
    }
  }
  for (const { afterLine, draft } of tables) {
    takeUntil(afterLine)
    const depth = hostDepth(out, draft)
    let host: number | null = null
    for (const line of draft.lines) {
      const placed = { ...line, depth: line.depth + depth, lineNumber: line.lineNumber + afterLine }
      if (line.kind === 'objective') host = null
      else if (line.kind === 'keyResult') {
        host = meantAbove(out, line)
        if (host !== null) continue
      }
      if (host === null) out.push(placed)
      else {
        const end = out.findIndex((other, at) => at > (host ?? 0) && other.depth <= depth + 1)
        out.splice(end === -1 ? out.length : end, 0, placed)
      }
    }
    for (const { line, text } of draft.warnings)
      warnings.push({ line: (line ?? 0) + afterLine, text })
    isBeside ||= draft.lines.some((line) => line.kind === 'keyResult')
  }
  takeUntil(Infinity)
  return out.map((line, id) => ({ ...line, id }))
}

/** In longer texts rows are not looked up above. */
const MOST_LINES = 2_000

/** The key result of the objective above that a row means by its title or as "KR 2"; null for a new one. */
function meantAbove(out: readonly DraftLine[], line: DraftLine): number | null {
  if (line.metric.type !== 'unmeasured' || out.length > MOST_LINES) return null
  const from = out.findLastIndex(({ kind }) => kind === 'objective')
  const above = out.flatMap(({ kind }, at) => (kind === 'keyResult' && at > from ? at : []))
  const number = Number(KEY_RESULT_LABEL.exec(line.title)?.[1] ?? 0)
  const title = line.title.toLowerCase()
  return above.find((at) => out[at]?.title.toLowerCase() === title) ?? above[number - 1] ?? null
}

/** What stands without a mark of its own beside the key results of a table is work for them. */
function besideKeyResults(line: DraftLine): DraftLine {
  if (line.kindOrigin !== 'position') return line
  if (line.kind === 'initiative') return { ...line, kind: 'task' }
  return line.kind === 'keyResult'
    ? { ...line, kind: 'initiative', metric: UNMEASURED, missing: [], warnings: [] }
    : line
}

/** How deep the objective stands that a table belongs to; a heading right above key results is one. */
function hostDepth(out: DraftLine[], draft: Draft): number {
  const last = out.at(-1)
  const isHost =
    last?.kind === 'heading' &&
    last.kindOrigin === 'position' &&
    draft.lines[0]?.kind === 'keyResult' &&
    !TITLE.test(last.title) &&
    !isRole(last.title)
  if (isHost) out[out.length - 1] = { ...last, kind: 'objective' }
  return out.findLast((line) => line.kind === 'objective')?.depth ?? 0
}
