import type { Initiative } from '../initiative/initiative.ts'
import type { DraftKind, DraftLine } from './draft.ts'
import { emptyLine } from './draft.ts'
import type { TableRow } from './csv-rows.ts'
import { readInline } from './inline-text.ts'
import type { DecimalSign } from './decimal-sign.ts'
import { readPrefix } from './line-prefix.ts'
import { firstOwner } from './line-owner.ts'
import { quoteTitle } from './clean-text.ts'
import type { InputWarning } from './refusal.ts'
import type { ColumnRole, TableColumn } from './table-columns.ts'
import { readDate, type DateOrder } from '../calendar/written-day.ts'
import { isEmptyCell, metricOfCells, readCellNumber } from './table-metric.ts'

/** What columns of their own can hold, from the top. */
export const LEVELS = ['objective', 'keyResult', 'initiative', 'task'] as const

/** How a table writes days and decimals. */
export type Signs = { readonly dateOrder: DateOrder | null; readonly decimal: DecimalSign | null }
/** Takes what was not understood. */
export type Warn = InputWarning[]

const STATES: readonly (readonly [Initiative['state'], RegExp])[] = [
  ['done', /^(?:done|closed|complete[d]?|resolved|finished|shipped|released|erledigt|fertig)$/i],
  ['blocked', /^(?:blocked|on hold|impeded|stuck|waiting|blockiert)$/i],
  ['dropped', /^(?:cancel+ed|dropped|won.?t do|rejected|abandoned|obsolete|duplicate)$/i],
  [
    'in-progress',
    /^(?:in progress|doing|started|active|ongoing|wip|in review|review|in development|on track|at risk|off track|in arbeit)$/i,
  ],
  ['idea', /^(?:ideas?|backlog|icebox|someday|proposed)$/i],
  [
    'planned',
    /^(?:to.?do|open|planned|new|not started|selected for development|ready|next|offen)$/i,
  ],
]

/** What the words of a type column mean. */
export const TYPES: readonly (readonly [DraftKind, RegExp])[] = [
  ['objective', /^(?:objective|goal|o)$/i],
  ['keyResult', /^(?:key ?result|kr)$/i],
  ['initiative', /^(?:initiative|epic|project|feature|theme|milestone)$/i],
  ['task', /^(?:story|user story|task|sub-?task|bug|issue|to-?do|spike|improvement|incident)$/i],
]

/** Access to the cells of a row by what their column says. */
export class Cells {
  readonly line: number
  readonly #row: TableRow
  readonly #columns: readonly TableColumn[]
  constructor(row: TableRow, columns: readonly TableColumn[]) {
    this.line = row.line
    this.#row = row
    this.#columns = columns
  }
  get(role: ColumnRole): string {
    const at = this.#columns.findIndex((column) => column.role === role)
    return at === -1 ? '' : (this.#row.cells[at] ?? '')
  }
  has(role: ColumnRole): boolean {
    return this.#columns.some((column) => column.role === role)
  }
  all(role: ColumnRole): string[] {
    return this.#columns.flatMap((column, at) =>
      column.role === role ? (this.#row.cells[at] ?? '') : [],
    )
  }
}

function dayOf(cells: Cells, role: 'start' | 'due' | 'done', signs: Signs, warn: Warn) {
  const cell = cells.get(role)
  const read = readDate(cell, signs.dateOrder)
  if (read.trouble === 'unreadable')
    warn.push({
      line: cells.line,
      text: `${quoteTitle(cell)} was not understood as a day; it was left out.`,
    })
  return read.day
}

function stateOf(cells: Cells, warn: Warn): Initiative['state'] | null {
  const cell = cells.get('state').trim()
  if (cell === '') return null
  const state = STATES.find(([, pattern]) => pattern.test(cell))?.[0]
  if (!state)
    warn.push({
      line: cells.line,
      text: `The state ${quoteTitle(cell)} is not known; it was read as planned.`,
    })
  return state ?? 'planned'
}

/** A confidence as 0–10 from 0–10, 0–1 with a point, or a percentage. */
function confidenceOf(cell: string, signs: Signs): number | null {
  const { value, unit } = readCellNumber(cell, signs.decimal ?? '.')
  if (value === null || value < 0) return null
  const isShare = unit !== '%' && value > 0 && value < 1
  const out = Math.round(unit === '%' ? value / 10 : isShare ? value * 10 : value)
  return out <= 10 ? out : null
}

const MARK = /^\s*(?:[-*+•◦▪–·]|\d{1,2}[.)]|\[[ xX]?\])\s+/u

/** The titles in one cell: each of several lines with a mark of its own, and each line of work. */
export function titlesIn(cell: string, role: (typeof LEVELS)[number]): string[] {
  const text = cell.replace(/<br\s?\/?>/gi, '\n')
  const all = text.split('\n').filter((line) => line.trim() !== '')
  const isMarked = (line: string) => MARK.test(line) || readPrefix(line.trim()).word === role
  const isList = all.every(isMarked) || (role !== 'objective' && role !== 'keyResult')
  return (isList ? all : [all.join('\n')]).map((line) => {
    const bare = line.replace(MARK, '')
    const { word, rest } = readPrefix(bare.trim())
    return word === role && rest !== '' ? rest : bare
  })
}

/** What every thing can say: title, owner, days, state, notes. */
export function baseLine(
  id: number,
  cells: Cells,
  kind: DraftKind,
  depth: number,
  source: string,
): DraftLine {
  const inline = readInline(source)
  return {
    ...emptyLine(id, cells.line, depth),
    kind,
    kindOrigin: 'written',
    title: inline.text,
    links: inline.links,
  }
}

/** A line with what its row says of it. */
export function withDetails(line: DraftLine, cells: Cells, signs: Signs, warn: Warn): DraftLine {
  const effort = readCellNumber(cells.get('effortDays'), signs.decimal ?? '.').value
  const seconds = readCellNumber(cells.get('effortSeconds'), '.').value
  const labels = [...new Set(cells.all('labels').flatMap((cell) => cell.split(/[;,]/)))]
    .map((label) => label.trim())
    .filter(Boolean)
  const { owner, others } = firstOwner(cells.get('owner'))
  const detailed: DraftLine = {
    ...line,
    owner: owner.slice(0, 500),
    note: [
      ...cells.all('note'),
      others && `Also: ${others}`,
      labels.length > 0 ? `Labels: ${labels.join(', ')}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    result: cells.get('result'),
    startOn: dayOf(cells, 'start', signs, warn),
    dueOn: dayOf(cells, 'due', signs, warn),
    doneOn: dayOf(cells, 'done', signs, warn),
    state: line.kind === 'initiative' || line.kind === 'task' ? stateOf(cells, warn) : null,
    externalKey: cells.get('key') || (line.kind === 'keyResult' ? '' : cells.get('id')),
    // Trackers count seconds of an eight-hour day.
    effortDays: seconds === null ? effort : Math.round((seconds / 28_800) * 100) / 100,
  }
  return line.kind === 'keyResult' ? withMetric(detailed, cells, signs) : detailed
}

/** A key result with the numbers of its row. */
export function withMetric(line: DraftLine, cells: Cells, signs: Signs): DraftLine {
  const unread: string[] = []
  const read = (role: ColumnRole) => {
    const cell = cells.get(role)
    const number = readCellNumber(cell, signs.decimal)
    if (number.value === null && !isEmptyCell(cell))
      unread.push(`${quoteTitle(cell)} was not understood as a number; it was left out.`)
    return number.isAmbiguous ? { ...number, value: null } : number
  }
  const current = read('current')
  // Where no column says where it starts, it starts where it stands.
  const baseline = cells.has('baseline') ? read('baseline') : current
  const guess = metricOfCells(line.title, baseline, read('target'), cells.get('unit'))
  const weight = readCellNumber(cells.get('weight'), signs.decimal ?? '.').value
  return {
    ...line,
    metric: guess.metric,
    missing: guess.missing,
    current: current.value,
    confidence: confidenceOf(cells.get('confidence'), signs),
    weight: weight !== null && weight >= 0 ? weight : null,
    warnings: [...unread, guess.doubt].filter(Boolean),
  }
}
