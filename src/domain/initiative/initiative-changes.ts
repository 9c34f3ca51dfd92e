import { formatDayWithYear } from '../calendar/day-format.ts'
import type { Change } from '../detour/record-detour.ts'
import { ownerInWords } from '../detour/record-detour.ts'
import { formatPercent } from '../key-result/value-format.ts'
import type { Plan } from '../plan/plan.ts'
import { canonicalJson } from '../plan/state-hash.ts'
import { shortTitle } from '../plan/title-quote.ts'
import type { Initiative } from './initiative.ts'

/** What an initiative serves, in words: `First response`, `CSAT 60 %, Activation 40 %`, `the Garage`. */
export function servesInWords(plan: Plan, initiative: Initiative): string {
  const title = (id: string) => shortTitle(plan.keyResult.get(id)?.title ?? '')
  const [first] = initiative.serves
  if (!first) return 'the Garage'
  if (initiative.serves.length === 1) return title(first.keyResultId)
  return initiative.serves
    .map((s) => `${title(s.keyResultId)} ${formatPercent(s.share)}`)
    .join(', ')
}

/** The changes between two states of an initiative that are detours once its cycle runs. */
export function changesOf(plan: Plan, before: Initiative, after: Initiative): Change[] {
  const base = {
    cycleId: before.cycleId,
    about: { kind: 'initiative', id: after.id },
    title: after.title,
  } as const
  const day = (value: string | null) => (value === null ? 'no due day' : formatDayWithYear(value))
  const changes: Change[] = []
  if (before.dueOn !== after.dueOn)
    changes.push({
      ...base,
      change: 'dueOn',
      from: day(before.dueOn),
      to: day(after.dueOn),
      isFirst: before.dueOn === null,
    })
  if (before.ownerId !== after.ownerId)
    changes.push({
      ...base,
      change: 'owner',
      from: ownerInWords(plan, before.ownerId),
      to: ownerInWords(plan, after.ownerId),
      isFirst: before.ownerId === null,
    })
  if (canonicalJson(before.serves) !== canonicalJson(after.serves))
    changes.push({
      ...base,
      change: 'serves',
      from: servesInWords(plan, before),
      to: servesInWords(plan, after),
      isFirst: before.serves.length === 0,
    })
  if (before.state !== after.state && after.state === 'dropped')
    changes.push({
      ...base,
      change: 'dropped',
      from: 'on the plan',
      to: 'dropped',
      why: before.stateReason === after.stateReason ? '' : after.stateReason.trim(),
    })
  if (before.state !== after.state && before.state === 'dropped')
    changes.push({ ...base, change: 'dropped', from: 'dropped', to: 'on the plan' })
  return changes
}
