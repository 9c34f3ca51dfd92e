import { describe, expect, it } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { currentCycle } from '../cycle/cycle-clock.ts'
import { checkInOf } from '../key-result/rules.test-support.ts'
import { runCommand } from '../plan/commands.ts'
import { buildIndex, listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, planFromThings } from '../plan/plan.ts'
import { samplePlan } from '../sample/sample-plan.ts'
import type { BegunRound } from './round.ts'
import {
  answerOn,
  answersFor,
  dueKeyResults,
  resumedRound,
  roundStops,
  withOriginals,
  workSince,
} from './round.ts'

const TODAY = '2026-11-16'
const NOW = `${TODAY}T08:00:00.000Z`
let count = 0
const newId = () => `n${String((count += 1))}`
const context = { today: TODAY, now: NOW, newId }

function sample() {
  const plan = planFromThings(samplePlan(context))
  const cycle = currentCycle(plan, TODAY)
  if (!cycle) throw new Error('no cycle')
  return { plan, index: buildIndex(plan), cycle }
}

describe('a check-in round', () => {
  it('goes through what is due, in the order of the route', () => {
    const { plan, index, cycle } = sample()
    const stops = roundStops(plan, index, cycle.id, { type: 'all' }, TODAY)
    expect(stops.length).toBeGreaterThan(0)
    const route = listAt(index.objectivesByCycle, cycle.id).flatMap(({ id }) =>
      listAt(index.keyResultsByObjective, id).map((k) => k.id),
    )
    expect(stops).toEqual(route.filter((id) => stops.includes(id)))
  })

  it('leaves out what was answered or skipped today', () => {
    const { plan, index, cycle } = sample()
    const [first = '', second = ''] = roundStops(plan, index, cycle.id, { type: 'all' }, TODAY)
    const said = { value: 1, confidence: 5 }
    const answered = runCommand(plan, 'checkIn.add', { keyResultId: first, ...said }, context)
    if (!answered.ok) throw new Error(answered.message)
    const one = applyPatch(plan, answered.patch)
    const skip = { keyResultId: second, value: null, confidence: null, skipReason: 'On holiday' }
    const skipped = runCommand(one, 'checkIn.add', skip, context)
    if (!skipped.ok) throw new Error(skipped.message)
    const two = applyPatch(one, skipped.patch)
    const left = roundStops(two, buildIndex(two), cycle.id, { type: 'all' }, TODAY)
    expect(left).not.toContain(first)
    expect(left).not.toContain(second)
    expect(answerOn(buildIndex(two), first, TODAY)?.value).toBe(1)
  })

  it('goes through mine: what I own, and what nobody owns under my objective', () => {
    const { plan, index, cycle } = sample()
    const all = dueKeyResults(plan, index, cycle.id, TODAY)
    const parts = [...plan.person.keys()].map((personId) =>
      roundStops(plan, index, cycle.id, { type: 'mine', personId }, TODAY),
    )
    expect(parts.flat().sort()).toEqual(all.map(({ id }) => id).sort())
    const [orphan] = all
    if (!orphan) throw new Error('nothing due')
    const owner = plan.objective.get(orphan.objectiveId)?.ownerId
    expect(answersFor(plan, { ...orphan, ownerId: null })).toBe(owner)
  })

  it('goes through a whole objective, due or not', () => {
    const { plan, index, cycle } = sample()
    const [objective] = listAt(index.objectivesByCycle, cycle.id)
    const objectiveId = objective?.id ?? ''
    const ids = listAt(index.keyResultsByObjective, objectiveId).map(({ id }) => id)
    expect(roundStops(plan, index, cycle.id, { type: 'objective', objectiveId }, TODAY)).toEqual(
      ids,
    )
  })

  it('asks for nothing before the cycle, after it, and once it is closed', () => {
    const { plan, index, cycle } = sample()
    expect(dueKeyResults(plan, index, cycle.id, '2020-01-01')).toEqual([])
    expect(dueKeyResults(plan, index, cycle.id, '2030-01-01')).toEqual([])
    expect(dueKeyResults(plan, index, null, TODAY)).toEqual([])
    const closed = { ...plan, cycle: new Map([[cycle.id, { ...cycle, state: 'closed' as const }]]) }
    expect(dueKeyResults(closed, index, cycle.id, TODAY)).toEqual([])
  })
})

describe('a round that was left', () => {
  const LATER = '2026-11-18'

  /** The sample with its round begun and the first stop answered or skipped. */
  function begun(said: object = { value: 1, confidence: 5 }) {
    const { plan, cycle, index } = sample()
    const stops = roundStops(plan, index, cycle.id, { type: 'all' }, TODAY)
    const [first = '', second = '', third = ''] = stops
    const result = runCommand(
      plan,
      'checkIn.add',
      { keyResultId: first, ...said } as never,
      context,
    )
    if (!result.ok) throw new Error(result.message)
    const after = applyPatch(plan, result.patch)
    const round: BegunRound = {
      cycleId: cycle.id,
      scope: { type: 'all' },
      stops,
      done: [first],
      at: second,
      startedOn: TODAY,
    }
    return { plan: after, round, first, second, third }
  }
  const resume = (plan: Plan, round: BegunRound, day: Day) =>
    resumedRound(plan, buildIndex(plan), round, day)

  it.each([TODAY, LATER])('goes on where it was left, answers stay (%s)', (day) => {
    const { plan, round } = begun()
    expect(resume(plan, round, day)).toEqual(round)
  })

  it('keeps what was skipped as well', () => {
    const { plan, round } = begun({ value: null, confidence: null, skipReason: 'On holiday' })
    expect(resume(plan, round, LATER)).toEqual(round)
  })

  it('takes in what is due by now, and lets go of what was answered elsewhere or is gone', () => {
    const { plan, round, first, second, third } = begun()
    const elsewhere = runCommand(
      plan,
      'checkIn.add',
      { keyResultId: second, value: 2, confidence: 5 },
      context,
    )
    if (!elsewhere.ok) throw new Error(elsewhere.message)
    const answered = applyPatch(plan, elsewhere.patch)
    const on = resume(answered, round, LATER)
    expect(on).toMatchObject({ stops: [first, third], done: [first], at: third })
    const [one] = [...plan.keyResult.values()].filter(({ id }) => id === third)
    if (!one) throw new Error('no third')
    const retired = {
      ...plan,
      keyResult: new Map(plan.keyResult).set(third, { ...one, state: 'retired' as const }),
    }
    expect(resume(retired, round, LATER)?.stops).toEqual([first, second])
  })

  it('begins anew when the answers are due again, when it is over, or when nothing was answered', () => {
    const { plan, round } = begun()
    expect(resume(plan, round, '2026-11-23')).toBeNull()
    expect(resume(plan, { ...round, at: null }, LATER)).toBeNull()
    expect(resume(plan, { ...round, done: [] }, LATER)).toBeNull()
    expect(resume(plan, { ...round, done: [] }, TODAY)).not.toBeNull()
    expect(resume(plan, { ...round, startedOn: LATER }, TODAY)).toBeNull()
  })

  it('asks again for an answer that was taken back', () => {
    const { plan, round, first } = begun()
    const checkIn = new Map([...plan.checkIn].filter(([, { day }]) => day !== TODAY))
    expect(resume({ ...plan, checkIn }, round, TODAY)).toMatchObject({
      done: [],
      stops: expect.arrayContaining([first]),
    })
  })

  it('goes through a whole objective although its answers are not due', () => {
    const { plan, cycle, index } = sample()
    const [objective] = listAt(index.objectivesByCycle, cycle.id)
    const scope = { type: 'objective', objectiveId: objective?.id ?? '' } as const
    const stops = roundStops(plan, index, cycle.id, scope, TODAY)
    const [first = '', second = ''] = stops
    const result = runCommand(
      plan,
      'checkIn.add',
      { keyResultId: first, value: 80, confidence: 5 },
      context,
    )
    if (!result.ok) throw new Error(result.message)
    const round = { cycleId: cycle.id, scope, stops, done: [first], at: second, startedOn: TODAY }
    expect(resume(applyPatch(plan, result.patch), round, LATER)).toEqual(round)
  })
})

describe('what initiatives did since the last check-in', () => {
  it('counts the tasks ticked off after that day and shows what was finished since', () => {
    const { plan, index } = sample()
    const serving = [...plan.initiative.values()].find(
      (i) => i.tasks.length > 1 && i.serves.length > 0 && i.state === 'in-progress',
    )
    if (!serving) throw new Error('no initiative with tasks')
    const [one, two] = serving.tasks
    if (!one || !two) throw new Error('no tasks')
    const tasks = [
      { ...one, done: true, doneOn: '2026-11-01' },
      { ...two, done: true, doneOn: '2026-11-12' },
    ]
    const initiative = new Map(plan.initiative)
    initiative.set(serving.id, { ...serving, tasks })
    const changed = { ...plan, initiative }
    const keyResultId = serving.serves[0]?.keyResultId ?? ''
    const of = (since: string | null) =>
      workSince(buildIndex(changed), keyResultId, since).find((w) => w.initiative.id === serving.id)
    expect(of('2026-11-09')).toMatchObject({ tasksDoneBefore: 1, tasksDone: 2 })
    expect(of('2026-11-12')).toMatchObject({ tasksDoneBefore: 2, tasksDone: 2 })
    expect(of(null)).toMatchObject({ tasksDoneBefore: 0, tasksDone: 2 })
    const done = { ...serving, state: 'done' as const, doneOn: '2026-11-10' }
    initiative.set(serving.id, done)
    const index2 = buildIndex({ ...plan, initiative })
    const isListed = (since: string) =>
      workSince(index2, keyResultId, since).some((w) => w.initiative.id === serving.id)
    expect([isListed('2026-11-09'), isListed('2026-11-10')]).toEqual([true, false])
    expect(index).toBeDefined()
  })
})

describe('corrections', () => {
  it('come with every original, oldest first', () => {
    const first = checkInOf('2026-11-02', 10, { id: 'first' })
    const second = checkInOf('2026-11-02', 11, { id: 'second', corrects: 'first' })
    const third = checkInOf('2026-11-02', 12, { id: 'third', corrects: 'second' })
    const other = checkInOf('2026-11-09', 9, { id: 'other' })
    expect(withOriginals([third, other, first, second])).toEqual([
      { holds: third, replaced: [first, second] },
      { holds: other, replaced: [] },
    ])
  })

  it('do not run in circles', () => {
    const a = checkInOf('2026-11-02', 10, { id: 'a', corrects: 'b' })
    const b = checkInOf('2026-11-02', 11, { id: 'b', corrects: 'a' })
    expect(withOriginals([a, b])).toEqual([])
  })
})
