import { isDay, type Day } from './day.ts'

/** Which comes first where a day is written in numbers. */
export type DateOrder = 'day-first' | 'month-first'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Those that begin otherwise in German. */
const GERMAN: Readonly<Record<string, number>> = {
  mär: 3,
  mrz: 3,
  mae: 3,
  mai: 5,
  okt: 10,
  dez: 12,
}
/** A month's name in a text, English or German, short or whole; the source of a pattern without its case. */
export const MONTH_NAME =
  '(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|mrz|maerz|apr(?:il)?|ma[yi]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)'
const NAMED =
  /^(?:\p{L}{2,9},? )?(\d{1,2})(?:st|nd|rd|th|\.(?= ))?[ /.-](\p{L}{3,9})\.?,?[ /.-](\d{4}|\d{2})\b/u
const NAMED_FIRST = /^(?:\p{L}{2,9}, )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]|$)/
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[T ]|$)/

const pad = (value: string) => value.padStart(2, '0')
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year)

/** What a cell says: a day or none, and why none where something is written. */
export type DateReading = {
  readonly day: Day | null
  readonly trouble: 'unreadable' | 'ambiguous' | null
}

const NO_DAY: DateReading = { day: null, trouble: null }

function dayOf(year = '', month = '', date = ''): DateReading {
  const day = `${fullYear(year)}-${pad(month)}-${pad(date)}`
  return isDay(day) ? { day, trouble: null } : { day: null, trouble: 'unreadable' }
}

/** The month (1–12) that an English or German name or its first three letters mean; 0 where it means none. */
export function monthNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase()
  return GERMAN[start] ?? MONTHS.indexOf(start) + 1
}

const monthOf = (name = '') => String(monthNumber(name))

/** Reads a day in the ways in which tables write it. `3/4/2026` needs `order`; it is never guessed. */
export function readDate(cell: string, order: DateOrder | null): DateReading {
  const text = cell.trim().slice(0, 60)
  if (text === '' || /^(?:n\/a|tbd|none|-|–)$/i.test(text)) return NO_DAY
  const iso = ISO.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const named = NAMED.exec(text)
  if (named) return dayOf(named[3], monthOf(named[2]), named[1])
  const first = NAMED_FIRST.exec(text)
  if (first) return dayOf(first[3], monthOf(first[1]), first[2])
  const numeric = NUMERIC.exec(text)
  if (!numeric) return { day: null, trouble: 'unreadable' }
  const [, a, sign, b, year] = numeric
  // With points the day always stands first.
  const known = sign === '.' ? 'day-first' : order
  if (Number(a) > 12 || known === 'day-first') return dayOf(year, b, a)
  if (Number(b) > 12 || known === 'month-first') return dayOf(year, a, b)
  return a === b ? dayOf(year, a, b) : { day: null, trouble: 'ambiguous' }
}

/** The order that a table's own dates prove; null when none or both are proved. */
export function provenOrder(cells: readonly string[]): DateOrder | null {
  let dayFirst = false
  let monthFirst = false
  for (const cell of cells) {
    const numeric = NUMERIC.exec(cell.trim().slice(0, 60))
    if (!numeric || numeric[2] === '.') continue
    if (Number(numeric[1]) > 12) dayFirst = true
    if (Number(numeric[3]) > 12) monthFirst = true
  }
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first'
}
