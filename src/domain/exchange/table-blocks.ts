import { csvRows } from './csv-rows.ts'
import { isHeader, roleOfHeader } from './table-columns.ts'
import { isAmountCell } from './table-metric.ts'
import { readPrefix, wordOf } from './line-prefix.ts'

/** Lines of an outline that are a table: `from` up to, not with, `to`. */
export type TableBlock = {
  readonly from: number
  readonly to: number
  readonly hasHeader: boolean
  /** Its rows as tab-separated text, one line each, so that lines keep their numbers. */
  readonly text: string
}

type Sign = '|' | '\t' | ';' | ','

const RULING = /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$/
const MARK =
  /^\s*(?:[-*+•◦▪▫‣●○■□–—·]|\d{1,3}(?:\.\d{1,3})*[.)]?|\[[ xX]?\]|[a-z][.)]|#{1,6}|>)\s+\S/i

/** More cells make no table that can be read. */
const MOST_CELLS = 64
const LONGEST = 20_000

const isRuling = (line = '') => line.includes('|') && RULING.test(line.trim().slice(0, 2_000))

/** A line that says of itself what it is in an outline: a bullet, a heading, "O:" or "KR 1:". */
export const isOutlineLine = (line: string): boolean =>
  MARK.test(line.slice(0, 200)) || readPrefix(line.trim().slice(0, 200)).word !== null

function cellsOf(line: string, sign: Sign): readonly string[] {
  if (sign !== '|') {
    const read = line.includes('"') ? csvRows(line, sign, '') : null
    if (read?.ok === true && read.rows[0]) return read.rows[0].cells
    return line.split(sign).map((cell) => cell.trim())
  }
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return bare.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/** "Tickets per team, 12, 4": what is measured, then its numbers. */
function isValueRow(line: string, sign: Sign): boolean {
  const [first = '', ...rest] = cellsOf(line, sign)
  if (rest.length >= MOST_CELLS) return false
  if (!/\p{L}/u.test(first) || isAmountCell(first) || isOutlineLine(line)) return false
  const amounts = rest.filter(isAmountCell).length
  // A comma stands in sentences too: nothing but numbers may follow it.
  return amounts >= 2 && (sign === '|' || sign === '\t' || amounts === rest.length)
}

const names = (line: string, sign: Sign) => {
  const cells = cellsOf(line, sign)
  return (
    cells.length <= MOST_CELLS &&
    isHeader(cells) &&
    (sign === '|' || cells.filter(Boolean).length > 1)
  )
}

/** Which sign splits a line into the first row of a table; null where none does. */
function opening(lines: readonly string[], at: number): { sign: Sign; hasHeader: boolean } | null {
  const line = lines[at] ?? ''
  if (line.length > LONGEST || line.trim() === '') return null
  for (const sign of ['|', '\t', ';', ','] as const) {
    if (!line.includes(sign)) continue
    const isPiped = line.trimStart().startsWith('|')
    if (sign === '|' && isPiped && isRuling(line)) return null
    if (!isPiped && sign !== '|' && isOutlineLine(line)) return null
    const next = lines[at + 1] ?? ''
    const least = sign === ',' || sign === ';' ? cellsOf(line, sign).length : 2
    if (names(line, sign) && (isPiped || cellsOf(next, sign).length >= least))
      return { sign, hasHeader: true }
    if (isValueRow(line, sign)) return { sign, hasHeader: false }
    if (sign === '|' && isPiped) return null
  }
  return null
}

/** Whether a line goes on with the table above it. */
function goesOn(lines: readonly string[], at: number, sign: Sign, width: number): boolean {
  const line = lines[at] ?? ''
  if (line.trim() === '') {
    // An empty row of a sheet.
    const next = lines[at + 1] ?? ''
    return sign === '\t' && next.trim() !== '' && goesOn(lines, at + 1, sign, width)
  }
  if (!line.includes(sign) || line.length > LONGEST) return false
  if (isRuling(line)) return sign === '|'
  if (names(line, sign)) return false
  const cells = cellsOf(line, sign)
  const filled = cells.filter(Boolean)
  if (filled.length === 1 && isOutlineLine(filled[0] ?? '')) return false
  return sign === '|' || sign === '\t' ? !MARK.test(line.slice(0, 200)) : cells.length >= width
}

/** A quotation mark is opened, or closed, and not the other. */
const opensQuote = (line: string) => line.split('"').length % 2 === 0

/** One row of cells as a tab-separated line of `width` cells. */
const rowOf = (cells: readonly string[], width: number) =>
  Array.from({ length: Math.max(width, cells.findLastIndex(Boolean) + 1) }, (_, at) => {
    const cell = cells[at] ?? ''
    return /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }).join('\t')

/** Finds the tables in an outline: with pipes, tabs, semicolons or commas, with or without a header. */
export function tableBlocks(lines: readonly string[]): TableBlock[] {
  const blocks: TableBlock[] = []
  for (let at = 0; at < lines.length; at++) {
    const open = opening(lines, at)
    if (!open) continue
    const { sign, hasHeader } = open
    const width = cellsOf(lines[at] ?? '', sign).length
    let to = at + 1
    let isOpen = sign === '\t' && opensQuote(lines[at] ?? '')
    let isQuoted = isOpen
    while (
      to < lines.length &&
      (isOpen ||
        (goesOn(lines, to, sign, width) &&
          (hasHeader || isRuling(lines[to]) || isValueRow(lines[to] ?? '', sign))))
    ) {
      // A cell in quotation marks may hold line breaks.
      if (sign === '\t' && opensQuote(lines[to] ?? '')) isOpen = !isOpen
      isQuoted ||= isOpen
      to += 1
    }
    const text = lines
      .slice(at, to)
      .map((row) => (isRuling(row) ? '' : isQuoted ? row : rowOf(cellsOf(row, sign), width)))
    blocks.push({ from: at, to, hasHeader, text: text.join('\n') })
    at = to - 1
  }
  return blocks
}

/**
 * The lines of a form: a table whose first column says what each row is ("Key result 1", "Owner"). Null
 * where a text is none.
 */
export function labelledLines(text: string, name: string): string | null {
  const lines = text.split('\n')
  const used = lines.filter((line) => line.trim() !== '')
  if (/\.(?:csv|tsv|tab)$/i.test(name) || used.length < 2) return null
  const sign = used.every((line) => line.trimStart().startsWith('|')) ? '|' : '\t'
  const rows = lines.map((line) => {
    const [label = '', ...rest] = isRuling(line) ? [] : cellsOf(line.slice(0, LONGEST), sign)
    const said = rest.filter(Boolean)
    return said.length === 1 && wordOf(label) !== null && roleOfHeader(said[0] ?? '') === 'ignore'
      ? `${label}: ${said[0] ?? ''}`
      : line.trim() === '' || isRuling(line)
        ? ''
        : null
  })
  return rows.includes(null) ? null : rows.join('\n')
}
