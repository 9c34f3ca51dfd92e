import { guardFormula } from '../exchange/formula-guard.ts'
import type { Block, Cell, Line, ReportDocument, Row } from './document.ts'

/** One table of a report as data: numbers stay numbers, days are `2026-11-22`, words are as printed. */
export type DataTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

type TableBlock = Extract<Block, { type: 'table' }>

/** The tables of a report, those of one set in one; a column names the part that each row comes from. */
export function tablesOf(document: ReportDocument): readonly DataTable[] {
  const sets = new Map<string, TableBlock[]>()
  for (const section of document.sections)
    for (const block of blocksIn(section.blocks))
      if (block.type === 'table') sets.set(block.set, [...(sets.get(block.set) ?? []), block])
  return [...sets].map(([name, blocks]) => joinTables(name, blocks))
}

function* blocksIn(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks)
    if (block.type === 'pair') for (const column of block.columns) yield* blocksIn(column)
    else yield block
}

function joinTables(name: string, blocks: readonly TableBlock[]): DataTable {
  const hasParts = blocks.length > 1 || blocks.some(({ label }) => label !== name)
  const hasNotes = blocks.some(({ rows }) =>
    rows.some(({ notes }) => notes.some((line) => line.length > 0)),
  )
  // Tables of one set may name their last column differently (status or score): the union, in order.
  const printed = [...new Set(blocks.flatMap((block) => namesOf(block)))]
  const data = [
    ...new Set(
      blocks.flatMap(({ rows }) => rows.flatMap((row) => (row.data ?? []).map(([label]) => label))),
    ),
  ]
  const noteLabel = blocks[0]?.noteLabel ?? 'Notes'
  const columns = [
    ...(hasParts ? ['Part'] : []),
    ...printed,
    ...data,
    ...(hasNotes ? [noteLabel] : []),
  ]
  const rows = blocks.flatMap((block) => {
    const names = namesOf(block)
    return block.rows.map((row) => {
      const cells = new Map(names.map((column, i) => [column, cellValue(row.cells[i] ?? [])]))
      const values = new Map(row.data ?? [])
      return [
        ...(hasParts ? [block.label] : []),
        ...printed.map((column) => cells.get(column) ?? ''),
        ...data.map((label) => values.get(label) ?? ''),
        ...(hasNotes ? [notesText(row)] : []),
      ]
    })
  })
  return { name, columns, rows }
}

/** Names of a table's columns; one without a label is called by what it says. */
function namesOf({ columns }: TableBlock): readonly string[] {
  return columns.map(({ label }) => (label === '' ? 'Verdict' : label))
}

function cellValue(cell: Cell): string | number {
  const [line, ...more] = cell
  const [span, ...rest] = line ?? []
  if (span?.value !== undefined && rest.length === 0 && more.length === 0) return span.value
  const text = cell
    .map(plain)
    .filter((part) => part !== '')
    .join('\n')
  return text === '–' ? '' : text
}

function notesText({ notes }: Row): string {
  return notes
    .map(plain)
    .filter((part) => part !== '')
    .join('\n')
}

/** A line as plain words; spaces that must not break are ordinary ones in data. */
function plain(line: Line): string {
  return line
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2011', '-')
    .trim()
}

/**
 * A table as CSV after RFC 4180: UTF-8 with its mark so that spreadsheets know it, CRLF, every text quoted.
 * Texts that a spreadsheet could run are guarded; numbers are written as numbers.
 */
export function csvOf({ columns, rows }: DataTable): string {
  const lines = [columns, ...rows].map((cells) => cells.map(csvCell).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return numberText(value)
  const text = guardFormula(value)
  return `"${text.replaceAll('"', '""')}"`
}

function numberText(value: number): string {
  return Number.isFinite(value) ? String(Object.is(value, -0) ? 0 : value) : ''
}
