import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayFromNumber, dayNumber } from '../calendar/day.ts'
import { currentCycle, weekOf } from '../cycle/cycle-clock.ts'
import { isDoneButFlat } from '../initiative/flat.ts'
import { initiativeProgress, isLate } from '../initiative/initiative-progress.ts'
import { statusOf } from '../key-result/status.ts'
import { paceLine, rollUp } from '../objective/roll-up.ts'
import { overbookedPeople, weekLoadsOf } from '../people/capacity.ts'
import { integrityProblems } from '../plan/integrity.ts'
import { buildIndex, listAt } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import { thingSchema } from '../plan/thing.ts'
import { samplePlan } from './sample-plan.ts'

function sampleOn(today: string) {
  let count = 0
  const newId = () => `s${String((count += 1))}`
  const things = samplePlan({ today, now: `${today}T08:00:00.000Z`, newId })
  const plan = planFromThings(things)
  const cycle = currentCycle(plan, today)
  if (!cycle) throw new Error('no cycle')
  const index = buildIndex(plan)
  const context = { cycle, settings: plan.meta.settings, today }
  const figures = (id: string) => {
    const keyResult = plan.keyResult.get(id)
    if (!keyResult) throw new Error(id)
    return statusOf(keyResult, listAt(index.checkInsByKeyResult, id), context)
  }
  const objectives = listAt(index.objectivesByCycle, cycle.id).map((objective) => ({
    objective,
    ...rollUp(
      listAt(index.keyResultsByObjective, objective.id).map((keyResult) => ({
        keyResult,
        figures: figures(keyResult.id),
      })),
    ),
  }))
  return { things, plan, cycle, index, figures, objectives }
}

const DAYS = [
  '2026-11-16',
  '2026-11-22',
  '2026-12-31',
  '2027-01-01',
  '2028-02-29',
  '2028-03-01',
  '2027-03-28',
  '2100-02-28',
]

describe('the sample plan', () => {
  it.each(DAYS)('is whole, valid and in week 8 of 13 on %s', (today) => {
    const { things, plan, cycle } = sampleOn(today)
    for (const thing of things) expect(thingSchema.parse(thing)).toEqual(thing)
    expect(new Set(things.map((thing) => thing.id)).size).toBe(things.length)
    expect(integrityProblems(plan)).toEqual([])
    expect(weekOf(cycle, today)).toEqual({ week: 8, of: 13 })
    expect(cycle.name).toMatch(/^Q[1-4] \d{4}$/)
  })

  it('tells the same story on every day of seventy years', () => {
    const any = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2094-01-01') })
    fc.assert(
      fc.property(any, (number) => {
        const today = dayFromNumber(number)
        const { plan, objectives, figures, index } = sampleOn(today)
        expect(integrityProblems(plan)).toEqual([])
        expect(objectives.map((o) => Math.round((o.progress ?? 0) * 100))).toEqual([58, 34, 81])
        expect(objectives.map((o) => Math.round(o.confidence ?? 0))).toEqual([7, 4, 9])
        expect(objectives.map((o) => o.status)).toEqual(['slipping', 'behind', 'on-pace'])
        expect(paceLine(objectives[2] as never)).toMatch(/ ahead of the plan line$/)
        expect(objectives.every((o) => o.notStarted === 0)).toBe(true)
        const due = [...plan.keyResult.keys()].filter((id) => figures(id).isCheckInDue)
        expect(due.map((id) => plan.keyResult.get(id)?.title)).toEqual([
          'Self-service share from 20 to 45 %',
          'p95 page load from 3.1 to 1.2 s',
          'Crash-free sessions from 99.2 to 99.9 %',
        ])
        const late = [...plan.initiative.values()].filter((i) => isLate(i, today))
        expect(late.map((i) => [i.title, i.state])).toEqual([
          ['Train the team on fast triage', 'blocked'],
        ])
        const flat = [...plan.initiative.values()].filter((initiative) =>
          initiative.serves.some(({ keyResultId }) => {
            const keyResult = plan.keyResult.get(keyResultId)
            const checkIns = listAt(index.checkInsByKeyResult, keyResultId)
            return keyResult && isDoneButFlat(initiative, keyResult, checkIns)
          }),
        )
        expect(flat.map((i) => i.title)).toEqual(['One-page set-up wizard'])
        for (const checkIn of plan.checkIn.values()) expect(checkIn.day <= today).toBe(true)
        for (const entry of plan.journalEntry.values()) expect(entry.day <= today).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('has the figures of the story', () => {
    const { plan, figures, objectives, cycle, index } = sampleOn('2026-11-19')
    const percents = [...plan.keyResult.keys()].map((id) =>
      Math.round(figures(id).progress.counted * 100),
    )
    expect(percents).toEqual([100, 47, 32, 60, 18, 24, 92, 70])
    expect(objectives.map(paceLine)).toEqual([
      '8 points behind the plan line',
      '21 points behind the plan line',
      '6 points ahead of the plan line',
    ])
    expect(listAt(index.garageByCycle, cycle.id).map((i) => i.title)).toEqual([
      'Quarterly customer advisory board',
      'Status page inside the app',
      'Offsite: support playbook',
    ])
    const chatbot = [...plan.initiative.values()].find((i) => i.title.includes('chatbot'))
    expect(chatbot && initiativeProgress(chatbot)).toMatchObject({ tasksDone: 4, tasks: 6 })
  })

  it('asks a little too much of one person in a few weeks, never over the whole cycle', () => {
    const { plan, cycle } = sampleOn('2026-11-19')
    expect(overbookedPeople(plan, cycle)).toEqual([])
    const jon = [...plan.person.values()].find((person) => person.name === 'Jon Dahl')
    const weeks = weekLoadsOf(plan, jon?.id ?? '', cycle)
    const over = weeks.filter((week) => week.verdict === 'overbooked')
    expect(over.length).toBeGreaterThanOrEqual(1)
    expect(over.length).toBeLessThanOrEqual(3)
    expect(over.every((week) => week.startOn >= addDays(cycle.startOn, 42))).toBe(true)
  })
})
