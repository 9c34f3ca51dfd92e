import { LIMITS } from '../plan/limits.ts'
import { findAmounts, readUnit, type FoundAmount } from './amount-text.ts'
import { round } from './metric-outcome.ts'
import { ambiguous } from './metric-text.ts'
import {
  BEFORE_RANGE,
  COUNT,
  DOWN,
  FROM,
  HOURS,
  KEEP,
  SUBORDINATE,
  UP,
  WORD_NUMBERS,
} from './metric-phrases.ts'

/** A title with the amounts in it, as the readers below look at it. */
export type Reading = {
  readonly title: string
  readonly all: readonly FoundAmount[]
  /** Those outside of brackets. */
  readonly outside: readonly FoundAmount[]
  /** Those that can be the target: no baseline, not in a subordinate clause. */
  readonly candidates: readonly FoundAmount[]
  /** The words right before and right behind an amount. */
  readonly before: (amount: FoundAmount) => string
  readonly after: (amount: FoundAmount) => string
  readonly isDown: boolean
  readonly isUp: boolean
  readonly isKept: boolean
  /** The amount that a "from" stands before. */
  readonly base: FoundAmount | null
}

/** Finds the amounts and the direction of a title. */
export function readingOf(title: string, decimal: ',' | null): Reading {
  const all = besideThousands(title, findAmounts(title, decimal))
  const outside = outsideBrackets(title, all)
  const before = (amount: FoundAmount) => title.slice(Math.max(0, amount.start - 40), amount.start)
  const isDown = DOWN.test(title)
  return {
    ...{ title, all, outside, before, isDown },
    after: (amount) => title.slice(amount.end, amount.end + 30),
    candidates: outside.filter(
      (amount) => !SUBORDINATE.test(title.slice(1, amount.start)) && !FROM.test(before(amount)),
    ),
    isUp: !isDown && UP.test(title),
    isKept: KEEP.test(title),
    base: all.find((amount) => FROM.test(before(amount))) ?? null,
  }
}

/** "1.250 → 980": beside a whole number that is nearer to it so, three digits behind a point are thousands. */
function besideThousands(title: string, amounts: readonly FoundAmount[]): readonly FoundAmount[] {
  const isWhole = (amount: FoundAmount) =>
    Number.isInteger(amount.value) && amount.value >= 100 && !amount.isMultiple
  return amounts.map((amount) => {
    const isOdd =
      amount.isAmbiguous && /^\D*\d{1,3}\.\d{3}(?!\d)/.test(title.slice(amount.start, amount.end))
    if (!isOdd || amount.value <= 0 || amount.value >= 1_000) return amount
    const far = (value: number, other: number) => Math.abs(Math.log(value / other))
    const isNear = amounts.some(
      (other) =>
        other !== amount &&
        isWhole(other) &&
        (other.unit === amount.unit || other.unit === '' || amount.unit === '') &&
        far(amount.value * 1_000, other.value) < far(amount.value, other.value),
    )
    return isNear ? { ...amount, value: round(amount.value * 1_000) } : amount
  })
}

/** Two values in the same unit: `3 d → 4 h` is 72 h → 4 h. */
export function sameUnit(
  first: FoundAmount,
  to: FoundAmount,
): { from: number; unit: string } | null {
  // "From 3 to 5 million": the first is millions too where that is nearer.
  const scaled = round(first.value * to.scale)
  const isScaled =
    first.scale === 1 &&
    to.scale > 1 &&
    Math.abs(scaled - to.value) < Math.abs(first.value - to.value)
  const from = isScaled ? { ...first, value: scaled } : first
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
export function wordCount(title: string): number | null {
  const words = title.split(/[\s,]+/, 4)
  if (!COUNT.test(title)) return null
  for (const word of words.slice(1, 3)) {
    const key = word.toLowerCase()
    if (Object.hasOwn(WORD_NUMBERS, key)) return WORD_NUMBERS[key] ?? null
  }
  return null
}

/** The noun behind a count: "3 blog posts" counts blog posts. */
export function nounBehind(title: string, end: number): string {
  const match = /^\s{1,2}((?:\p{L}[\p{L}-]{1,20}\s)?\p{L}[\p{L}-]{1,20}s)(?![\p{L}-])/u.exec(
    title.slice(end, end + 60),
  )
  const noun = match?.[1] ?? ''
  return noun.length <= 40 && !/^(?:of|and|or|to|in|on)\s/.test(noun) ? noun : ''
}

/** The unit that is written behind only one of two amounts. */
export function unitWordBetween(title: string, from: FoundAmount, to: FoundAmount): string {
  const word = /^\s{0,2}(\p{L}{1,14})/u.exec(title.slice(to.end, to.end + 20))?.[1] ?? ''
  const first = /^\s{0,2}(\p{L}{1,14})/u.exec(title.slice(from.end, from.end + 20))?.[1] ?? ''
  return readUnit(word) || readUnit(first)
}

/** "−15 % travel": less by a share, unless a level below nought is spoken of. */
export const isMinus = (title: string, amount: FoundAmount, before: string): boolean =>
  amount.value < 0 &&
  amount.unit === '%' &&
  !/(?:\b(?:to|at|of|auf|above|below|over|under|than|least|most)|[≥≤<>=])\s{0,2}$/i.test(before) &&
  !KEEP.test(title)

/** What is said of an amount whose sign can mean thousands or decimals. */
export const ambiguousIn = (title: string, { start, end, value }: FoundAmount): string =>
  ambiguous(title.slice(start, end).trim(), value)

/** "NPS 20 to 40" is a way, "Interview 5 to 8 customers" and "with 5 to 8 customers" are ranges. */
export function isPlainWay(title: string, from: FoundAmount, between: string): boolean {
  return (
    from.start > 0 &&
    /^\s{1,2}(?:to|auf|bis)\s{1,2}$/i.test(between) &&
    !COUNT.test(title) &&
    !KEEP.test(title) &&
    !BEFORE_RANGE.test(title.slice(Math.max(0, from.start - 24), from.start))
  )
}
