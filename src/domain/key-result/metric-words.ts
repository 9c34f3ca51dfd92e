import type { Metric } from './key-result.ts'

const NUMBER = String.raw`−?[\d,]+(?:\.\d+)?`
const FROM_TO = new RegExp(`^(\\?|${NUMBER}) → (\\?|${NUMBER})(?: (.*))?$`, 'su')
const CHANGE = new RegExp(`^([+−]?[\\d,]+(?:\\.\\d+)?) %(?: (.*))?$`, 'su')
const ONE_END = new RegExp(`^at (least|most) (${NUMBER})(?: (.*))?$`, 'su')
const TWO_ENDS = new RegExp(`^(${NUMBER}) – (${NUMBER})(?: (.*))?$`, 'su')
const FIND = /^find the baseline(?: \((.*)\))?$/su

const numberOf = (text: string | undefined): number | null =>
  text === undefined || text === '?' ? null : Number(text.replace(/[,+]/gu, '').replace('−', '-'))

function fromTo(text: string): Extract<Metric, { type: 'increase' | 'decrease' }> | null {
  const match = FROM_TO.exec(text)
  if (!match) return null
  const [baseline, target] = [numberOf(match[1]), numberOf(match[2])]
  const isDown = baseline !== null && target !== null && target < baseline
  return { type: isDown ? 'decrease' : 'increase', unit: match[3] ?? '', baseline, target }
}

/**
 * The metric behind the words of `formatMetric`, as detours keep them: numbers as they were printed, so
 * rounded to what was printed. Null where the words do not hold it all (the steps of a milestone).
 */
export function metricFromWords(words: string): Metric | null {
  if (words === 'done') return { type: 'done' }
  if (words === 'not measured yet') return { type: 'unmeasured' }
  const found = FIND.exec(words)
  if (found) return { type: 'find-baseline', unit: found[1] ?? '' }
  const change = CHANGE.exec(words)
  if (change) {
    const rest = change[2] ?? ''
    const way = rest.startsWith('(') && rest.endsWith(')') ? fromTo(rest.slice(1, -1)) : null
    const share = Number(((numberOf(change[1]) ?? 0) / 100).toPrecision(12))
    return {
      type: 'relative',
      unit: way ? way.unit : rest,
      baseline: way ? way.baseline : null,
      change: share,
    }
  }
  const end = ONE_END.exec(words)
  if (end) {
    const value = numberOf(end[2])
    const isLow = end[1] === 'least'
    return {
      type: 'band',
      unit: end[3] ?? '',
      low: isLow ? value : null,
      high: isLow ? null : value,
    }
  }
  const ends = TWO_ENDS.exec(words)
  if (ends)
    return { type: 'band', unit: ends[3] ?? '', low: numberOf(ends[1]), high: numberOf(ends[2]) }
  return fromTo(words)
}
