import { readDate } from '../calendar/written-day.ts'
import type { TableRow } from './csv-rows.ts'
import { isGoalHeader, type ColumnRole, type TableColumn } from './table-columns.ts'
import { isAmountCell, isEmptyCell } from './table-metric.ts'

/** "KR 1.2": the last number says which of an objective's key results is meant. */
export const KEY_RESULT_LABEL = /^(?:KR|key result|#)?[ \t]?#?(?:\d{1,2}\.)?(\d{1,2})[.:]?$/i

const isDate = (cell: string) => readDate(cell, 'day-first').day !== null

/**
 * Columns whose cells say more than their headers: "Start" and "End" over numbers are the baseline and the
 * target, so is "Goal" beside what is measured; an objective that has numbers of its own and no key
 * results is one; a long "Metric" beside a key result is a note.
 */
export function valueColumns(
  named: readonly TableColumn[],
  rows: readonly TableRow[],
): TableColumn[] {
  let columns = [...named]
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  const filled = (at: number) =>
    rows.map((row) => row.cells[at] ?? '').filter((cell) => !isEmptyCell(cell))
  const areAmounts = (at: number, share: number) => {
    const cells = filled(at)
    return cells.length > 0 && cells.filter(isAmountCell).length >= cells.length * share
  }
  const turn = (
    from: ColumnRole,
    to: ColumnRole,
    when: (at: number, header: string) => boolean,
  ) => {
    if (!has(to) || to === 'note')
      columns = columns.map((column, at) =>
        column.role === from && when(at, column.header) ? { ...column, role: to } : column,
      )
  }
  if (has('keyResult') || has('title'))
    turn('objective', 'target', (at, header) => isGoalHeader(header) && areAmounts(at, 0.5))
  const areNumbers = (at: number) => areAmounts(at, 0.5) && !filled(at).some(isDate)
  turn('start', 'baseline', areNumbers)
  turn('due', 'target', areNumbers)
  // "KR1.1" is no key result but its number, where another column says what is measured.
  const areLabels = (at: number) => filled(at).every((cell) => KEY_RESULT_LABEL.test(cell))
  const label = columns.findIndex(({ role }, at) => role === 'keyResult' && areLabels(at))
  if (label !== -1 && has('unit'))
    columns = columns.map((column, at) =>
      at === label
        ? { ...column, role: 'ignore' }
        : column.role === 'unit'
          ? { ...column, role: 'keyResult' }
          : column,
    )
  turn('unit', 'note', (at) => filled(at).some((cell) => cell.length > 20))
  if (!has('title') && (has('target') || has('baseline')))
    turn('objective', 'keyResult', () => true)
  return columns
}

/**
 * Columns of a table without a header, by what stands in them: texts before the numbers, then numbers,
 * then who and when.
 */
export function guessColumns(rows: readonly (readonly string[])[]): TableColumn[] {
  const width = rows[0]?.length ?? 0
  const kinds = Array.from({ length: width }, (_, at) => {
    const cells = rows.slice(0, 50).flatMap((row) => row[at] ?? [])
    const filled = cells.filter((cell) => !isEmptyCell(cell))
    if (filled.length === 0) return 'none'
    if (filled.every(isDate)) return 'date'
    return filled.every(isAmountCell) ? 'number' : 'text'
  })
  const first = kinds.indexOf('number')
  const before = kinds.filter((kind, at) => kind === 'text' && at < first).length
  const texts: ColumnRole[] = before === 1 ? ['keyResult'] : ['objective', 'keyResult']
  const behind: ColumnRole[] = ['owner', 'note']
  const numbers: ColumnRole[] = ['baseline', 'target', 'current']
  const dates: ColumnRole[] =
    kinds.filter((kind) => kind === 'date').length > 1 ? ['start', 'due'] : ['due']
  return kinds.map((kind, at) => {
    const isBehind = (first !== -1 && at > first) || texts.length === 0
    const roles = { number: numbers, date: dates, text: isBehind ? behind : texts, none: [] }
    return { header: '', role: roles[kind].shift() ?? 'ignore' }
  })
}
