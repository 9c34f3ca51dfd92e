import { expect, it } from 'vitest'
import type { CommandId, CommandInput } from '#domain/plan/commands.ts'
import { runCommand } from '#domain/plan/commands.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { applyPatch, planFromThings } from '#domain/plan/plan.ts'
import { buildIndex, updateIndex } from '#domain/plan/plan-index.ts'
import type { FigureSources } from './figures.ts'
import { initiativeFigures, keyResultFigures, objectiveFigures } from './figures.ts'
import { newPlanRow } from './plan-copy.ts'

let next = 0
const context = {
  now: '2026-11-22T10:00:00.000Z',
  today: '2026-11-22',
  newId: () => `n${String(next++)}`,
}

function after<C extends CommandId>(
  sources: FigureSources,
  id: C,
  input: CommandInput<C>,
): FigureSources {
  const result = runCommand(sources.plan, id, input, context)
  if (!result.ok) throw new Error(result.message)
  const plan = applyPatch(sources.plan, result.patch)
  return { ...sources, plan, index: updateIndex(sources.index, sources.plan, plan, result.patch) }
}

function twoLanes(): FigureSources {
  const plan = planFromThings([newPlanRow('p', 'Plan', context.now)])
  let sources: FigureSources = { plan, index: buildIndex(plan), today: context.today }
  sources = after(sources, 'cycle.add', {
    id: 'c',
    name: 'Q4',
    startOn: '2026-10-01',
    endOn: '2026-12-31',
  })
  for (const o of ['a', 'b']) {
    sources = after(sources, 'objective.add', { id: o, cycleId: 'c', title: o })
    for (const k of ['1', '2'])
      sources = after(sources, 'keyResult.add', {
        id: `${o}${k}`,
        objectiveId: o,
        title: `${o}${k}`,
        dueOn: '2026-12-31',
        metric: { type: 'increase', baseline: 0, target: 10, unit: '' },
      })
    sources = after(sources, 'initiative.add', {
      id: `i${o}`,
      cycleId: 'c',
      title: `i${o}`,
      keyResultId: `${o}1`,
      dueOn: '2026-11-20',
    })
  }
  return sources
}

const there = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('it must be there')
  return value
}
const lane = (s: FigureSources, id: string) => objectiveFigures(s, there(s.plan.objective.get(id)))
const road = (s: FigureSources, id: string) => keyResultFigures(s, there(s.plan.keyResult.get(id)))
const bar = (s: FigureSources, id: string) => initiativeFigures(s, there(s.plan.initiative.get(id)))

it('a check-in computes its own lane anew and leaves the others as they are', () => {
  const before = twoLanes()
  const [a, b, a2, ia, ib] = [
    lane(before, 'a'),
    lane(before, 'b'),
    road(before, 'a2'),
    bar(before, 'ia'),
    bar(before, 'ib'),
  ]
  expect(a).toMatchObject({ progress: 0, notStarted: 2 })
  const now = after(before, 'checkIn.add', { keyResultId: 'a1', value: 5, confidence: 8 })
  expect(lane(now, 'a')).toMatchObject({ progress: 0.25, notStarted: 1 })
  expect(road(now, 'a1')).toMatchObject({ confidence: 8, progress: { counted: 0.5 } })
  expect(lane(now, 'b')).toBe(b)
  expect(road(now, 'a2')).toBe(a2)
  expect(bar(now, 'ib')).toBe(ib)
  expect(bar(now, 'ia')).toEqual(ia)
  expect(lane(now, 'a')).toBe(lane(now, 'a'))
})

it('another name of the plan changes no figure; other thresholds and another day do', () => {
  const before = twoLanes()
  const started = after(before, 'checkIn.add', { keyResultId: 'a1', value: 5, confidence: 8 })
  const figures = road(started, 'a1')
  const renamed = after(started, 'plan.update', { changes: { name: 'Other' } })
  expect(road(renamed, 'a1')).toBe(figures)
  const strict = after(started, 'plan.update', {
    changes: { settings: { thresholds: { onPace: 0.01, slipping: 0.02 } } },
  })
  expect(road(strict, 'a1')?.pace.verdict).toBe('behind')
  const tomorrow = { ...started, today: '2026-11-23' }
  expect(road(tomorrow, 'a1')).not.toBe(figures)
  expect(there(road(tomorrow, 'a1')).pace.expected).toBeGreaterThan(there(figures).pace.expected)
})

it('an initiative is late, and flat where its number does not move', () => {
  let sources = twoLanes()
  expect(bar(sources, 'ia')).toMatchObject({ isLate: true, lateDays: 2, flatKeyResultIds: [] })
  for (const day of ['2026-11-02', '2026-11-09', '2026-11-16'])
    sources = after(sources, 'checkIn.add', { keyResultId: 'a1', day, value: 3, confidence: 5 })
  sources = after(sources, 'initiative.update', { id: 'ia', changes: { state: 'done' } })
  expect(bar(sources, 'ia')).toMatchObject({ isLate: false, share: 1, flatKeyResultIds: ['a1'] })
})

it('what is not there has no figures', () => {
  const sources = twoLanes()
  const keyResult = there(sources.plan.keyResult.get('a1'))
  const objective = there(sources.plan.objective.get('a'))
  const empty: Plan = { ...sources.plan, cycle: new Map() }
  expect(keyResultFigures({ ...sources, plan: empty }, keyResult)).toBeNull()
  expect(objectiveFigures({ ...sources, plan: empty }, objective)).toBeNull()
})
