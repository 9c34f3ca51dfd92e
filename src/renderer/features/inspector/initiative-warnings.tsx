import { TriangleAlert } from 'lucide-react'
import { isDoneButFlat } from '#domain/initiative/flat.ts'
import { isStartLate, lateDays } from '#domain/initiative/initiative-progress.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { overloadBy } from '#domain/people/capacity.ts'
import { personDays } from '#domain/people/person-days.ts'
import { counted, inQuotes } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { useMemo } from 'react'
import styles from './inspector.module.css'

/** What a person should know about an initiative before they change it: late, overbooked, without effect. */
export function InitiativeWarnings({ initiative }: { readonly initiative: Initiative }) {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const overloads = useMemo(() => (plan ? overloadBy(plan, initiative) : []), [plan, initiative])
  if (!plan || !index) return null
  const late = lateDays(initiative, today)
  const cycle = plan.cycle.get(initiative.cycleId)
  const warnings: string[] = []
  if (late > 0) warnings.push(`${counted(late, 'day')} late`)
  if (isStartLate(initiative, today)) warnings.push('Should have started already')
  if (cycle && initiative.dueOn !== null && initiative.dueOn > cycle.endOn)
    warnings.push(`Due after the cycle ends on ${cycle.endOn}`)
  for (const { person, overDays } of overloads)
    warnings.push(`${person.name} is ${personDays(overDays)} over capacity in its weeks`)
  for (const { keyResultId } of initiative.serves) {
    const keyResult = plan.keyResult.get(keyResultId)
    const checkIns = index.checkInsByKeyResult.get(keyResultId) ?? []
    if (keyResult && isDoneButFlat(initiative, keyResult, checkIns))
      warnings.push(
        `Work done, number flat: ${inQuotes(keyResult.title, 500)} has not moved for three check-ins`,
      )
  }
  if (warnings.length === 0) return null
  return (
    <ul className={styles['list']}>
      {warnings.map((warning) => (
        <li key={warning} className={styles['warning']}>
          <TriangleAlert size={14} aria-hidden />
          <span dir="auto">{warning}</span>
        </li>
      ))}
    </ul>
  )
}
