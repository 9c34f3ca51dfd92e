import { describe, expect, it } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { addDays, daysBetween, minDay, weekday } from '../calendar/day.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import type { Plan } from '../plan/plan.ts'
import { samplePlan } from '../sample/sample-plan.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { numberedRows, PROGRESS } from '../sample/seeded-year.test-support.ts'
import { makeReport } from './make-report.ts'
import { defaultOptions } from './options.ts'
import type { ReportKind } from './options.ts'
import {
  countedAgain,
  expectedAgain,
  meanAgain,
  numberIn,
  percentIn,
  printed,
  progressAgain,
  said,
} from './printed-report.test-support.ts'
import type { PrintedRow } from './printed-report.test-support.ts'

/**
 * Works every figure of a report out again from its printed words alone: the rules, the days, the values, the
 * weights and the plan lines that stand on the page.
 */

const SAMPLE_TODAY = '2026-11-22'
const sample = planFromThings(samplePlan(countingContext(SAMPLE_TODAY)))
const year = planFromThings(seededYear(countingContext(SEEDED_TODAY)))
/** Half a percent of rounding on the page, and what that makes of the numbers that it is worked out from. */
const ROUNDING = 0.006

/** What it is called, the plan, its cycle and the day on which the report is made. */
type Case = readonly [called: string, plan: Plan, cycle: string, today: Day]
const CASES: readonly Case[] = [
  ['the sample', sample, '', SAMPLE_TODAY],
  ['the first quarter', year, 'Q1 2026', '2026-02-17'],
  ['the quarter that was missed', year, 'Q2 2026', '2026-05-26'],
  ['the third quarter', year, 'Q3 2026', '2026-09-08'],
  ['the last quarter', year, 'Q4 2026', '2026-11-24'],
  ['the last quarter when it is over', year, 'Q4 2026', SEEDED_TODAY],
]

const indexes = new Map([sample, year].map((plan) => [plan, buildIndex(plan)] as const))

function reportOf(
  [, plan, cycleName, today]: Case,
  kind: ReportKind,
  people: readonly string[] = [],
) {
  const cycle = [...plan.cycle.values()].find(({ name }) => cycleName === '' || name === cycleName)
  if (!cycle) throw new Error(`no cycle ${cycleName}`)
  const report = makeReport(
    plan,
    indexes.get(plan) ?? buildIndex(plan),
    { cycleId: cycle.id, today },
    { ...defaultOptions(kind), dates: 'iso', people },
  )
  return { cycle, today, pages: printed(report) }
}

/** Every figure of one printed key result; true when its value has an origin. */
function checkKeyResult(row: PrintedRow, startOn: string, today: string): void {
  const [, , , now = '', printedProgress = '', printedExpected = ''] = row.cells
  const raw = progressAgain(row)
  const counted = countedAgain(row)
  if (printedProgress !== '–')
    expect(Math.abs(percentIn(printedProgress) - counted), row.title).toBeLessThanOrEqual(ROUNDING)
  if (raw !== null && (raw < 0 || raw > 1.006))
    expect(percentIn(said(row.notes, /raw progress (-?[\d.,]+ %)/)), row.title).toBeCloseTo(raw, 2)
  if (now !== '–')
    expect(row.notes, row.title).toMatch(
      /value (typed|computed from \d+ of \d+ steps?, ticked) (by \S.*|in the plan) on \d{4}-\d{2}-\d{2}/,
    )
  if (printedExpected === '–') return
  const expected = expectedAgain(row, startOn, today)
  expect(Math.abs(percentIn(printedExpected) - expected), row.title).toBeLessThanOrEqual(ROUNDING)
  const gap = said(row.notes, /gap (-?[\d.]+)/)
  if (gap !== '')
    expect(Math.abs(Number(gap) - (expected - counted)), row.title).toBeLessThanOrEqual(ROUNDING)
}

describe.each([...CASES])('a review of %s', (...one) => {
  const { cycle, today, pages } = reportOf(one, 'review')
  const tables = pages.tables.filter(({ set }) => set === 'Key results')

  it('prints the days, the data and the thresholds that its figures rest on', () => {
    expect(pages.heading.match(/\d{4}-\d{2}-\d{2}/g)).toEqual([cycle.startOn, cycle.endOn])
    const rules = pages.notes.join('\n')
    expect(rules).toContain(`All figures are the state of ${today}. The newest check-in is of 20`)
    expect(rules).toMatch(/A gap up to 10 % is on pace, up to 25 % slipping/)
    expect(tables.length).toBe(3)
    expect(tables.flatMap(({ rows }) => rows).length).toBeGreaterThan(5)
  })

  it('lets each key result and each objective be worked out again', () => {
    for (const { rows } of tables) {
      for (const row of rows) checkKeyResult(row, cycle.startOn, today)
      const mean = pages.notes
        .flatMap((text) => said(text, /([\d.]+) % is the mean of/).split(' '))
        .find((percent) => Math.abs(Number(percent) / 100 - meanAgain(rows)) <= ROUNDING)
      expect(mean).toBeDefined()
    }
  })
})

describe.each([...CASES])('this week in %s', (...one) => {
  const { cycle, today: now, pages } = reportOf(one, 'week')
  // A cycle that is over is told of its last week.
  const today = minDay(now, cycle.endOn)
  const tables = pages.tables.filter(({ set }) => set === 'Key results')
  const rowsOf = (label: string) => pages.table(label)?.rows ?? []
  const figure = (label: RegExp) =>
    pages.figures.find((each) => label.test(each.label)) ?? { value: '', label: '' }

  it('lets each key result and each objective be worked out again', () => {
    expect(tables.length).toBe(3)
    for (const { rows, aside } of tables) {
      for (const row of rows) checkKeyResult(row, cycle.startOn, today)
      expect(Math.abs(percentIn(aside) - meanAgain(rows))).toBeLessThanOrEqual(ROUNDING)
    }
  })

  it('counts what its tables list', () => {
    const due = rowsOf('Check-ins due')
    expect(figure(/check-ins due/)).toEqual({
      value: String(due.length),
      label: `check-ins due, ${String(due.filter(({ cells }) => cells[3] === 'Overdue').length)} overdue`,
    })
    const turned = rowsOf('What turned since last week').filter(({ title }) =>
      /^\d+\.\d+ /.test(title),
    )
    expect(figure(/key results turned/).value).toBe(String(turned.length))
    const stuck = rowsOf('Blocked and late')
    expect(figure(/stuck/).value).toBe(String(stuck.length))
    expect(numberIn(said(figure(/stuck/).label, /, (\d+) blocked/))).toBe(
      stuck.filter(({ cells }) => cells[2] === 'Blocked').length,
    )
    expect(figure(/due within seven days/).value).toBe(
      String(rowsOf('Due within seven days').length),
    )
  })

  it('says how late work is by its due day', () => {
    for (const { cells } of rowsOf('Blocked and late')) {
      const [, , , dueOn = '', late = ''] = cells
      const days = dueOn === '–' ? 0 : Math.max(0, daysBetween(dueOn, today))
      expect(late === '–' ? 0 : numberIn(late), cells.join(' ')).toBe(days)
    }
  })

  it('says what a week asks of somebody and how much there is', () => {
    for (const { cells, notes } of rowsOf('Overbooked this week or next')) {
      const [, monday = '', asked = '', available = '', load = ''] = cells
      const span = cutWeek(monday, cycle)
      expect(Math.abs(numberIn(asked) - askedAgain(notes, span))).toBeLessThanOrEqual(0.11)
      expect(numberIn(available)).toBeCloseTo(availableAgain(notes, span), 1)
      expect(Math.abs(percentIn(load) - numberIn(asked) / numberIn(available))).toBeLessThan(0.03)
    }
  })
})

type Days = { readonly startOn: string; readonly endOn: string }

const cutWeek = (monday: string, cycle: Days): Days => ({
  startOn: monday > cycle.startOn ? monday : cycle.startOn,
  endOn: addDays(monday, 6) < cycle.endOn ? addDays(monday, 6) : cycle.endOn,
})

/** Monday to Friday, one by one: the printed working days of both plans. */
const workingDays = ({ startOn, endOn }: Days) => {
  let sum = 0
  for (let day = startOn; day <= endOn; day = addDays(day, 1)) if (weekday(day) <= 5) sum += 1
  return sum
}

const overlap = (a: Days, b: Days): Days => ({
  startOn: a.startOn > b.startOn ? a.startOn : b.startOn,
  endOn: a.endOn < b.endOn ? a.endOn : b.endOn,
})

/** `Chatbot: 2.1 of 10 days (50 % of 20, 2026-10-26 – 2026-11-25)`, each spread over its working days. */
function askedAgain(notes: string, span: Days): number {
  const parts = [
    ...notes.matchAll(
      /: [\d.]+ of ([\d.]+) days? \((?:[^)]*, )?(\d{4}-\d\d-\d\d) – (\d{4}-\d\d-\d\d)\)/g,
    ),
  ]
  return parts.reduce((sum, [, days = '', startOn = '', endOn = '']) => {
    const whole = { startOn, endOn }
    return sum + (Number(days) * workingDays(overlap(whole, span))) / workingDays(whole)
  }, 0)
}

/** `4 days a week, off 2026-11-12`: of five working days a week. */
function availableAgain(text: string, span: Days): number {
  const off = said(text, /off ((?:\d{4}-\d\d-\d\d(?:, )?)+)/)
    .split(', ')
    .filter((day) => day !== '' && day >= span.startOn && day <= span.endOn)
  const perWeek = numberIn(said(text, /([\d.]+) days? a week/))
  return Math.max(0, (perWeek * workingDays(span)) / 5 - off.length)
}

const SHEETS = CASES.flatMap((one) =>
  [...one[1].person.values()].map((person) => [one[0], person.name, one, person.id] as const),
)

describe.each(SHEETS)('the sheet in %s of %s', (_case, name, one, personId) => {
  const { cycle, today, pages } = reportOf(one, 'person', [personId])
  const rowsOf = (label: string) => pages.table(label)?.rows ?? []
  const days = pages.notes.find((text) => text.startsWith(`${name}: `)) ?? ''

  it('lets each own key result and each own objective be worked out again', () => {
    for (const row of rowsOf('Owned key results')) checkKeyResult(row, cycle.startOn, today)
    for (const item of pages.items.filter((text) => text.startsWith('Objective '))) {
      const parts = [...item.matchAll(/([\d.]+) % × ([\d.]+)/g)].map(([, percent, weight]) => ({
        percent: Number(percent),
        weight: Number(weight),
      }))
      const total = parts.reduce((sum, { weight }) => sum + weight, 0)
      const mean = parts.reduce((sum, { percent, weight }) => sum + percent * weight, 0) / total
      const shown = said(item, / · ([\d.]+) %\./)
      expect(Math.abs(Number(shown) - mean), item).toBeLessThanOrEqual(1.1)
    }
  })

  it('counts what it lists', () => {
    const figure = (label: RegExp) => pages.figures.find((each) => label.test(each.label))?.value
    expect(figure(/owned/)).toBe(String(rowsOf('Owned key results').length))
    expect(figure(/carried/)).toBe(String(rowsOf('Carried initiatives').length))
    expect(figure(/check-ins due/)).toBe(String(rowsOf('Check-ins due').length))
  })

  it('lets what each week asks, and what there is, be worked out again', () => {
    const carried = rowsOf('Carried initiatives').map(({ cells }) => ({
      days: cells[5] === '–' ? 0 : numberIn(cells[5] ?? ''),
      startOn: cells[2] ?? '',
      endOn: cells[3] ?? '',
    }))
    const elsewhere = pages.notes.find((text) => text.startsWith('Asked by ')) ?? ''
    const askedIn = (span: Days) =>
      carried
        .filter(({ startOn, endOn }) => startOn !== '–' && endOn !== '–')
        .reduce(
          (sum, one) => sum + (one.days * workingDays(overlap(one, span))) / workingDays(one),
          askedAgain(elsewhere, span),
        )
    const weeks = rowsOf('Load week by week')
    expect(weeks.length).toBeGreaterThan(11)
    for (const { cells } of weeks) {
      const [monday = '', asked = '', available = '', load = ''] = cells
      const span = cutWeek(monday, cycle)
      expect(Math.abs(numberIn(asked) - askedIn(span)), monday).toBeLessThanOrEqual(0.11)
      expect(numberIn(available), monday).toBeCloseTo(availableAgain(days, span), 1)
      if (numberIn(asked) > 1 && load !== 'nobody')
        expect(percentIn(load)).toBeCloseTo(numberIn(asked) / numberIn(available), 1)
    }
    const whole = pages.figures.find(({ label }) => label.startsWith('load: '))?.label ?? ''
    const [, asked = '', available = ''] = /load: ([\d.,]+) of ([\d.,]+)/.exec(whole) ?? []
    expect(Math.abs(numberIn(asked) - askedIn(cycle))).toBeLessThanOrEqual(0.2)
    expect(numberIn(available)).toBeCloseTo(availableAgain(days, cycle), 1)
  })
})

describe.each<ReportKind>(['plan', 'week', 'review', 'retrospective', 'across'])(
  'the days of a %s in digits',
  (kind) => {
    it.each([...CASES])('are said without the name of a month in %s', (...one) => {
      const { pages } = reportOf(one, kind)
      const months = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d/
      const all = pages.tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells, notes }) => [...cells, notes]),
      )
      const texts = [...all, ...pages.notes, ...pages.items, pages.heading, pages.subtitle]
      expect(texts.filter((text) => months.test(text))).toEqual([])
    })
  },
)

describe.each(['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026'])('%s by hand', (name) => {
  const cycle = [...year.cycle.values()].find((one) => one.name === name)
  const made: Case = ['the end', year, name, cycle?.endOn ?? '']

  it('ends in the week and on the sheets as the hand-made table says', () => {
    const { pages } = reportOf(made, 'week')
    const numbers = pages.tables.filter(({ set }) => set === 'Key results')
    expect(numbers.map(({ aside }) => aside)).toEqual(PROGRESS[name])
    const onSheets = [...year.person.keys()]
      .flatMap((id) => reportOf(made, 'person', [id]).pages.table('Owned key results')?.rows ?? [])
      .concat(numbers.flatMap(({ rows }) => rows))
    for (const [number, [start, proposed]] of numberedRows(name)) {
      const rows = onSheets.filter(({ title }) => title.startsWith(`${number} ${start}`))
      expect(rows.length, `${number} ${start}`).toBeGreaterThan(0)
      for (const { cells } of rows)
        expect(Math.round(percentIn(cells[4] ?? '') * 10) / 10).toBe(Number(proposed))
    }
  })
})
