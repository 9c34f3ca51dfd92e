import { readDate } from '../calendar/written-day.ts'
import type { Metric } from '../key-result/key-result.ts'
import { findAmounts, readUnit } from './amount-text.ts'
import type { DecimalSign } from './decimal-sign.ts'
import type { MissingValue } from './draft.ts'
import { guessMetric } from './metric-guess.ts'
import type { MetricGuess } from './metric-outcome.ts'

/** A cell that says no number. */
const NONE = /^(?:|n\/a|na|tbd|tbc|none|\?+|-|–|—|x+)$/i
const AMOUNT_CELL =
  /^(?:at least |at most |under |below |over |min\.? |max\.? )?[<>≤≥~≈$€£+−-]{0,3}\s?\d[\d.,'’ ]*(?:(?:k|m|bn|mio|million)\b\.?)?\s?[^\s\d]{0,12}(?:\s[^\s\d]{1,12})?$/i

/** True where a cell says nothing, in one of the ways in which people leave one open. */
export const isEmptyCell = (cell: string): boolean => NONE.test(cell.trim())

/** True where a cell is a number with its unit and no more: "84 %", "≤ 5 min", "3 blog posts". */
export const isAmountCell = (cell: string): boolean =>
  cell.length <= 60 &&
  AMOUNT_CELL.test(cell.trim()) &&
  readDate(cell, null).trouble === 'unreadable'

export type CellNumber = {
  readonly value: number | null
  readonly unit: string
  /** `at least` or `at most` written before the number. */
  readonly bound: 'low' | 'high' | null
  /** "1,234" or "1.234": a person has to say what the sign means. */
  readonly isAmbiguous: boolean
}

/** Reads one number of a table. `decimal` is what a person said about the sign. */
export function readCellNumber(cell: string, decimal: DecimalSign | null): CellNumber {
  const none: CellNumber = { value: null, unit: '', bound: null, isAmbiguous: false }
  const text = cell.trim().slice(0, 200)
  if (NONE.test(text)) return none
  const plain =
    decimal === ','
      ? text.replace(/(\d)\.(?=\d{3})/g, '$1').replace(/(\d),(?=\d)/g, '$1.')
      : decimal === '.'
        ? text.replace(/(\d),(?=\d{3})/g, '$1')
        : text
  // What a person said holds: a fourth digit keeps three behind a point from being read as thousands.
  const said = decimal === null ? plain : plain.replace(/\.\d{3}(?!\d)/, '$&0')
  const amount = findAmounts(/^(?:19|20)\d\d$/.test(said) ? `${said}.0` : said)[0]
  if (!amount) return none
  const before = plain.slice(0, amount.start).trim()
  const bound = /^(?:≥|>=|>|at least|over|min\.?)$/i.test(before)
    ? 'low'
    : /^(?:≤|<=|<|at most|under|below|max\.?)$/i.test(before)
      ? 'high'
      : null
  return {
    value: amount.value,
    unit: amount.unit,
    bound,
    isAmbiguous: decimal === null && amount.isAmbiguous,
  }
}

/** A metric from a row's cells where they say one, else from the key result's own words. */
export function metricOfCells(
  title: string,
  baseline: CellNumber,
  target: CellNumber,
  unitCell: string,
): MetricGuess {
  const words = guessMetric(title)
  if (baseline.value === null && target.value === null) return words
  const inBrackets = /\(([^()]{1,20})\)\s{0,5}$/.exec(title)?.[1] ?? ''
  const spoken = readUnit(inBrackets) || ('unit' in words.metric ? words.metric.unit : '')
  const written = unitCell.trim().slice(0, 40)
  const unit = readUnit(written) || written || target.unit || baseline.unit || spoken
  // 25 % up "by" is no level: the words know better than a bare cell, but the baseline is welcome.
  if (words.metric.type === 'relative' && target.value === null)
    return {
      metric: { ...words.metric, unit, baseline: baseline.value },
      missing: [],
      doubt: '',
    }
  const from = baseline.value ?? ('baseline' in words.metric ? words.metric.baseline : null)
  const to = target.value ?? ('target' in words.metric ? words.metric.target : null)
  if (from === null && target.value !== null && target.bound !== null) {
    const metric: Metric =
      target.bound === 'low'
        ? { type: 'band', unit, low: target.value, high: null }
        : { type: 'band', unit, low: null, high: target.value }
    return { metric, missing: [], doubt: '' }
  }
  if (from !== null && from === to)
    return {
      metric: { type: 'unmeasured' },
      missing: ['measure'],
      doubt: 'Baseline and target are the same number.',
    }
  const isDown =
    from !== null && to !== null
      ? to < from
      : words.metric.type === 'decrease' || target.bound === 'high'
  const missing: MissingValue[] = []
  if (from === null) missing.push('baseline')
  if (to === null) missing.push('target')
  return {
    metric: { type: isDown ? 'decrease' : 'increase', unit, baseline: from, target: to },
    missing,
    doubt: '',
  }
}
