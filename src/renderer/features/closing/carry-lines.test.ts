import { expect, it } from 'vitest'
import { buildIndex, listAt } from '#domain/plan/plan-index.ts'
import { countingContext } from '#domain/plan/plan-arbitrary.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { initiativeOf } from '#domain/plan/things.test-support.ts'
import { reviewOf } from '#domain/retrospective/review.ts'
import { SEEDED_TODAY, seededYear } from '#domain/sample/seeded-year.ts'
import { carryLines } from './carry-lines.ts'

const things = seededYear(countingContext(SEEDED_TODAY))
const cycleId = things.find((one) => one.kind === 'cycle' && one.name === 'Q4 2026')?.id ?? ''

it('offers unfinished work, on the route and in the Garage, once', () => {
  const plan = planFromThings([
    ...things,
    initiativeOf('waits', { cycleId, title: 'Ask the neighbours', serves: [], state: 'idea' }),
    initiativeOf('over', { cycleId, title: 'Asked them', serves: [], state: 'done' }),
  ])
  const index = buildIndex(plan)
  const review = reviewOf(plan, index, cycleId, SEEDED_TODAY)
  if (!review) throw new Error('no review')
  const lines = carryLines(review, listAt(index.garageByCycle, cycleId))
  const work = lines.filter(({ ref }) => ref.kind === 'initiative')
  expect(work.map(({ title, words, depth }) => [title, words, depth])).toEqual([
    ['Rewrite the help articles', 'initiative, in progress', 2],
    ['Partner day', 'initiative, blocked', 2],
    ['Ask the neighbours', 'in the Garage, idea', 'garage'],
  ])
})
