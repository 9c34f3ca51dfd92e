import { describe, expect, it } from 'vitest'
import { targetHint } from '../across/target-hint.ts'
import { proposedNextCycle, proposedToCarry } from '../cycle/next-cycle-commands.ts'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { integrityProblems } from '../plan/integrity.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, invert, planFromThings } from '../plan/plan.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { lessonsFor } from './lessons.ts'
import { retrospectiveOf, reviewOf } from './review.ts'

const context = countingContext(SEEDED_TODAY, 'z')
const year = planFromThings(seededYear(countingContext(SEEDED_TODAY)))
const cycleId = (name: string) => [...year.cycle.values()].find((c) => c.name === name)?.id ?? ''
const Q3 = cycleId('Q3 2026')
const Q4 = cycleId('Q4 2026')
const keyResultIn = (plan: Plan, cycle: string, title: string) => {
  const found = [...plan.keyResult.values()].find(
    (k) => plan.objective.get(k.objectiveId)?.cycleId === cycle && k.title.startsWith(title),
  )
  if (!found) throw new Error(title)
  return found
}

function run<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan {
  const result = runCommand(plan, id, input, context)
  if (!result.ok) throw new Error(`${id}: ${result.message}`)
  return applyPatch(plan, result.patch)
}
function refusal<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): string {
  const result = runCommand(plan, id, input, context)
  return result.ok ? 'taken' : result.message
}

const begun = run(year, 'retrospective.start', { cycleId: Q4, id: 'retro' })
const selfService = keyResultIn(begun, Q4, 'Self-service')

describe('the review walk', () => {
  it('begins with the questions of the plan and keeps the step', () => {
    const retrospective = retrospectiveOf(begun, Q4)
    expect(retrospective?.answers.map(({ question }) => question)).toEqual(
      year.meta.settings.retrospectiveQuestions,
    )
    const again = runCommand(begun, 'retrospective.start', { cycleId: Q4 }, context)
    expect(again.ok && again.patch).toEqual({ puts: [], deletes: [] })
    const later = run(begun, 'retrospective.setStep', { id: 'retro', step: 'causes' })
    expect(retrospectiveOf(later, Q4)?.step).toBe('causes')
  })

  it('takes another score only with a reason and keeps both', () => {
    const input = { id: 'retro', keyResultId: selfService.id, score: 0.6 }
    expect(refusal(begun, 'retrospective.setScore', input)).toBe(
      'Another score than the proposed 0.4 needs a reason.',
    )
    const scored = run(begun, 'retrospective.setScore', { ...input, reason: 'Counted too late' })
    const row = retrospectiveOf(scored, Q4)?.keyResults[0]
    expect(row).toMatchObject({ proposedScore: 0.4, finalScore: 0.6, reason: 'Counted too late' })
    const back = { id: 'retro', keyResultId: selfService.id, score: null }
    const review = reviewOf(
      run(scored, 'retrospective.setScore', back),
      buildIndex(scored),
      Q4,
      SEEDED_TODAY,
    )
    const one = review?.objectives[0]?.keyResults.find((k) => k.keyResult.id === selfService.id)
    expect([one?.final, one?.score]).toEqual([null, 0.4])
    expect(
      refusal(scored, 'retrospective.setReason', {
        id: 'retro',
        keyResultId: selfService.id,
        reason: ' ',
      }),
    ).toBe('The changed score keeps needing its reason.')
  })

  it('takes nothing of another cycle', () => {
    const other = keyResultIn(begun, Q3, 'Customer satisfaction')
    const input = { id: 'retro', keyResultId: other.id, score: 1 }
    expect(refusal(begun, 'retrospective.setScore', input)).toBe(
      'This key result does not belong to the cycle.',
    )
  })

  it('changes the format and keeps every answer', () => {
    const first = retrospectiveOf(begun, Q4)?.answers[1]
    const answered = run(begun, 'retrospective.setAnswer', {
      id: 'retro',
      answerId: first?.id ?? '',
      answer: 'The old articles',
    })
    const four = run(answered, 'retrospective.useFormat', { id: 'retro', format: 'four-ls' })
    expect(retrospectiveOf(four, Q4)?.answers.map((a) => [a.question, a.answer])).toEqual([
      ['What did not work?', 'The old articles'],
      ['What did we like?', ''],
      ['What did we learn?', ''],
      ['What did we lack?', ''],
      ['What did we long for?', ''],
    ])
  })
})

describe('a closed cycle', () => {
  const closed = run(begun, 'retrospective.close', { id: 'retro' })
  const objective = [...closed.objective.values()].find((o) => o.cycleId === Q4)
  const initiative = [...closed.initiative.values()].find((i) => i.cycleId === Q4)
  const checkIn = [...closed.checkIn.values()].find((c) => c.keyResultId === selfService.id)
  const detour = [...closed.detour.values()].find((d) => d.cycleId === Q4)
  const FROZEN =
    '"Q4 2026" is closed, so nothing in it can be changed. Reopen it with a reason first.'

  it('has its scores and its objectives’ fate written down', () => {
    expect(closed.cycle.get(Q4)?.state).toBe('closed')
    const retrospective = retrospectiveOf(closed, Q4)
    expect(retrospective).toMatchObject({ state: 'closed', closedOn: SEEDED_TODAY })
    expect(retrospective?.keyResults.map((r) => r.finalScore)).toEqual([1, 0.4, 0.5, 0.9, 1, 0.5])
    const fates = [...closed.objective.values()].filter((o) => o.cycleId === Q4)
    expect(fates.map((o) => o.state)).toEqual(['missed', 'achieved', 'achieved'])
  })

  it.each<[string, () => string]>([
    [
      'a check-in',
      () =>
        refusal(closed, 'checkIn.add', { keyResultId: selfService.id, value: 1, confidence: 1 }),
    ],
    [
      'a correction',
      () => refusal(closed, 'checkIn.correct', { id: checkIn?.id ?? '', value: 1, confidence: 1 }),
    ],
    [
      'a rename',
      () =>
        refusal(closed, 'objective.update', { id: objective?.id ?? '', changes: { title: 'x' } }),
    ],
    ['a new objective', () => refusal(closed, 'objective.add', { cycleId: Q4, title: 'x' })],
    [
      'a new key result',
      () => refusal(closed, 'keyResult.add', { objectiveId: objective?.id ?? '', title: 'x' }),
    ],
    ['a deleted key result', () => refusal(closed, 'keyResult.delete', { id: selfService.id })],
    [
      'a moved initiative',
      () =>
        refusal(closed, 'initiative.move', {
          moves: [{ id: initiative?.id ?? '', startOn: '2026-11-01', dueOn: '2026-11-02' }],
          to: null,
        }),
    ],
    [
      'a deleted initiative',
      () => refusal(closed, 'initiative.delete', { ids: [initiative?.id ?? ''] }),
    ],
    [
      'an explained detour',
      () => refusal(closed, 'detour.explain', { id: detour?.id ?? '', why: 'x' }),
    ],
    [
      'other days',
      () => refusal(closed, 'cycle.update', { id: Q4, changes: { endOn: '2027-01-31' } }),
    ],
    ['its deletion', () => refusal(closed, 'cycle.delete', { id: Q4 })],
    [
      'another score',
      () =>
        refusal(closed, 'retrospective.setScore', {
          id: 'retro',
          keyResultId: selfService.id,
          score: 1,
          reason: 'x',
        }),
    ],
    ['another story', () => refusal(closed, 'retrospective.setStory', { id: 'retro', story: 'x' })],
  ])('refuses %s', (_what, attempt) => {
    expect(attempt()).toBe(FROZEN)
  })

  it.each<[string, () => string]>([
    [
      'the journal',
      () =>
        refusal(closed, 'journal.add', {
          type: 'lesson',
          text: 'x',
          about: { kind: 'keyResult', id: selfService.id },
        }),
    ],
    ['settings', () => refusal(closed, 'plan.update', { changes: { direction: 'x' } })],
    [
      'the next cycle',
      () =>
        refusal(closed, 'cycle.startNext', {
          fromId: Q4,
          name: 'Q1 2027',
          startOn: '2027-01-01',
          endOn: '2027-03-31',
          keep: [],
        }),
    ],
    [
      'reopening with a reason',
      () => refusal(closed, 'retrospective.reopen', { id: 'retro', reason: 'A number was wrong' }),
    ],
    [
      'reopening from the list of cycles',
      () =>
        refusal(closed, 'cycle.setState', {
          id: Q4,
          state: 'review',
          reason: 'A number was wrong',
        }),
    ],
  ])('still takes %s', (_what, attempt) => {
    expect(attempt()).toBe('taken')
  })

  it('still takes a tick on an action that it left behind, and nothing else of it', () => {
    const q3 = retrospectiveOf(year, Q3)
    const action = q3?.actions.find(({ done }) => !done)
    const of = { id: q3?.id ?? '', actionId: action?.id ?? '' }
    expect(refusal(year, 'retrospective.updateAction', { ...of, changes: { done: true } })).toBe(
      'taken',
    )
    expect(
      refusal(year, 'retrospective.updateAction', { ...of, changes: { text: 'x' } }),
    ).toContain('"Q3 2026" is closed')
  })

  it('needs a reason to be reopened; then the numbers are followed again', () => {
    expect(refusal(closed, 'retrospective.reopen', { id: 'retro', reason: ' ' })).toBe(
      'Reopening a closed cycle needs a reason.',
    )
    const open = run(closed, 'retrospective.reopen', { id: 'retro', reason: 'Wrong number' })
    expect(open.cycle.get(Q4)?.stateLog.at(-1)).toMatchObject({
      state: 'review',
      reason: 'Wrong number',
    })
    const next = run(open, 'checkIn.add', { keyResultId: selfService.id, value: 45, confidence: 9 })
    const one = reviewOf(next, buildIndex(next), Q4, SEEDED_TODAY)
      ?.objectives.flatMap((o) => o.keyResults)
      .find((k) => k.keyResult.id === selfService.id)
    expect([one?.proposed, one?.score]).toEqual([1, 1])
  })

  it('opens again by undo as well', () => {
    const result = runCommand(begun, 'retrospective.close', { id: 'retro' }, context)
    if (!result.ok) throw new Error(result.message)
    expect(applyPatch(closed, invert(begun, result.patch)).cycle.get(Q4)?.state).toBe('review')
  })
})

describe('the next cycle', () => {
  it.each([
    ['2026-10-01', '2026-12-31', { name: 'Q1 2027', startOn: '2027-01-01', endOn: '2027-03-31' }],
    ['2026-01-01', '2026-03-31', { name: 'Q2 2026', startOn: '2026-04-01', endOn: '2026-06-30' }],
    [
      '2026-10-05',
      '2026-11-15',
      { name: 'After Sprint', startOn: '2026-11-16', endOn: '2026-12-27' },
    ],
  ])('after %s – %s', (startOn, endOn, next) => {
    expect(proposedNextCycle({ name: 'Sprint', startOn, endOn })).toEqual(next)
  })

  const keep = proposedToCarry(year, Q3)
  const next = run(year, 'cycle.startNext', {
    fromId: Q3,
    id: 'next',
    name: 'Q1 2027',
    startOn: '2027-01-01',
    endOn: '2027-03-31',
    keep,
  })
  const carried = (title: string) => keyResultIn(next, 'next', title)

  it('carries what was kept and its objectives, and nothing that was stopped', () => {
    const titles = [...next.keyResult.values()]
      .filter((k) => next.objective.get(k.objectiveId)?.cycleId === 'next')
      .map((k) => k.title.split(' ')[0])
    expect(titles).toEqual(['First', 'Activation', 'Find', 'New', 'Signed'])
    expect(
      [...next.objective.values()].filter((o) => o.cycleId === 'next').map((o) => o.state),
    ).toEqual(['draft', 'draft', 'draft'])
    expect(integrityProblems(next)).toEqual([])
  })

  it.each([
    // Way left: the target stays, the last value is the baseline.
    ['First response', { type: 'decrease', unit: 'min', baseline: 6.8, target: 6 }],
    ['Activation', { type: 'increase', unit: '%', baseline: 43, target: 46 }],
    // A baseline that was found asks for its target.
    ['Find out', { type: 'increase', unit: '%', baseline: 4.2, target: null }],
    ['Signed', { type: 'increase', unit: 'deals', baseline: 4, target: 6 }],
  ])('%s starts from its last value', (title, metric) => {
    const keyResult = carried(title)
    const before = keyResultIn(next, Q3, title)
    expect(keyResult.metric).toEqual(metric)
    expect(keyResult.carriedFrom).toBe(before.id)
    expect(keyResult.id).not.toBe(before.id)
    expect(keyResult.dueOn).toBe('2027-03-31')
    expect([...next.checkIn.values()].some((c) => c.keyResultId === keyResult.id)).toBe(false)
  })

  it('says the lessons of the cycles before beside the fields that they concern', () => {
    const lessons = lessonsFor(next, carried('Activation'))
    expect(lessons.map((l) => [l.cycleName, l.field, l.text])).toEqual([
      ['Q3 2026', 'target', 'Scored 0.7: Two of the new teams are our own'],
      ['Q1 2026', 'target', 'Scored 0.4'],
      ['Q1 2026', 'dueOn', 'Started too late'],
      ['Q1 2026', 'whole', 'Keep: It is the number that matters'],
      ['Q1 2026', 'target', '30 → 45 % → 30 → 40 %: The baseline was counted with our own teams'],
      ['Q1 2026', 'whole', 'Count the baseline before setting a target'],
    ])
    expect(lessonsFor(next, selfService)).toEqual([])
  })

  it('holds a target against what moved before', () => {
    const hint = (target: number) => {
      const plan = run(next, 'keyResult.update', {
        id: carried('Signed').id,
        changes: { metric: { type: 'increase', unit: 'deals', baseline: 4, target } },
      })
      return targetHint(plan, buildIndex(plan), keyResultIn(plan, 'next', 'Signed'))
    }
    // Q3 moved 2 deals in 91 days; Q1 2027 has 89.
    expect(hint(6)).toMatchObject({ verdict: 'fine' })
    expect(hint(9)?.words).toBe(
      'Too lofty? It moved by 2 deals in "Q3 2026"; this target asks for 5 deals, 2.6 times as fast',
    )
    expect(hint(4.5)?.verdict).toBe('too-safe')
    expect(targetHint(year, buildIndex(year), selfService)).toBeNull()
  })
})
