import type { KeyResult } from '../key-result/key-result.ts'
import type { Id, Ref } from '../plan/field.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { counted } from '../plan/title-quote.ts'
import type { TextFinding } from './finding.ts'
import { finding } from './finding.ts'

/** So many values without one change that followed are enough to ask what the number is for. */
export const OFTEN = 8

/**
 * Whether anything changed after the first value of a key result: a detour, a decision, a lesson or a
 * concern about it, its objective or what works on it, or an initiative that was dropped or blocked.
 */
function ledToSomething(
  plan: Plan,
  index: PlanIndex,
  keyResult: KeyResult,
  firstOn: string,
): boolean {
  const works = listAt(index.initiativesByKeyResult, keyResult.id)
  const about = new Set<Id>([keyResult.id, keyResult.objectiveId, ...works.map(({ id }) => id)])
  const isAbout = (ref: Ref | null) => ref !== null && about.has(ref.id)
  if (works.some(({ state, blocker }) => state === 'dropped' || blocker !== null)) return true
  for (const detour of plan.detour.values())
    if (detour.day >= firstOn && isAbout(detour.about)) return true
  for (const entry of plan.journalEntry.values())
    if (entry.type !== 'win' && entry.day >= firstOn && isAbout(entry.about)) return true
  return false
}

/**
 * The vanity warning from the history of a number: it was checked in often, and nothing was ever done
 * differently. A guardrail is there to be watched only, and a number that arrived has done its work.
 */
export function coachHistory(plan: Plan, index: PlanIndex, keyResult: KeyResult): TextFinding[] {
  if (keyResult.guardrail) return []
  const said = listAt(index.checkInsByKeyResult, keyResult.id).filter((c) => c.value !== null)
  const [first] = said
  if (!first || said.length < OFTEN) return []
  if (ledToSomething(plan, index, keyResult, first.day)) return []
  return [
    finding(
      'never-acted-on',
      'wouldDo',
      `${counted(said.length, 'value')} were written down, and nothing was ever done differently because of them.`,
      'Say what would be done when it moves, make it a guardrail, or retire it with the reason.',
    ),
  ]
}
