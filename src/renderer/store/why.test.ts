import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildIndex } from '#domain/plan/plan-index.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { samplePlan } from '#domain/sample/sample-plan.ts'
import { whyLines } from './why.ts'
import { usePlan } from './working-copy.ts'

const DAY = '2026-11-19'
let number = 0
const plan = planFromThings(
  samplePlan({
    now: `${DAY}T08:00:00.000Z`,
    today: DAY,
    newId: () => `why${String(number++)}`,
  }),
)
const idOf = (kind: 'keyResult' | 'objective' | 'initiative', title: RegExp) => {
  const found = [...plan[kind].values()].find((thing) => title.test(thing.title))
  return `${kind} ${found?.id ?? ''}`
}

beforeEach(() => {
  usePlan.setState({ plan, index: buildIndex(plan), today: DAY })
})
afterEach(() => {
  usePlan.setState({ plan: null, index: null })
})

it('gives the rule and the numbers of a key result', () => {
  const lines = whyLines(idOf('keyResult', /^Self-service share/))
  expect(lines?.[0]).toBe('Self-service share from 20 to 45 %')
  expect(lines?.[1]).toMatch(/^20 → 45 % · due \w{3} \d+$/)
  expect(lines?.[2]).toMatch(/: \d+ % of the way, \d+ % expected, gap \d\.\d\d [≤>] 0\.\d\d$/)
})

it('gives for an objective its weakest key result with the numbers of that', () => {
  const lines = whyLines(idOf('objective', /^Customers rave/))
  expect(lines?.join('\n')).toMatch(
    /the weakest key result decides.*\n.*% of the way, \d+ % expected, gap/,
  )
})

it('gives for an initiative what stands in its way and since when', () => {
  const lines = whyLines(idOf('initiative', /^Train the team/)) ?? []
  expect(lines.join('\n')).toMatch(/Blocked since Nov \d+/)
  expect(lines.join('\n')).toMatch(/\d+ days? late: due Nov \d+, neither done nor dropped/)
})

it.each(['keyResult gone', 'objective', 'person p', ''])('has nothing for %j', (of) => {
  expect(whyLines(of)).toBeNull()
})
