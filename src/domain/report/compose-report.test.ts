import { describe, expect, it } from 'vitest'
import type { Id } from '../plan/field.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import { personOf } from '../plan/things.test-support.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { makeReport } from './make-report.ts'
import { reportMarkdown } from './markdown.ts'
import { defaultOptions } from './options.ts'

const things = [...seededYear(countingContext(SEEDED_TODAY)), personOf('new', { name: 'New here' })]
const year = planFromThings(things)
const index = buildIndex(year)
const cycleId = [...year.cycle.values()].find(({ name }) => name === 'Q2 2026')?.id ?? ''
const idOf = (name: string) =>
  [...year.person.values()].find((person) => person.name === name)?.id ?? ''
const planOf = (people: readonly Id[]) =>
  reportMarkdown(
    makeReport(
      year,
      index,
      { cycleId, today: SEEDED_TODAY },
      { ...defaultOptions('plan'), people },
    ),
  )
/** The list of figures under the heading. */
const figuresIn = (text: string) => text.split('\n').filter((line) => /^- \*\*\d+\*\* /.test(line))

describe('a report of some people', () => {
  it('keeps the figures of the whole cycle, as it says', () => {
    expect(figuresIn(planOf([])).slice(0, 4)).toHaveLength(4)
    expect(figuresIn(planOf([idOf('Jon Dahl')])).slice(0, 4)).toEqual(
      figuresIn(planOf([])).slice(0, 4),
    )
    expect(planOf([idOf('Jon Dahl')])).toContain('lists only of Jon Dahl')
  })

  it('does not call a cycle empty of which nothing is theirs', () => {
    expect(planOf(['new'])).toContain('No objective of this cycle is theirs.')
    expect(planOf(['new'])).not.toContain('has no objectives yet')
  })
})
