import { addDays, daysBetween, isDay, weekday, type Day } from './day.ts'
import { formatDayWithYear } from './day-format.ts'
import { monthNumber, readDate } from './written-day.ts'

/** What a person typed into a date field: a day, no day at all, or why it is neither. */
export type TypedDay =
  | { readonly ok: true; readonly value: Day | null }
  | {
      readonly ok: false
      readonly message: string
      /** It may still become a day with the next keys. */
      readonly unfinished: boolean
    }

const WORDS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, now: 0, tomorrow: 1 }
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const UNFINISHED = [
  /^[+−-]?\s?\d{0,4}$/u,
  /^\d{1,2}[./]\d{0,2}[./]?\d{0,3}$/,
  /^\d{4}[-./]\d{0,2}[-./]?\d?$/,
  /^\d{1,2}\.?\s?\p{L}{0,9}\.?,?\s?\d{0,3}$/u,
  /^\p{L}{1,9}\.?,?\s?\d{0,2},?\s?\d{0,3}$/u,
]

/**
 * Reads a typed day: `14 Nov 2026`, `Nov 14`, `14.11.`, `2026-11-14`, `+2w` (from `today`; d, w, m, y),
 * `tomorrow`, `fri` (the next one). A day without a year is the one nearest to `today`. What can be read in
 * two ways (`3/4/2026`) is refused with both readings: it is never guessed.
 */
export function readTypedDay(typed: string, today: Day): TypedDay {
  const text = typed.trim().replace(/\s+/gu, ' ').toLowerCase()
  if (text === '') return { ok: true, value: null }
  const day = relativeDay(text, today) ?? dayWithoutYear(text, today)
  if (day !== null && isDay(day)) return { ok: true, value: day }
  const written = readDate(text, null)
  if (written.day !== null) return { ok: true, value: written.day }
  if (written.trouble === 'ambiguous') {
    const readings = (['day-first', 'month-first'] as const)
      .map((order) => readDate(text, order).day)
      .filter((reading) => reading !== null)
    return {
      ok: false,
      message: `Can be read in two ways: write ${readings.map(formatDayWithYear).join(' or ')}.`,
      unfinished: false,
    }
  }
  return {
    ok: false,
    message: 'Not a day. Try Nov 14, 14.11. or +2w.',
    unfinished: UNFINISHED.some((pattern) => pattern.test(text)),
  }
}

function relativeDay(text: string, today: Day): Day | null {
  const word = WORDS[text]
  if (word !== undefined) return addDays(today, word)
  const named = WEEKDAYS.indexOf(text.slice(0, 3))
  if (
    named >= 0 &&
    /^(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?$|^wed$|^thu$|^sat$/.test(text)
  )
    return addDays(today, ((named + 7 - weekday(today)) % 7) + 1)
  const step = /^([+−-]) ?(\d{1,4}) ?(d|w|m|y)?(?:ays?|eeks?|onths?|ears?)?$/u.exec(text)
  if (!step) return null
  const count = Number(step[2]) * (step[1] === '+' ? 1 : -1)
  if (step[3] === 'm' || step[3] === 'y')
    return addMonths(today, step[3] === 'y' ? count * 12 : count)
  return addDays(today, count * (step[3] === 'w' ? 7 : 1))
}

/** `14.11.`, `14 nov`, `nov 14`: in the year that brings it nearest to `today`. */
function dayWithoutYear(text: string, today: Day): Day | null {
  const numeric = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text)
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? ?(\p{L}{3,9})\.?$/u.exec(text)
  const monthFirst = /^(\p{L}{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?$/u.exec(text)
  const date = numeric?.[1] ?? dayFirst?.[1] ?? monthFirst?.[2]
  const month = numeric ? Number(numeric[2]) : monthNumber(dayFirst?.[2] ?? monthFirst?.[1] ?? '')
  if (date === undefined) return null
  const year = Number(today.slice(0, 4))
  const near = [year - 1, year, year + 1]
    .map((each) => `${String(each)}-${pad(month)}-${pad(Number(date))}`)
    .filter(isDay)
    .sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))
  return near[0] ?? null
}

/** The same date some months later; the last day of a month that is too short for it. */
function addMonths(day: Day, months: number): Day | null {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
  const candidates = [0, 1, 2, 3].map(
    (back) => `${String(year)}-${pad(month)}-${pad(Number(day.slice(8)) - back)}`,
  )
  return candidates.find(isDay) ?? null
}

const pad = (value: number) => String(value).padStart(2, '0')
