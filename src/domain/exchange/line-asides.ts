import { cutOut } from './cut-out.ts'
import type { DecimalSign } from './decimal-sign.ts'
import { readCellNumber } from './table-metric.ts'

/** What a key result's line says of today beside its words: "(now 38, confidence 6/10, weight 40 %)". */
export type LineAsides = {
  /** 0–10; null where nothing is said. */
  readonly confidence: number | null
  readonly weight: number | null
  /** The value of today in the unit of the line; null where nothing is said. */
  readonly current: number | null
  /** The line without a confidence and a weight, and without the value of today as well. */
  readonly withValue: string
  readonly rest: string
}

/** An aside stands in brackets or between separators, alone there. */
const OPEN = String.raw`(?<=^|[([,;|–—]\s{0,2}|\s-\s{1,2})`
const CLOSE = String.raw`(?=\s{0,2}(?:[)\],;|–—]|\s-\s|\.?$))`
const aside = (words: string) => new RegExp(`${OPEN}(?:${words})${CLOSE}`, 'iu')

const SURE = String.raw`confidence|confident|konfidenz|zuversicht`
const OF_TEN = String.raw`\s?%|\s?(?:\/|of|out of|von)\s?10`
const CONFIDENCE = aside(
  String.raw`(?:${SURE})(?: level)?[:=]?\s?(?:is |at |of )?(?<n>\d{1,3}(?:[.,]\d)?)(?<of>${OF_TEN})?|(?<n2>\d{1,3})(?<of2>${OF_TEN})\s(?:${SURE}|sicher)`,
)
const WEIGHT = aside(
  String.raw`(?:weight(?:ing)?|gewicht(?:ung)?)[:=]?\s?(?:is |of )?(?<n>\d{1,4}(?:[.,]\d{1,2})?)\s?%?|(?<n2>\d{1,3})\s?%\s(?:weight|gewicht)`,
)
const AMOUNT = String.raw`[$€£]?\d[\d.,]{0,12}\s?(?:k|m|mio|bn)?\.?\s?[%$€£]?(?:\s?\p{L}{1,12})?`
const CURRENT = aside(
  String.raw`(?:currently|current(?: value| state)?|now(?: at)?|today|so far|status quo|aktuell|derzeit|heute|stand(?: heute)?)[:=]?\s?(?:at |bei )?(?<n>${AMOUNT})|(?<n2>${AMOUNT})\s(?:so far|to date|today|currently|bisher|aktuell)`,
)
const DONE = aside(
  String.raw`\d{1,3}\s?%\s(?:done|complete|completed|finished|fertig|erledigt|abgeschlossen)`,
)

function confidenceFrom(written: string, of: string): number | null {
  const value = Number(written.replace(',', '.'))
  const isShare = of === '' && value > 0 && value < 1
  const out = Math.round(of.trim() === '%' ? value / 10 : isShare ? value * 10 : value)
  return out <= 10 ? out : null
}

type Found<T> = { readonly value: T; readonly rest: string }

/** What `read` makes of an aside, and the text without it; null where it is not there or means nothing. */
function take<T>(
  text: string,
  pattern: RegExp,
  read: (written: string, of: string) => T | null,
): Found<T> | null {
  const match = pattern.exec(text)
  if (!match) return null
  const { n, n2, of, of2 } = match.groups ?? {}
  const value = read(n ?? n2 ?? '', of ?? of2 ?? '')
  const rest = cutOut(text, match.index, match.index + match[0].length)
  return value === null || rest === '' ? null : { value, rest }
}

/** Reads what stands beside a key result's own words. Only the first 600 characters are looked at. */
export function asidesInLine(title: string, decimal: DecimalSign | null): LineAsides {
  let head = title.slice(0, 600)
  const numberOf = (written: string) => readCellNumber(written, decimal).value
  const taken = <T>(pattern: RegExp, read: (written: string, of: string) => T | null): T | null => {
    const found = take(head, pattern, read)
    if (found) head = found.rest
    return found ? found.value : null
  }
  const confidence = taken(CONFIDENCE, confidenceFrom)
  const weight = taken(WEIGHT, numberOf)
  const tail = title.slice(600)
  const withValue = head + tail
  const current = taken(CURRENT, numberOf)
  return { confidence, weight, current, withValue, rest: head + tail }
}

/** "60% done" in a line: a share of the way, and no value that is measured; '' where it is not said. */
export function shareDone(title: string): string {
  return DONE.exec(title.slice(0, 600))?.[0] ?? ''
}
