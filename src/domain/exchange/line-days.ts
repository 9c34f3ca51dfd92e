import { addDays, daysBetween, isDay, type Day } from '../calendar/day.ts'
import { MONTH_NAME, monthNumber, readDate, type DateOrder } from '../calendar/written-day.ts'
import { cutOut } from './cut-out.ts'
import type { CycleGuess } from './draft.ts'

/** The days that a line speaks of, and what it says that can be read in two ways. */
export type LineDays = {
  readonly startOn: Day | null
  readonly dueOn: Day | null
  /** Why a day that stands in the line was not read; '' for none. */
  readonly doubt: string
  /** The line without the days that were read. */
  readonly rest: string
  /** What stood in brackets beside them, perhaps a name; '' for none. */
  readonly beside: string
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
  String.raw`(?:(?<!\p{L})(?:from|vom|von|between|zwischen)\s)?(?<![\p{L}\d])(?<from>${DAY})\s?(?:[–—-]|→|to|until|till|bis|and|und)\s?(?<to>${DAY})`,
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
/** "by EOQ", "by the end of Q2 2027", "bis Jahresende". */
const PERIOD_END = new RegExp(
  String.raw`(?<!\p{L})(?:by|due(?: by)?|until|till|bis)(?: the| zum)? (?:(?:end of (?:the |this )?|ende )?q(?<quarter>[1-4])(?:[ /](?<year>20\d\d))?|(?<word>eoq|eoy|(?:end of (?:the |this )?|ende des )(?:quarter|quartals|year|jahres)|(?:quarter|year)[ -]end|quartalsende|jahresende))(?![\p{L}\d])`,
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

function readDay(text: string, hints: DayHints): { day: Day | null; doubt: string } {
  const plain = text.replace(/ of /i, ' ').replace(/\.$/, '')
  const read = readDate(plain, hints.order)
  if (read.day !== null) return { day: read.day, doubt: '' }
  if (read.trouble === 'ambiguous')
    return { day: null, doubt: `${text} can be read in two ways; that day was left out.` }
  const inYear = (year: number) => {
    const before = /^\d{1,2}\.\d{1,2}$/.test(plain) ? `${plain}.` : `${plain} `
    return readDate(`${before}${String(year)}`, hints.order).day
  }
  const day = nearest(hints.cycle, inYear)
  if (day !== null) return { day, doubt: '' }
  const why = inYear(2028) === null ? 'is no day of the calendar' : 'names no year'
  return { day, doubt: `${text} ${why}; it was left in the title.` }
}

/** The last day of the quarter or the year that a text names; of a quarter without a number the cycle's. */
function periodEnd(named: Readonly<Record<string, string | undefined>>, cycle: CycleGuess | null) {
  const { quarter, year, word = '' } = named
  const inYear = (of: number) => monthEnd(of, quarter === undefined ? 12 : Number(quarter) * 3)
  if (year !== undefined) return inYear(Number(year))
  if (cycle === null) return null
  if (quarter !== undefined || /^eoy|year|jahr/i.test(word)) {
    // Nothing is due before the cycle begins.
    const begun = Number(cycle.startOn.slice(0, 4))
    const day = inYear(begun)
    return day !== null && day < cycle.startOn ? inYear(begun + 1) : day
  }
  const isQuarter = daysBetween(cycle.startOn, cycle.endOn) < 100
  return isQuarter ? cycle.endOn : null
}

function monthEnd(year: number, month: number): Day | null {
  const first = `${String(month === 12 ? year + 1 : year)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  return isDay(first) ? addDays(first, -1) : null
}

const NAME_BESIDE = /[([]\s{0,2}([^()[\]]{0,60})$/

/** A line without a match, and what else stood in the brackets around it. */
function without(title: string, match: RegExpExecArray): { rest: string; beside: string } {
  const [start, end] = [match.index, match.index + match[0].length]
  const rest = cutOut(title, start, end)
  const before = NAME_BESIDE.exec(title.slice(0, start))
  const behind = /^([^()[\]]{0,60})[)\]]/.exec(title.slice(end))
  const beside = before && behind ? `${before[1] ?? ''} ${behind[1] ?? ''}` : ''
  return rest === ''
    ? { rest: title, beside: '' }
    : { rest, beside: beside.replace(/^[\s,;:|/–—-]+|[\s,;:|/–—-]+$/g, '') }
}

/**
 * Reads `Feb 1 – Mar 15`, `by 31.03.2027`, `due 3/20/2027`, `by the end of March`, `by EOQ`. A day without a year is
 * the one nearest to the cycle; where no cycle is known, and where a day can be read in two ways, it is
 * left out. What was read goes out of the line.
 */
export function daysInLine(title: string, hints: DayHints): LineDays {
  const text = title.slice(0, 600).replace(/\s/g, ' ')
  const none: LineDays = { startOn: null, dueOn: null, doubt: '', rest: title, beside: '' }
  const span = SPAN.exec(text)
  if (span) {
    const from = readDay(span.groups?.['from'] ?? '', hints)
    const to = readDay(span.groups?.['to'] ?? '', hints)
    if (from.day === null || to.day === null) return { ...none, doubt: from.doubt || to.doubt }
    return from.day > to.day
      ? { ...none, doubt: `${span[0]} ends before it begins; its days were left out.` }
      : { ...none, startOn: from.day, dueOn: to.day, ...without(title, span) }
  }
  const due = DUE.exec(text) ?? ON.exec(text)
  if (due) {
    const { day, doubt } = readDay(due.groups?.['day'] ?? '', hints)
    return day === null ? { ...none, doubt } : { ...none, dueOn: day, ...without(title, due) }
  }
  const period = PERIOD_END.exec(text)
  const periodDue = period && periodEnd(period.groups ?? {}, hints.cycle)
  if (period && periodDue) return { ...none, dueOn: periodDue, ...without(title, period) }
  const last = MONTH_END.exec(text)
  const { month, year } = last?.groups ?? {}
  if (last === null || month === undefined) return none
  const end = (of: number) => monthEnd(of, monthNumber(month))
  const dueOn = year === undefined ? nearest(hints.cycle, end) : end(Number(year))
  return dueOn === null ? none : { ...none, dueOn, ...without(title, last) }
}

/** Every date in numbers of a text: what proves in which order it writes them. */
export function datesInNumbers(text: string): string[] {
  return text.match(/(?<!\d)\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})(?!\d)/g) ?? []
}
