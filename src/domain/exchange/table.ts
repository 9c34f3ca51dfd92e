import { cleanText, quoteTitle } from './clean-text.ts'
import { csvRows, evenRows, findDelimiter, markdownRows, type TableRow } from './csv-rows.ts'
import { cycleOfDays, guessCycle } from './cycle-guess.ts'
import type { Draft, TableQuestion, TableReading } from './draft.ts'
import { refuseInput, type InputRefusal, type InputWarning } from './refusal.ts'
import { guessColumns, valueColumns } from './column-values.ts'
import { isOutlineLine, tableBlocks, type TableBlock } from './table-blocks.ts'
import { columnsOf, isHeader, type TableColumn } from './table-columns.ts'
import { provenOrder, readDate, type DateOrder } from '../calendar/written-day.ts'
import { tableLines } from './table-lines.ts'
import { decimalSign, type DecimalSign } from './decimal-sign.ts'
import { readCellNumber } from './table-metric.ts'

/** What a person said about a table; what is left out is recognised or asked. */
export type TableOptions = {
  readonly hasHeader?: boolean | undefined
  readonly columns?: readonly TableColumn[] | undefined
  readonly dateOrder?: DateOrder | undefined
  readonly decimal?: DecimalSign | undefined
}

/** How many lines above a header may hold the title of a sheet. */
const TITLE_LINES = 6

/** Takes the title that stands above the header of a sheet out of it; lines keep their numbers. */
function withoutTitle(text: string): { readonly text: string; readonly title: string } {
  const lines = text.split('\n', 40)
  for (const sign of ['|', '\t', ';', ',']) {
    const cellsOf = (line: string) =>
      line.split(sign).map((cell) => cell.trim().replace(/^"|"$/g, ''))
    const filled = lines
      .flatMap((line, at) => (line.trim() === '' ? [] : [at]))
      .slice(0, TITLE_LINES)
    const header = filled.find((at) => {
      const cells = cellsOf(lines[at] ?? '')
      return cells.length > 1 && isHeader(cells)
    })
    if (header === undefined || header === filled[0]) continue
    const above = filled.filter((at) => at < header).map((at) => cellsOf(lines[at] ?? ''))
    const said = above.map((cells) => cells.filter((cell) => cell !== ''))
    if (said.some((cells) => cells.length !== 1 || /^sep=/.test(cells[0] ?? ''))) continue
    // What says "O:" or stands behind a bullet is an objective above its table, not the title of a sheet.
    if (said.some((cells) => isOutlineLine(cells[0] ?? ''))) continue
    const rest = text.split('\n').slice(header).join('\n')
    return { text: `${'\n'.repeat(header)}${rest}`, title: said[0]?.[0] ?? '' }
  }
  return { text, title: '' }
}

/** True when no line but a title stands beside a table. */
function isAlone(text: string, { from, to }: TableBlock): boolean {
  const lines = text.split('\n')
  const beside = [...lines.slice(0, from), ...lines.slice(to)].filter((line) => line.trim() !== '')
  return beside.length === 0 || (to === lines.length && withoutTitle(text).title !== '')
}

/** True when a text is a table rather than an outline. */
export function isTable(text: string, name: string): boolean {
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return true
  if (/^sep=.\n/.test(text)) return true
  const blocks = tableBlocks(text.split('\n'))
  // Two tables, or one among other lines, are read as an outline that holds them.
  if (blocks.length > 1 || (blocks[0] && !isAlone(text, blocks[0]))) return false
  if (markdownRows(text)) return true
  if (withoutTitle(text).title !== '') return true
  const lines = text.split('\n', 200).filter((line) => line.trim() !== '')
  const first = lines[0] ?? ''
  // A tab behind a bullet belongs to an outline out of a word processor.
  const isTabbed = (line: string) =>
    /\S\t/.test(line) && !/^\s*(?:[-*+•◦▪o–·]|\d{1,3}[.)]|[a-z][.)])\t/i.test(line)
  const tabbed = lines.filter(isTabbed).length
  if (lines.length >= 2 && isTabbed(first) && tabbed >= lines.length * 0.5) return true
  return [',', ';'].some(
    (sign) =>
      first.includes(sign) &&
      isHeader(first.split(sign).map((cell) => cell.replace(/^"|"$/g, '').trim())),
  )
}

/** Empty cells at the ends of rows get lost on the way through other programs. */
function withLastCells(text: string): string {
  const lines = text.split('\n')
  const counts = lines.map((line) => line.split('\t').length)
  const width = Math.max(...counts.slice(0, 500))
  return lines
    .map((line, at) => line + '\t'.repeat(line === '' ? 0 : Math.max(0, width - (counts[at] ?? 0))))
    .join('\n')
}

function rowsOf(text: string, name: string) {
  const piped = markdownRows(text)
  if (piped) return evenRows(piped, name)
  const delimiter = findDelimiter(text)
  if (delimiter === null)
    return refuseInput(
      'No columns were recognised: no tab, semicolon or comma splits its lines evenly. Copy the cells out of the spreadsheet and paste them.',
      { file: name },
    )
  const even = delimiter === '\t' && !text.includes('"') ? withLastCells(text) : text
  return csvRows(even, delimiter, name)
}

const FORBIDDEN = /^(?:__proto__|constructor|prototype)(?:\.|$)/

function headerProblem(row: TableRow, file: string): InputRefusal | null {
  const bad = row.cells.find((cell) => FORBIDDEN.test(cell))
  if (bad !== undefined)
    return refuseInput(`A column may not be called ${bad}. Rename it.`, { file, line: row.line })
  const seen = new Set<string>()
  for (const column of row.cells.map((cell) => cell.toLowerCase())) {
    const role = columnsOf([column])[0]?.role
    if (role === 'ignore' || role === 'labels' || role === 'note') continue
    if (seen.has(column))
      return refuseInput(`Two columns are called ${quoteTitle(column)}. Rename or delete one.`, {
        file,
        line: row.line,
      })
    seen.add(column)
  }
  return null
}

/** Reads a table from a spreadsheet or from another tool as a draft. */
export function draftFromTable(
  source: string,
  name: string,
  options: TableOptions = {},
): { readonly ok: true; readonly draft: Draft } | InputRefusal {
  const titled = withoutTitle(cleanText(source))
  const read = rowsOf(titled.text, name)
  if (!read.ok) return read
  const [first, ...rest] = read.rows
  if (!first) return refuseInput('The table has no rows.', { file: name })
  // A first row that names a prototype is refused as a header even where its other words are not known.
  const hasHeader =
    options.hasHeader ?? (isHeader(first.cells) || first.cells.some((cell) => FORBIDDEN.test(cell)))
  const problem = hasHeader ? headerProblem(first, name) : null
  if (problem) return problem
  const rows = hasHeader ? rest : read.rows
  if (rows.length === 0)
    return refuseInput('The table has a header but no rows below it. Export it with its rows.', {
      file: name,
    })
  const columns =
    options.columns ??
    (hasHeader
      ? valueColumns(columnsOf(first.cells), rows)
      : guessColumns(rows.map((row) => row.cells)))

  const cellsOf = (roles: readonly string[]) =>
    columns.flatMap(({ role }, at) =>
      roles.includes(role) ? rows.map((row) => row.cells[at] ?? '') : [],
    )
  const dates = cellsOf(['start', 'due', 'done'])
  const dateOrder = options.dateOrder ?? provenOrder(dates)
  const questions: TableQuestion[] = []
  if (dates.some((cell) => readDate(cell, dateOrder).trouble === 'ambiguous'))
    questions.push('dateOrder')
  const numbers = cellsOf(['baseline', 'target', 'current'])
  const decimal = options.decimal ?? decimalSign(numbers.join('\n'))
  if (numbers.some((cell) => readCellNumber(cell, decimal).isAmbiguous)) questions.push('decimal')
  if (!hasHeader && !options.columns) questions.push('columns')

  const warnings: InputWarning[] = questions.map((question) => ({
    line: first.line,
    text: QUESTION_WORDS[question],
  }))
  const lines = tableLines(rows, columns, { dateOrder, decimal }, warnings)
  const table: TableReading = { hasHeader, columns, dateOrder, decimal, questions }
  const title = (titled.title || name)
    .replace(/\.[A-Za-z]{1,8}$/, '')
    .trim()
    .slice(0, 200)
  return {
    ok: true,
    draft: {
      name: title || 'My OKRs',
      source: 'table',
      lines,
      warnings,
      cycle: guessCycle(titled.title) ?? guessCycle(name) ?? cycleOfDays(lines),
      decimal,
      table,
    },
  }
}

const QUESTION_WORDS: Readonly<Record<TableQuestion, string>> = {
  dateOrder:
    'Dates such as 3/4/2026 can be the 3rd of April or March 4th; such dates were left out until you say which.',
  decimal:
    'Numbers such as 1,234 can be about one or more than a thousand; such numbers were left out until you say what the sign means.',
  columns: 'No header was recognised: check what each column was taken for.',
}
