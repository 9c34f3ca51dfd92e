import type { FoundAmount } from './amount-text.ts'
import type { DecimalSign } from './decimal-sign.ts'
import { band, change, round, unmeasured, type MetricGuess } from './metric-outcome.ts'
import {
  ARROW,
  AT_LEAST,
  AT_MOST,
  BY,
  COUNT,
  DEADLINE_UNITS,
  FROM,
  HOURS,
  LEVEL_VERB,
  OR_LESS,
  OR_MORE,
  PLACEHOLDER,
} from './metric-phrases.ts'
import {
  ambiguousIn,
  isMinus,
  isPlainWay,
  nounBehind,
  readingOf,
  sameUnit,
  unitWordBetween,
  wordCount,
} from './metric-reading.ts'
import type { Reading } from './metric-reading.ts'

/** "14 → 5 min", "from 14 to 5 minutes", also in brackets. */
function fromTo({ title, all, before }: Reading): MetricGuess | null {
  for (const [at, from] of all.entries()) {
    const to = all[at + 1]
    if (!to) break
    const between = title.slice(from.end, to.start)
    const isArrow = ARROW.test(between) && between.length <= 24
    const isFromTo =
      FROM.test(before(from)) &&
      between.length <= 40 &&
      /\b(?:to|auf|bis)\s{1,2}(?:under |below |over |at least |at most |≥ ?|≤ ?|> ?|< ?|about )?$/i.test(
        between,
      )
    if (!isArrow && !isFromTo && !isPlainWay(title, from, between)) continue
    const pair = sameUnit(from, to)
    if (!pair) return unmeasured(`${from.unit} and ${to.unit} are different units.`)
    const unit = pair.unit || unitWordBetween(title, from, to)
    const odd = [from, to].find(
      ({ isAmbiguous, start, end }) => isAmbiguous && title.slice(start, end).includes('.'),
    )
    return change(false, unit, pair.from, to.value, odd ? ambiguousIn(title, odd) : '')
  }
  return null
}

/** "NPS between 40 and 60". */
function between({ title, all, before }: Reading): MetricGuess | null {
  const at = all.findIndex((amount) => /\b(?:between|zwischen)\s{1,2}$/i.test(before(amount)))
  const [low, high] = [all[at], all[at + 1]]
  if (!low || !high || !/^\s{1,2}(?:and|und)\s{1,2}$/i.test(title.slice(low.end, high.start)))
    return null
  const pair = sameUnit(low, high)
  return pair && pair.from < high.value ? band(pair.unit, pair.from, high.value) : null
}

/** "No escalations", "Zero open incidents", "0 incidents". */
function nothing({ title, outside }: Reading): MetricGuess | null {
  if (/^0\s{1,2}\p{L}/u.test(title) && outside.length === 1) return band('', null, 0)
  if (/^(?:no|zero|kein\w*)\s/i.test(title) && outside.length === 0) return band('', null, 0)
  return null
}

/** "Establish a baseline for …": the number itself is what is looked for. */
function baseline({ title, outside }: Reading): MetricGuess | null {
  if (/^(?:establish|find|set|define|measure)\s(?:a |the )?baseline\b|^measure\s/i.test(title))
    if (!outside.some((amount) => amount.unit !== ''))
      return { metric: { type: 'find-baseline', unit: '' }, missing: [], doubt: '' }
  return null
}

/** "Double …", "halve …". */
function multiplied({ title, outside, before }: Reading): MetricGuess | null {
  if (/^(?:double|triple|halve|verdoppel\w*|halbier\w*)\b/i.test(title)) {
    const word = title.slice(0, 3).toLowerCase()
    const by = word === 'tri' ? 2 : word === 'hal' ? -0.5 : 1
    const from = outside.find((amount) => FROM.test(before(amount)))
    return {
      metric: {
        type: 'relative',
        unit: from?.unit ?? '',
        baseline: from?.value ?? null,
        change: by,
      },
      missing: from ? [] : ['baseline'],
      doubt: '',
    }
  }
  return null
}

/** "Reach $N": a place was kept for the number. */
function leftOut({ title, candidates }: Reading): MetricGuess | null {
  return PLACEHOLDER.test(title) && candidates.length === 0
    ? unmeasured('The number was left out.', 'target')
    : null
}

/** A change by a share of the baseline: "+25 %", "3x". */
function relative(
  title: string,
  amount: FoundAmount,
  isDown: boolean,
  all: readonly FoundAmount[],
) {
  const fraction = amount.isMultiple ? amount.value - 1 : amount.value / 100
  const from = all.find((other) => other !== amount && FROM.test(title.slice(0, other.start)))
  const signed = isDown && !amount.isMultiple ? -Math.abs(fraction) : fraction
  if (signed === 0) return unmeasured('A change by nothing cannot be measured.')
  const doubt =
    amount.upTo === null
      ? ''
      : `A range was written; its lower end (${String(amount.value)}) was taken.`
  const guess: MetricGuess = {
    metric: {
      type: 'relative',
      unit: from?.unit ?? '',
      baseline: from?.value ?? null,
      change: round(signed),
    },
    missing: from ? [] : ['baseline'],
    doubt,
  }
  return guess
}

/** The number that says "by", "+25 %" or "3x". */
function changedBy({
  title,
  all,
  candidates,
  before,
  after,
  isDown,
  base,
}: Reading): MetricGuess | null {
  const by = candidates.find(
    (amount) =>
      amount.isMultiple ||
      BY.test(before(amount)) ||
      (amount.hasPlus && amount.unit === '%' && !OR_MORE.test(after(amount))) ||
      isMinus(title, amount, before(amount)) ||
      (amount.unit === '%' &&
        /^\s(?:more|less|fewer|increase|growth|reduction)\b/i.test(after(amount))),
  )
  if (by) {
    const isLess = isDown || /^\s(?:less|fewer|reduction)\b/i.test(after(by))
    if (by.isMultiple || by.unit === '%') return relative(title, by, isLess, all)
    if (base && base !== by)
      return change(
        isLess,
        by.unit || base.unit,
        base.value,
        base.value + (isLess ? -1 : 1) * by.value,
      )
    if (!DEADLINE_UNITS.has(by.unit))
      return {
        metric: {
          type: isLess ? 'decrease' : 'increase',
          unit: by.unit,
          baseline: null,
          target: null,
        },
        missing: ['baseline', 'target'],
        doubt: `A change by ${String(by.value)} needs a baseline before it is a target.`,
      }
  }
  return null
}

/** A number with a comparison: "at least 90 %", "under 2 s", "50 or more". */
function compared({
  title,
  candidates,
  before,
  after,
  isDown,
  isUp,
  isKept,
  base,
}: Reading): MetricGuess | null {
  const found = candidates.find(
    (each) =>
      AT_MOST.test(before(each)) ||
      AT_LEAST.test(before(each)) ||
      OR_MORE.test(after(each)) ||
      OR_LESS.test(after(each)) ||
      each.isOpenEnded,
  )
  if (found) {
    const isHigh = AT_MOST.test(before(found)) || OR_LESS.test(after(found))
    // "Within 3 to 5 days" is at most 5.
    const next = candidates[candidates.indexOf(found) + 1]
    const isRange =
      isHigh && next && /^\s?(?:to|bis|[–—-])\s?$/.test(title.slice(found.end, next.start))
    const amount = isRange && next.value > found.value ? next : found
    const isDeadline =
      /\b(?:within|up to)\s{0,2}$/i.test(before(found)) && DEADLINE_UNITS.has(amount.unit)
    const unit = amount.unit || (isHigh ? '' : nounBehind(title, amount.end))
    if (!isDeadline) {
      if ((isUp || isDown) && !isKept)
        return change(isDown || (isHigh && !isUp), unit, base?.value ?? null, amount.value)
      return isHigh ? band(unit, null, amount.value) : band(unit, amount.value, null)
    }
  }
  return null
}

/** A number with a unit: a range, a level that is kept or reached, an amount of money. */
function levelled({
  title,
  candidates,
  before,
  isDown,
  isUp,
  isKept,
  base,
}: Reading): MetricGuess | null {
  const between = candidates.find(
    (amount) => amount.upTo !== null && (isKept || /between\s$/i.test(before(amount))),
  )
  if (between) return band(between.unit, between.value, between.upTo)

  const first = candidates.find((amount) => amount.unit !== '' && !DEADLINE_UNITS.has(amount.unit))
  if (first && isKept)
    return band(
      first.unit,
      first.unit === '%' ? first.value : null,
      first.unit === '%' ? null : first.value,
    )
  if (first && LEVEL_VERB.test(before(first)) && HOURS[first.unit] !== undefined)
    return band(first.unit, null, first.value)
  if (first && first.unit === '%' && first.start === 0) return band('%', first.value, null)
  if (first) {
    const to = /\b(?:to|at|of|auf)\s{1,2}$/i.test(before(first)) || isUp || isDown
    if (to || first.unit === '%' || /^[$€£]$/.test(first.unit))
      return change(
        isDown,
        first.unit,
        base?.value ?? null,
        first.value,
        first.isAmbiguous ? ambiguousIn(title, first) : '',
      )
  }
  return null
}

/** Numbers without a unit: "to 50", "Hire 3", "3 blog posts". */
function counted({ title, candidates, isDown, isUp, base }: Reading): MetricGuess | null {
  const bare = candidates.find((amount) => amount.unit === '')
  const words = wordCount(title)
  if (bare) {
    const before = title.slice(0, bare.start)
    const doubt = bare.isAmbiguous ? ambiguousIn(title, bare) : ''
    const noun = nounBehind(title, bare.end)
    if ((isUp || isDown) && /\b(?:to|of|at|auf)\s{1,2}$/i.test(before))
      return change(isDown, base?.unit ?? noun, base?.value ?? null, bare.value, doubt)
    const isCount = bare.start === 0 || (COUNT.test(title) && bare.start <= 40)
    if (isCount && bare.value > 0 && !isDown && Number.isInteger(bare.value))
      return change(false, noun, 0, bare.value, doubt)
    if (base) return change(isDown, base.unit, base.value, bare.value, doubt)
    // "Sign-ups to 50" and no more.
    const after = title.slice(bare.end).replace(/[\s.]+$/, '')
    if (/\S\s(?:to|auf)\s{1,2}$/i.test(before) && after.trim() === noun)
      return change(isDown, noun, null, bare.value, doubt)
  }
  return words === null ? null : change(false, '', 0, words)
}

/** In the order in which they are asked: the plainest words first. */
const READERS: readonly ((reading: Reading) => MetricGuess | null)[] = [
  fromTo,
  between,
  nothing,
  baseline,
  multiplied,
  leftOut,
  changedBy,
  compared,
  levelled,
  counted,
]

/**
 * How the words of a key result measure it, as far as they say. Where they do not, the metric is
 * `unmeasured` or lacks its numbers, and `missing` names what to ask for. `decimal` is how the whole text
 * writes decimals. Only the first 600 characters
 * are looked at.
 */
export function guessMetric(title: string, decimal: DecimalSign | null = null): MetricGuess {
  const reading = readingOf(title.slice(0, 600), decimal === ',' ? decimal : null)
  let found: MetricGuess | null = null
  for (const read of READERS) found ??= read(reading)
  found ??= unmeasured()
  const { metric } = found
  const unit = 'unit' in metric ? metric.unit : ''
  return unit.length > 40 ? unmeasured() : found
}
