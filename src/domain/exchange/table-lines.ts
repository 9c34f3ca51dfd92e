import { quoteTitle } from './clean-text.ts'
import type { TableRow } from './csv-rows.ts'
import type { DraftKind, DraftLine } from './draft.ts'
import { guessMetric } from './metric-guess.ts'
import {
  baseLine,
  Cells,
  LEVELS,
  titlesIn,
  TYPES,
  withDetails,
  withMetric,
  type Signs,
  type Warn,
} from './table-cells.ts'
import type { ColumnRole, TableColumn } from './table-columns.ts'

/** A column each for objective, key result and initiative; blank and repeated cells mean "the same". */
function nestedLines(rows: readonly Cells[], signs: Signs, warn: Warn): DraftLine[] {
  const lines: DraftLine[] = []
  let open: string[] = []
  for (const cells of rows) {
    let deepest = -1
    let count = 0
    for (const [level, role] of LEVELS.entries()) {
      const text = cells.get(role)
      if (text === '' || (open[level] === text && level < 3)) continue
      open = [
        ...open.slice(0, level),
        ...Array<string>(Math.max(0, level - open.length)).fill(''),
        text,
      ]
      const titles = titlesIn(text, role)
      for (const title of titles) {
        const line = baseLine(lines.length, cells, role, level, title)
        const isMeasured = role === 'keyResult'
        lines.push(isMeasured ? { ...line, ...measured(line, signs.decimal) } : line)
      }
      deepest = lines.length - 1
      count = titles.length
    }
    // What a row says is about its deepest things.
    for (let at = deepest - count + 1; at < deepest; at++) {
      const line = lines[at]
      if (line) lines[at] = withDetails(line, cells, signs, [])
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

const measured = (line: DraftLine, decimal: Signs['decimal']) => {
  const { metric, missing } = guessMetric(line.title, decimal)
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
