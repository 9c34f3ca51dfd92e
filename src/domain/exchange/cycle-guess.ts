import { addDays, type Day } from '../calendar/day.ts'
import type { CycleGuess } from './draft.ts'

const pad = (value: number) => String(value).padStart(2, '0')

/** The last day of a month (1–12). */
function monthEnd(year: number, month: number): Day {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return addDays(`${String(nextYear)}-${pad(next)}-01`, -1)
}

/** The `part`-th of `parts` equal parts of a calendar year, e.g. quarter 4 of 4. */
function partOfYear(year: number, part: number, parts: number, letter: string): CycleGuess {
  const months = 12 / parts
  const last = part * months
  return {
    name: `${letter}${String(part)} ${String(year)}`,
    startOn: `${String(year)}-${pad(last - months + 1)}-01`,
    endOn: monthEnd(year, last),
  }
}

const YEAR = String.raw`(?:CY|FY)?['’]?((?:20)?\d{2})`
const FORMS: readonly (readonly [pattern: RegExp, year: number, part: number])[] = [
  [new RegExp(String.raw`\b${YEAR}[ \t]{0,2}[-–/._]?[ \t]{0,2}([QH])([1-4])\b`, 'i'), 1, 3],
  [new RegExp(String.raw`\b([QH])([1-4])[ \t]{0,2}[-–/._,]?[ \t]{0,2}${YEAR}\b`, 'i'), 3, 2],
]

/**
 * A cycle that a text speaks of: `CY19-Q4`, `Q4 2026`, `2026 H1`, `FY26 Q2`, or a year alone. Quarters are
 * those of the calendar; a person confirms them. Null when the text says nothing.
 */
export function guessCycle(text: string): CycleGuess | null {
  const head = text.slice(0, 400)
  for (const [pattern, yearAt, partAt] of FORMS) {
    const match = pattern.exec(head)
    if (!match) continue
    const digits = match[yearAt] ?? ''
    const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits)
    const letter = (match[partAt - 1] ?? 'Q').toUpperCase()
    const part = Number(match[partAt])
    if (letter === 'H' && part > 2) continue
    return partOfYear(year, part, letter === 'H' ? 2 : 4, letter)
  }
  const year = /\b(20\d\d)\b/.exec(head)?.[1]
  return year === undefined
    ? null
    : { name: year, startOn: `${year}-01-01`, endOn: `${year}-12-31` }
}

/** The quarter that holds every day of some lines, of which there are at least two; null for none. */
export function cycleOfDays(
  lines: readonly { readonly startOn: Day | null; readonly dueOn: Day | null }[],
): CycleGuess | null {
  const days = lines.flatMap(({ startOn, dueOn }) => [startOn, dueOn]).filter((day) => day !== null)
  const [first] = days
  if (first === undefined || days.length < 2) return null
  const quarter = quarterOf(first)
  return days.every((day) => day >= quarter.startOn && day <= quarter.endOn) ? quarter : null
}

/** The calendar quarter that holds a day: the cycle of a text that names none. */
export function quarterOf(day: Day): CycleGuess {
  const month = Number(day.slice(5, 7))
  return partOfYear(Number(day.slice(0, 4)), Math.ceil(month / 3), 4, 'Q')
}
