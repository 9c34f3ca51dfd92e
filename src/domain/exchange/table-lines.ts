import type { Initiative } from '../initiative/initiative.ts'
import type { DraftKind, DraftLine } from './draft.ts'
import { emptyLine } from './draft.ts'
import type { TableRow } from './csv-rows.ts'
import { readInline } from './inline-text.ts'
import { guessMetric } from './metric-guess.ts'
import type { DecimalSign } from './decimal-sign.ts'
import { quoteTitle } from './clean-text.ts'
import type { InputWarning } from './refusal.ts'
import type { ColumnRole, TableColumn } from './table-columns.ts'
import { readDate, type DateOrder } from '../calendar/written-day.ts'
import { isEmptyCell, metricOfCells, readCellNumber } from './table-metric.ts'

type Signs = { readonly dateOrder: DateOrder | null; readonly decimal: DecimalSign | null }
type Warn = InputWarning[]

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

const TYPES: readonly (readonly [DraftKind, RegExp])[] = [
  ['objective', /^(?:objective|goal|o)$/i],
  ['keyResult', /^(?:key ?result|kr)$/i],
  ['initiative', /^(?:initiative|epic|project|feature|theme|milestone)$/i],
  ['task', /^(?:story|user story|task|sub-?task|bug|issue|to-?do|spike|improvement|incident)$/i],
]

/** Access to the cells of a row by what their column says. */
class Cells {
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

/** What every thing can say: title, owner, days, state, notes. */
function baseLine(
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

function withDetails(line: DraftLine, cells: Cells, signs: Signs, warn: Warn): DraftLine {
  const effort = readCellNumber(cells.get('effortDays'), signs.decimal ?? '.').value
  const seconds = readCellNumber(cells.get('effortSeconds'), '.').value
  const labels = [...new Set(cells.all('labels').flatMap((cell) => cell.split(/[;,]/)))]
    .map((label) => label.trim())
    .filter(Boolean)
  const detailed: DraftLine = {
    ...line,
    owner: cells.get('owner').slice(0, 500),
    note: [...cells.all('note'), labels.length > 0 ? `Labels: ${labels.join(', ')}` : '']
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

function withMetric(line: DraftLine, cells: Cells, signs: Signs): DraftLine {
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

const LEVELS = ['objective', 'keyResult', 'initiative', 'task'] as const

/** A column each for objective, key result and initiative; blank and repeated cells mean "the same". */
function nestedLines(rows: readonly Cells[], signs: Signs, warn: Warn): DraftLine[] {
  const lines: DraftLine[] = []
  let open: string[] = []
  for (const cells of rows) {
    let deepest = -1
    for (const [level, role] of LEVELS.entries()) {
      const text = cells.get(role)
      if (text === '' || (open[level] === text && level < 3)) continue
      open = [
        ...open.slice(0, level),
        ...Array<string>(Math.max(0, level - open.length)).fill(''),
        text,
      ]
      const line = baseLine(lines.length, cells, role, level, text)
      lines.push(role === 'keyResult' ? { ...line, ...measured(line) } : line)
      deepest = lines.length - 1
    }
    const last = lines[deepest]
    if (last) {
      // What a row says is about its deepest thing; numbers are about its key result.
      lines[deepest] = withDetails(last, cells, signs, warn)
      const keyResult = lines.findIndex(
        (line) => line.kind === 'keyResult' && line.lineNumber === cells.line,
      )
      const found = lines[keyResult]
      if (found && keyResult !== deepest) lines[keyResult] = withMetric(found, cells, signs)
    } else warn.push({ line: cells.line, text: 'This row says nothing new; it was left out.' })
  }
  return lines
}

const measured = (line: DraftLine) => {
  const { metric, missing } = guessMetric(line.title)
  return { metric, missing }
}

type Entry = {
  readonly cells: Cells
  readonly kind: DraftKind
  parent: Entry | null
  readonly children: Entry[]
}

/** One title a row, with a type and perhaps a parent by id, key or name. */
function listedLines(
  rows: readonly Cells[],
  hasTargets: boolean,
  signs: Signs,
  warn: Warn,
): DraftLine[] {
  const entries: Entry[] = rows.flatMap((cells) => {
    if (cells.get('title') === '') {
      warn.push({ line: cells.line, text: 'This row has no title; it was left out.' })
      return []
    }
    const type = cells.get('type').trim()
    const known = TYPES.find(([, pattern]) => pattern.test(type))?.[0]
    if (type !== '' && !known)
      warn.push({
        line: cells.line,
        text: `The type ${quoteTitle(type)} is not known; it was read as an initiative.`,
      })
    const byPlace = hasTargets ? 'keyResult' : 'initiative'
    const kind = known ?? (cells.get('parent') !== '' && type === '' ? 'task' : byPlace)
    return [{ cells, kind, parent: null, children: [] }]
  })
  linkParents(entries, warn)
  const lines: DraftLine[] = []
  const stack = entries
    .filter((entry) => !entry.parent)
    .reverse()
    .map((entry) => ({ entry, depth: 0 }))
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { entry, depth } = next
    // A story on its own is work to be planned, not a step of something.
    const kind = entry.kind === 'task' && !entry.parent ? 'initiative' : entry.kind
    const line = baseLine(lines.length, entry.cells, kind, depth, entry.cells.get('title'))
    lines.push(withDetails(line, entry.cells, signs, warn))
    for (const child of [...entry.children].reverse())
      stack.push({ entry: child, depth: depth + 1 })
  }
  return lines
}

function linkParents(entries: readonly Entry[], warn: Warn): void {
  const byKey = new Map<string, Entry>()
  for (const role of ['title', 'key', 'id'] as const)
    for (const entry of entries) {
      const key = entry.cells.get(role).trim()
      if (key !== '') byKey.set(key, entry)
    }
  for (const entry of entries) {
    const key = entry.cells.get('parent').trim()
    if (key === '') continue
    const parent = byKey.get(key)
    if (!parent || parent === entry) {
      warn.push({
        line: entry.cells.line,
        text: `Its parent ${quoteTitle(key)} is not in the table.`,
      })
      continue
    }
    let up: Entry | null = parent
    for (let turn = 0; up && up !== entry && turn < 1_000; turn++) up = up.parent
    if (up)
      warn.push({
        line: entry.cells.line,
        text: 'Its parents lead back to itself; the parent was left out.',
      })
    else {
      entry.parent = parent
      parent.children.push(entry)
    }
  }
}

/** The rows of a table as lines of a draft. */
export function tableLines(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  signs: Signs,
  warn: Warn,
): DraftLine[] {
  const cells = rows.map((row) => new Cells(row, columns))
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  if (has('title') && !has('objective') && !has('keyResult'))
    return listedLines(cells, has('target') || has('baseline'), signs, warn)
  return nestedLines(cells, signs, warn)
}
