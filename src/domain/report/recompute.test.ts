import { describe, expect, it } from 'vitest'
import { daysBetween } from '../calendar/day.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import { samplePlan } from '../sample/sample-plan.ts'
import type { Block, Line } from './document.ts'
import { makeReport } from './make-report.ts'
import { defaultOptions } from './options.ts'

/**
 * Works every figure of the sample's review out again from the printed words alone: the rules, the days, the
 * values, the weights and the plan lines that stand on the page.
 */

const TODAY = '2026-11-22'
const plan = planFromThings(samplePlan(countingContext(TODAY)))
const cycle = [...plan.cycle.values()][0]
const report = makeReport(
  plan,
  buildIndex(plan),
  { cycleId: cycle?.id ?? '', today: TODAY },
  { ...defaultOptions('review'), dates: 'iso' },
)
const words = (line: Line) =>
  line
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u2011', '-')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2212', '-')
const number = (text: string) =>
  Number(/-?[\d.]+/.exec(text.replaceAll(',', ''))?.[0] ?? Number.NaN)
const percent = (text: string) => number(text) / 100
const said = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? ''

type Printed = {
  readonly title: string
  readonly cells: readonly string[]
  readonly notes: string
}
const [startOn = '', endOn = ''] = words(report.heading).match(/\d{4}-\d{2}-\d{2}/g) ?? []
const blocks = report.sections.flatMap((section): readonly Block[] => section.blocks)
const rules = blocks
  .flatMap((block) => (block.type === 'text' ? [words(block.text)] : []))
  .join('\n')

/** Each objective with what is printed of its key results. */
const objectives = blocks.flatMap((block, i) => {
  if (block.type !== 'table' || block.set !== 'Key results') return []
  const head = blocks.slice(0, i).findLast((one) => one.type === 'heading' && one.level === 2)
  const rows = block.rows.map((row): Printed => ({
    title: words(row.cells[0]?.[0] ?? []),
    cells: row.cells.map((cell) => words(cell[0] ?? [])),
    notes: row.notes.map(words).join('\n'),
  }))
  return head?.type === 'heading' ? [{ aside: words(head.aside ?? []), rows }] : []
})

/** Progress by the printed rule: (now − baseline) ÷ (target − baseline). */
const progressOf = ({ cells }: Printed) => {
  const [, baseline = '', target = '', now = ''] = cells
  return (number(now) - number(baseline)) / (number(target) - number(baseline))
}

describe('the review of the sample plan', () => {
  it('prints the days, the data and the thresholds that its figures rest on', () => {
    expect([startOn, endOn]).toEqual([cycle?.startOn, cycle?.endOn])
    expect(rules).toMatch(
      /All figures are the state of 2026-11-22\. The newest check-in is of 2026-/,
    )
    expect(rules).toMatch(/A gap up to 10 % is on pace, up to 25 % slipping/)
    expect(objectives.length).toBe(3)
    expect(objectives.flatMap(({ rows }) => rows).length).toBe(8)
  })

  it.each(objectives.flatMap(({ rows }) => rows).map((row) => [row.title, row] as const))(
    'lets %s be worked out again',
    (_title, row) => {
      const [, , , , printedProgress = '', printedExpected = ''] = row.cells
      const counted = Math.min(1, Math.max(0, progressOf(row)))
      expect(Math.abs(percent(printedProgress) - counted)).toBeLessThanOrEqual(0.006)
      expect(row.notes).toMatch(/value typed by \S.* on \d{4}-\d{2}-\d{2}/)
      if (printedExpected === '–') return
      const dueOn = said(row.notes, /due (\d{4}-\d{2}-\d{2})/)
      const time = Math.min(1, daysBetween(startOn, TODAY) / daysBetween(startOn, dueOn))
      const steps = [...row.notes.matchAll(/([\d.]+) % from (\d{4}-\d{2}-\d{2})/g)]
      const expected = row.notes.includes('plan line back-loaded')
        ? time * time
        : row.notes.includes('plan line by steps')
          ? Number(steps.findLast(([, , on = '']) => on <= TODAY)?.[1] ?? 0) / 100
          : time
      expect(Math.abs(percent(printedExpected) - expected)).toBeLessThanOrEqual(0.006)
      const gap = said(row.notes, /gap (-?[\d.]+)/)
      if (gap !== '')
        expect(Math.abs(Number(gap) - (expected - counted))).toBeLessThanOrEqual(0.006)
    },
  )

  it('lets each objective be worked out from its key results and their weights', () => {
    for (const { aside, rows } of objectives) {
      const weighed = rows.flatMap((row) => {
        const weight = said(row.notes, /weight ([\d.]+) of/)
        return weight === '' ? [] : [{ weight: Number(weight), progress: progressOf(row) }]
      })
      const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
      const sum = weighed.reduce(
        (all, { weight, progress }) => all + weight * Math.min(1, Math.max(0, progress)),
        0,
      )
      expect(Math.abs(percent(aside) - sum / total)).toBeLessThanOrEqual(0.006)
    }
  })
})
