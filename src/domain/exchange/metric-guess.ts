import type { Metric } from '../key-result/key-result.ts'
import { LIMITS } from '../plan/limits.ts'
import { findAmounts, readUnit, type FoundAmount } from './amount-text.ts'
import { UNMEASURED, type MissingValue } from './draft.ts'
import {
  ARROW,
  AT_LEAST,
  AT_MOST,
  BY,
  COUNT,
  DEADLINE_UNITS,
  DOWN,
  FROM,
  HOURS,
  KEEP,
  LEVEL_VERB,
  OR_LESS,
  OR_MORE,
  PLACEHOLDER,
  SUBORDINATE,
  UP,
  WORD_NUMBERS,
} from './metric-phrases.ts'

/** How a key result's words can be measured, and what has to be asked. */
export type MetricGuess = {
  readonly metric: Metric
  readonly missing: readonly MissingValue[]
  /** What a person should check about this reading; '' when it is plain. */
  readonly doubt: string
}

const unmeasured = (doubt = '', missing: MissingValue = 'measure'): MetricGuess => ({
  metric: UNMEASURED,
  missing: [missing],
  doubt,
})

const round = (value: number) => Number(value.toPrecision(12))

function change(
  isDown: boolean,
  unit: string,
  baseline: number | null,
  target: number,
  doubt = '',
): MetricGuess {
  if (baseline !== null && baseline === target)
    return unmeasured('Baseline and target are the same number.')
  const type =
    baseline === null
      ? isDown
        ? 'decrease'
        : 'increase'
      : target < baseline
        ? 'decrease'
        : 'increase'
  return {
    metric: { type, unit, baseline, target },
    missing: baseline === null ? ['baseline'] : [],
    doubt,
  }
}

const band = (unit: string, low: number | null, high: number | null): MetricGuess => ({
  metric: { type: 'band', unit, low, high },
  missing: [],
  doubt: '',
})

/** Two values in the same unit: `3 d → 4 h` is 72 h → 4 h. */
function sameUnit(from: FoundAmount, to: FoundAmount): { from: number; unit: string } | null {
  if (from.unit === to.unit || from.unit === '') return { from: from.value, unit: to.unit }
  if (to.unit === '') return { from: from.value, unit: from.unit }
  const [a, b] = [HOURS[from.unit], HOURS[to.unit]]
  if (a === undefined || b === undefined) return null
  const turned = round((from.value * a) / b)
  return Math.abs(turned) < LIMITS.number ? { from: turned, unit: to.unit } : null
}

/** Which of the amounts are inside round brackets: they explain, they are seldom the number itself. */
function outsideBrackets(text: string, amounts: readonly FoundAmount[]): FoundAmount[] {
  let depth = 0
  let at = 0
  return amounts.filter((amount) => {
    for (; at < amount.start; at++) {
      if (text[at] === '(') depth += 1
      else if (text[at] === ')') depth = Math.max(0, depth - 1)
    }
    return depth === 0
  })
}

/** "three" right behind a verb of counting ("Hire two …", "Publish three …"). */
function wordCount(title: string): number | null {
  const words = title.split(/[\s,]+/, 4)
  if (!COUNT.test(title)) return null
  for (const word of words.slice(1, 3)) {
    const key = word.toLowerCase()
    if (Object.hasOwn(WORD_NUMBERS, key)) return WORD_NUMBERS[key] ?? null
  }
  return null
}

/** The noun behind a count: "3 blog posts" counts blog posts. */
function nounBehind(title: string, end: number): string {
  const match = /^\s{1,2}((?:\p{L}[\p{L}-]{1,20}\s)?\p{L}[\p{L}-]{1,20}s)(?![\p{L}-])/u.exec(
    title.slice(end, end + 60),
  )
  const noun = match?.[1] ?? ''
  return noun.length <= 40 && !/^(?:of|and|or|to|in|on)\s/.test(noun) ? noun : ''
}

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

function guess(title: string): MetricGuess {
  const all = findAmounts(title)
  const outside = outsideBrackets(title, all)
  const before = (amount: FoundAmount) => title.slice(Math.max(0, amount.start - 40), amount.start)
  const after = (amount: FoundAmount) => title.slice(amount.end, amount.end + 30)

  // "14 → 5 min", "from 14 to 5 minutes", also in brackets.
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
    if (!isArrow && !isFromTo) continue
    const pair = sameUnit(from, to)
    if (!pair) return unmeasured(`${from.unit} and ${to.unit} are different units.`)
    const unit = pair.unit || unitWordBetween(title, from, to)
    return change(false, unit, pair.from, to.value)
  }
  if (/^(?:no|zero|kein\w*)\s/i.test(title) && outside.length === 0) return band('', null, 0)
  if (/^(?:establish|find|set|define|measure)\s(?:a |the )?baseline\b|^measure\s/i.test(title))
    if (!outside.some((amount) => amount.unit !== ''))
      return { metric: { type: 'find-baseline', unit: '' }, missing: [], doubt: '' }
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
  const candidates = outside.filter(
    (amount) => !SUBORDINATE.test(title.slice(1, amount.start)) && !FROM.test(before(amount)),
  )
  if (PLACEHOLDER.test(title) && candidates.length === 0)
    return unmeasured('The number was left out.', 'target')

  const isDown = DOWN.test(title)
  const isUp = !isDown && UP.test(title)
  const isKept = KEEP.test(title)
  const base = all.find((amount) => FROM.test(before(amount))) ?? null

  // The number that says "by", "+25 %" or "3x", then one with a comparison, then one with a unit.
  const by = candidates.find(
    (amount) =>
      amount.isMultiple ||
      BY.test(before(amount)) ||
      (amount.hasPlus && amount.unit === '%' && !OR_MORE.test(after(amount))) ||
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
  const compared = candidates.find(
    (amount) =>
      AT_MOST.test(before(amount)) ||
      AT_LEAST.test(before(amount)) ||
      OR_MORE.test(after(amount)) ||
      OR_LESS.test(after(amount)) ||
      amount.isOpenEnded,
  )
  if (compared) {
    const isHigh = AT_MOST.test(before(compared)) || OR_LESS.test(after(compared))
    const isDeadline =
      /\b(?:within|up to)\s{0,2}$/i.test(before(compared)) && DEADLINE_UNITS.has(compared.unit)
    const unit = compared.unit || (isHigh ? '' : nounBehind(title, compared.end))
    if (!isDeadline) {
      if ((isUp || isDown) && !isKept)
        return change(isDown || (isHigh && !isUp), unit, base?.value ?? null, compared.value)
      return isHigh ? band(unit, null, compared.value) : band(unit, compared.value, null)
    }
  }
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
        first.isAmbiguous ? ambiguous(title, first) : '',
      )
  }
  return counted(title, candidates, isUp || isDown, isDown, base)
}

const ambiguous = (title: string, amount: FoundAmount) =>
  `${title.slice(amount.start, amount.end).trim()} was read as ${String(amount.value)}; correct it if the sign means something else.`

/** Numbers without a unit: "to 50", "Hire 3", "3 blog posts". */
function counted(
  title: string,
  candidates: readonly FoundAmount[],
  hasDirection: boolean,
  isDown: boolean,
  base: FoundAmount | null,
): MetricGuess {
  const bare = candidates.find((amount) => amount.unit === '')
  const words = wordCount(title)
  if (bare) {
    const before = title.slice(0, bare.start)
    const doubt = bare.isAmbiguous ? ambiguous(title, bare) : ''
    const noun = nounBehind(title, bare.end)
    if (hasDirection && /\b(?:to|of|at|auf)\s{1,2}$/i.test(before))
      return change(isDown, base?.unit ?? noun, base?.value ?? null, bare.value, doubt)
    const isCount = bare.start === 0 || (COUNT.test(title) && bare.start <= 40)
    if (isCount && bare.value > 0 && !isDown && Number.isInteger(bare.value))
      return change(false, noun, 0, bare.value, doubt)
    if (base) return change(isDown, base.unit, base.value, bare.value, doubt)
  }
  if (words !== null) return change(false, '', 0, words)
  return unmeasured()
}

function unitWordBetween(title: string, from: FoundAmount, to: FoundAmount): string {
  const word = /^\s{0,2}(\p{L}{1,14})/u.exec(title.slice(to.end, to.end + 20))?.[1] ?? ''
  const first = /^\s{0,2}(\p{L}{1,14})/u.exec(title.slice(from.end, from.end + 20))?.[1] ?? ''
  return readUnit(word) || readUnit(first)
}

/**
 * How the words of a key result measure it, as far as they say. Where they do not, the metric is
 * `unmeasured` or lacks its numbers, and `missing` names what to ask for. Only the first 600 characters
 * are looked at.
 */
export function guessMetric(title: string): MetricGuess {
  const found = guess(title.slice(0, 600))
  const { metric } = found
  const unit = 'unit' in metric ? metric.unit : ''
  return unit.length > 40 ? unmeasured() : found
}
