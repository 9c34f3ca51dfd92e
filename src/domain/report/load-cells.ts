import { formatPersonDays } from '../people/person-days.ts'
import { cell, valueCell } from './document.ts'
import { printShare } from './printed-number.ts'

/** Person-days as they are read; the number in full stands in the data. */
export function daysCell(days: number) {
  return valueCell(days, formatPersonDays)
}

/** A load as percent; more than nothing of nobody has no percent. */
export function loadCell(ratio: number) {
  if (!Number.isFinite(ratio)) return cell('nobody', { strong: true, tone: 'bad' })
  return valueCell(ratio, printShare, ratio > 1 ? { strong: true, tone: 'bad' } : {})
}
