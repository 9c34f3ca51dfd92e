import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day.ts'
import type { Detour } from '../detour/detour.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { checkInOf, keyResultOf } from '../key-result/rules.test-support.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import type { Thing } from '../plan/thing.ts'
import { metaOf } from '../plan/things.test-support.ts'
import { coachHistory } from './coach-history.ts'

const keyResult = keyResultOf({ type: 'increase', unit: '', baseline: 0, target: 100 })
const values = (count: number) =>
  Array.from({ length: count }, (_, week) => checkInOf(addDays('2026-10-05', 7 * week), week))

const decision: JournalEntry = {
  kind: 'journalEntry',
  id: 'j',
  type: 'decision',
  day: '2026-11-01',
  at: '2026-11-01T09:00:00.000Z',
  text: 'Fewer calls',
  authorId: null,
  about: { kind: 'keyResult', id: 'k' },
  reactions: [],
  answer: '',
  answerOwnerId: null,
  resolvedOn: null,
}
const detour: Detour = {
  kind: 'detour',
  id: 'd',
  cycleId: 'q',
  day: '2026-11-01',
  at: '2026-11-01T09:00:00.000Z',
  about: { kind: 'keyResult', id: 'k' },
  title: '',
  change: 'dueOn',
  from: 'a',
  to: 'b',
  why: '',
  authorId: null,
}

function findings(things: readonly Thing[], changes: Partial<typeof keyResult> = {}) {
  const changed = { ...keyResult, ...changes }
  const plan = planFromThings([metaOf(), changed, ...things])
  return coachHistory(plan, buildIndex(plan), changed).map(({ check }) => check)
}

describe('a number that is watched and never acted on', () => {
  it.each<[string, readonly Thing[], boolean]>([
    ['eight values and nothing else', values(8), true],
    ['seven values', values(7), false],
    ['eight values and a decision about it', [...values(8), decision], false],
    ['eight values and a win about it', [...values(8), { ...decision, type: 'win' }], true],
    [
      'a decision from before the first value',
      [...values(8), { ...decision, day: '2026-09-01' }],
      true,
    ],
    [
      'a decision about something else',
      [...values(8), { ...decision, about: { kind: 'objective', id: 'x' } }],
      true,
    ],
    [
      'a decision about its objective',
      [...values(8), { ...decision, about: { kind: 'objective', id: 'o' } }],
      false,
    ],
    ['eight values and a detour', [...values(8), detour], false],
  ])('%s', (_case, things, isFound) => {
    expect(findings(things)).toEqual(isFound ? ['never-acted-on'] : [])
  })

  it('leaves a guardrail alone', () => {
    expect(findings(values(12), { guardrail: true })).toEqual([])
  })
})
