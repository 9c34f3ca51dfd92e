import { formatNumber } from '../key-result/value-format.ts'

/** Person-days for reading, to one decimal; what is less than that stays what it is and is never 0. */
export function formatPersonDays(days: number): string {
  const rounded = Math.round(days * 10) / 10
  return formatNumber(rounded === 0 ? days : rounded)
}

/** Person-days with their unit: `1 day`, `2.2 days`. */
export function personDays(days: number): string {
  const text = formatPersonDays(days)
  return `${text} ${text === '1' ? 'day' : 'days'}`
}

/** One of another with the decimals that it takes to see which is larger: `8.2 of 8 days`, `8.02 of 8 days`. */
export function personDaysOf(asked: number, available: number): string {
  const texts = [formatPersonDays(asked), formatPersonDays(available)] as const
  const [one, other] =
    texts[0] === texts[1] ? [formatNumber(asked), formatNumber(available)] : texts
  return `${one} of ${other} days`
}
