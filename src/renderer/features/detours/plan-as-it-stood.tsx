import type { Day } from '#domain/calendar/day.ts'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import { figuresOn } from '#domain/check-in/round.ts'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import { INITIATIVE_STATE_WORDS } from '#domain/initiative/initiative-progress.ts'
import { unitOf } from '#domain/key-result/metric.ts'
import { progressInWords } from '#domain/key-result/progress.ts'
import { formatMetric, formatShare, formatValue } from '#domain/key-result/value-format.ts'
import type { Objective } from '#domain/objective/objective.ts'
import { rollUp } from '#domain/objective/roll-up.ts'
import type { Id } from '#domain/plan/field.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { StatusChip } from '#ui/badge.tsx'
import styles from './detours-screen.module.css'

type Then = { readonly plan: Plan; readonly index: PlanIndex; readonly day: Day }

/** A plan of an earlier day as an outline with the figures of that day. */
export function PlanAsItStood({ cycleId, ...then }: Then & { readonly cycleId: Id | null }) {
  const { plan, index, day } = then
  const cycle = (cycleId === null ? undefined : plan.cycle.get(cycleId)) ?? currentCycle(plan, day)
  const objectives = cycle ? listAt(index.objectivesByCycle, cycle.id) : []
  if (objectives.length === 0)
    return <p className={styles['lead']}>No objective stood in the plan on that day.</p>
  return (
    <ul className={styles['outline']}>
      {objectives.map((objective) => (
        <ObjectiveThen key={objective.id} objective={objective} then={then} />
      ))}
    </ul>
  )
}

function ObjectiveThen({
  objective,
  then: { plan, index, day },
}: {
  readonly objective: Objective
  readonly then: Then
}) {
  const rows = listAt(index.keyResultsByObjective, objective.id).flatMap((keyResult) => {
    const figures = figuresOn(plan, index, keyResult, day)
    return figures ? [{ keyResult, figures }] : []
  })
  const whole = rollUp(rows)
  const owner = (id: Id | null) =>
    id === null ? 'nobody' : (plan.person.get(id)?.name ?? 'nobody')
  return (
    <li className={styles['objective']}>
      <p className={styles['objectiveHead']}>
        <strong dir="auto">{objective.title}</strong>
        <span className={styles['small']}>
          {owner(objective.ownerId)} · {whole.progress === null ? '–' : formatShare(whole.progress)}
        </span>
        <StatusChip status={whole.status} />
        {objective.state === 'dropped' && <span className={styles['small']}>dropped</span>}
      </p>
      <ul className={styles['krs']}>
        {rows.map(({ keyResult, figures }) => (
          <li key={keyResult.id}>
            <p className={styles['objectiveHead']}>
              <span dir="auto">{keyResult.title}</span>
              <span className={styles['small']}>
                {formatMetric(keyResult.metric)} · now{' '}
                {formatValue(figures.progress.current, unitOf(keyResult.metric))} ·{' '}
                {progressInWords(figures.progress)} · due {formatDayWithYear(keyResult.dueOn)} ·{' '}
                {owner(keyResult.ownerId)}
                {keyResult.state === 'active' ? '' : ` · ${keyResult.state}`}
              </span>
              <StatusChip status={figures.status} />
            </p>
            <ul className={styles['works']}>
              {listAt(index.initiativesByKeyResult, keyResult.id).map((initiative) => (
                <li key={initiative.id} className={styles['small']} dir="auto">
                  {initiative.title} · {INITIATIVE_STATE_WORDS[initiative.state].toLowerCase()} ·{' '}
                  {owner(initiative.ownerId)}
                  {initiative.dueOn === null ? '' : ` · due ${formatDayWithYear(initiative.dueOn)}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </li>
  )
}
