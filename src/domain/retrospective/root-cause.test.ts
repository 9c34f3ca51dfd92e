import { describe, expect, it } from 'vitest'
import { acrossOf } from '../across/across.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import type { CommandContext } from '../plan/command.ts'
import { runCommand } from '../plan/commands.ts'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { applyPatch, invert, planFromThings, thingsOf } from '../plan/plan.ts'
import type { Plan } from '../plan/plan.ts'
import { readPlanFile, writePlanFile } from '../exchange/plan-file.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { stateHash } from '../plan/state-hash.ts'
import { causeNow } from './root-cause.ts'

/** The year in which the cause was named in three cycles; the last of them is still under review. */
const year = planFromThings(seededYear(countingContext(SEEDED_TODAY)))
const CAUSE = 'Not enough capacity'

const causesIn = (plan: Plan, state: 'closed' | 'review') =>
  [...plan.retrospective.values()]
    .filter(({ cycleId }) => plan.cycle.get(cycleId)?.state === state)
    .flatMap(({ keyResults }) => keyResults.map(({ rootCause }) => rootCause))
    .filter((cause) => cause !== '')

function renamed(plan: Plan, from: string, to: string): Plan {
  const result = runCommand(plan, 'rootCause.rename', { from, to }, countingContext(SEEDED_TODAY))
  if (!result.ok) throw new Error(result.message)
  const next = applyPatch(plan, result.patch)
  expect(stateHash(applyPatch(next, invert(plan, result.patch)))).toBe(stateHash(plan))
  return next
}

const across = (plan: Plan) =>
  acrossOf(plan, buildIndex(plan), SEEDED_TODAY).rootCauses.map(
    ({ cause, count, isRecurring }) => [cause, count, isRecurring] as const,
  )
const as = (plan: Plan, from: string, to: string) =>
  across(plan).map(([cause, ...rest]) => [cause === from ? to : cause, ...rest])

/** The same year with the cause chosen in the cycle under review as well. */
function withOpenChoice(): Plan {
  const cycle = [...year.cycle.values()].find(({ state }) => state === 'review')
  const open = [...year.retrospective.values()].find(({ cycleId }) => cycleId === cycle?.id)
  const keyResult = [...year.keyResult.values()].find(
    ({ objectiveId }) => year.objective.get(objectiveId)?.cycleId === cycle?.id,
  )
  const context = countingContext(SEEDED_TODAY, 'open-')
  const begun = open
    ? year
    : stepped(year, 'retrospective.start', { cycleId: cycle?.id ?? '' }, context)
  const id =
    [...begun.retrospective.values()].find(({ cycleId }) => cycleId === cycle?.id)?.id ?? ''
  const input = { id, keyResultId: keyResult?.id ?? '', rootCause: CAUSE }
  return stepped(begun, 'retrospective.setRootCause', input, context)
}

function stepped<C extends CommandId>(
  plan: Plan,
  id: C,
  input: CommandInput<C>,
  context: CommandContext,
): Plan {
  const result = runCommand(plan, id, input, context)
  if (!result.ok) throw new Error(result.message)
  return applyPatch(plan, result.patch)
}

describe('renaming a root cause', () => {
  const before = withOpenChoice()
  const after = renamed(before, CAUSE, 'Too few hands')

  it('renames it in the list and wherever it was chosen in cycles that are not closed', () => {
    expect(causesIn(before, 'review')).toContain(CAUSE)
    expect(causesIn(after, 'review')).toContain('Too few hands')
    expect(causesIn(after, 'review')).not.toContain(CAUSE)
    expect(after.meta.settings.rootCauses).toContain('Too few hands')
    expect(after.meta.settings.rootCauses).not.toContain(CAUSE)
  })

  it('leaves closed cycles as they were, and counts both names as one', () => {
    expect(causesIn(after, 'closed')).toEqual(causesIn(before, 'closed'))
    expect(causesIn(after, 'closed')).toContain(CAUSE)
    expect(across(after)).toEqual(as(before, CAUSE, 'Too few hands'))
  })

  it('follows a second name, and the first one back again', () => {
    const twice = renamed(after, 'Too few hands', 'Nobody had time')
    expect(across(twice)).toEqual(as(before, CAUSE, 'Nobody had time'))
    const back = renamed(twice, 'Nobody had time', CAUSE)
    expect(across(back)).toEqual(across(before))
    expect(stateHash(back)).toBe(stateHash(before))
  })

  it('is remembered in a file', () => {
    const text = writePlanFile(thingsOf(after), { savedAt: `${SEEDED_TODAY}T09:00:00Z`, app: '1' })
    const read = readPlanFile(new TextEncoder().encode(text), 'plan.roadbook')
    if (!read.ok) throw new Error(read.message)
    expect(across(planFromThings(read.things))).toEqual(across(after))
  })

  it('takes a name that is in the list by its word', () => {
    const settings = { rootCauses: ['A'], renamedCauses: [{ from: 'A', to: 'B' }] }
    expect(causeNow(settings, ' A ')).toBe('A')
    expect(causeNow({ ...settings, rootCauses: ['B'] }, 'A')).toBe('B')
    expect(causeNow(settings, 'C')).toBe('C')
  })

  it.each([
    ['Unheard of', 'Anything', 'from'],
    [CAUSE, 'Priorities changed', 'to'],
  ])('refuses %s → %s', (from, to, field) => {
    const context = countingContext(SEEDED_TODAY)
    const result = runCommand(year, 'rootCause.rename', { from, to }, context)
    expect(result).toMatchObject({ ok: false, field })
  })
})
