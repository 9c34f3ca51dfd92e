import { addDays, daysBetween, isDay, type Day } from '../calendar/day.ts'
import { MONTH_NAME, monthNumber, readDate, type DateOrder } from '../calendar/written-day.ts'
import type { CycleGuess } from './draft.ts'

/** The days that a line speaks of, and what it says that can be read in two ways. */
export type LineDays = {
  readonly startOn: Day | null
  readonly dueOn: Day | null
  /** A day such as `3/4/2026` that was left out; '' for none. */
  readonly doubt: string
}

/** What is known about the days of a text: how it writes them, and the cycle that names the year. */
export type DayHints = {
  readonly order: DateOrder | null
  readonly cycle: CycleGuess | null
}

const NUMBERS = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.`
const IN_WORDS = String.raw`\d{1,2}(?:st|nd|rd|th|\.)? (?:of )?${MONTH_NAME}\b\.?(?:,? \d{4})?|${MONTH_NAME}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?`
const DAY = String.raw`(?:${NUMBERS}|${IN_WORDS})(?![\p{L}\d%])`
const SPAN = new RegExp(
  String.raw`(?<![\p{L}\d])(?<from>${DAY})\s?(?:[–—-]|→|to|until|till|bis)\s?(?<to>${DAY})`,
  'iu',
)
const DUE = new RegExp(
  String.raw`(?<!\p{L})(?:by|due(?: on| by| date)?|until|till|deadline|bis(?: zum)?|fällig(?: am)?):?\s(?<day>${DAY})`,
  'iu',
)
const MONTH_END = new RegExp(
  String.raw`(?<!\p{L})(?:by|due|until|bis)(?: the)?(?: (?:end of|ende))? (?<month>${MONTH_NAME})(?: (?<year>\d{4}))?(?![\p{L}\d])(?! \d)`,
  'iu',
)
const ON = new RegExp(String.raw`(?<!\p{L})(?:on|am)\s(?<day>${DAY})`, 'iu')

/** Of one date in several years the one nearest to the middle of the cycle. */
function nearest(cycle: CycleGuess | null, inYear: (year: number) => Day | null): Day | null {
  if (cycle === null) return null
  const middle = addDays(cycle.startOn, Math.floor(daysBetween(cycle.startOn, cycle.endOn) / 2))
  const year = Number(middle.slice(0, 4))
  const days = [year - 1, year, year + 1].map(inYear).filter((day) => day !== null)
  days.sort((a, b) => Math.abs(daysBetween(middle, a)) - Math.abs(daysBetween(middle, b)))
  return days[0] ?? null
}

function readDay(text: string, hints: DayHints): { day: Day | null; isDoubtful: boolean } {
  const plain = text.replace(/ of /i, ' ').replace(/\.$/, '')
  const read = readDate(plain, hints.order)
  if (read.day !== null || read.trouble === 'ambiguous')
    return { day: read.day, isDoubtful: read.day === null }
  const day = nearest(hints.cycle, (year) => {
    const inYear = /^\d{1,2}\.\d{1,2}$/.test(plain) ? `${plain}.` : `${plain} `
    return readDate(`${inYear}${String(year)}`, hints.order).day
  })
  return { day, isDoubtful: false }
}

function monthEnd(year: number, month: number): Day | null {
  const first = `${String(month === 12 ? year + 1 : year)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  return isDay(first) ? addDays(first, -1) : null
}

/**
 * Reads `Feb 1 – Mar 15`, `by 31.03.2027`, `due 3/20/2027`, `by the end of March`. A day without a year is
 * the one nearest to the cycle; where no cycle is known, and where a day can be read in two ways, it is
 * left out.
 */
export function daysInLine(title: string, hints: DayHints): LineDays {
  const text = title.slice(0, 600).replace(/\s/g, ' ')
  const span = SPAN.exec(text)?.groups
  if (span) {
    const [from, to] = [readDay(span['from'] ?? '', hints), readDay(span['to'] ?? '', hints)]
    const isSpan = from.day !== null && to.day !== null && from.day <= to.day
    const odd = from.isDoubtful ? span['from'] : to.isDoubtful ? span['to'] : ''
    return {
      startOn: isSpan ? from.day : null,
      dueOn: isSpan ? to.day : null,
      doubt: odd ?? '',
    }
  }
  const day = (DUE.exec(text) ?? ON.exec(text))?.groups?.['day']
  if (day !== undefined) {
    const read = readDay(day, hints)
    return { startOn: null, dueOn: read.day, doubt: read.isDoubtful ? day : '' }
  }
  const { month, year } = MONTH_END.exec(text)?.groups ?? {}
  if (month === undefined) return { startOn: null, dueOn: null, doubt: '' }
  const end = (of: number) => monthEnd(of, monthNumber(month))
  const dueOn = year === undefined ? nearest(hints.cycle, end) : end(Number(year))
  return { startOn: null, dueOn, doubt: '' }
}

/** Every date in numbers of a text: what proves in which order it writes them. */
export function datesInNumbers(text: string): string[] {
  return text.match(/(?<!\d)\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})(?!\d)/g) ?? []
}
