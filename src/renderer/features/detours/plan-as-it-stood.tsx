import { useState, type ComponentType } from 'react'
import type { Day } from '#domain/calendar/day.ts'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import { figuresOn } from '#domain/check-in/round.ts'
import { saidInWords } from '#domain/check-in/said-words.ts'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { ownerInWords } from '#domain/detour/record-detour.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { INITIATIVE_STATE_WORDS } from '#domain/initiative/initiative-progress.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { progressInWords } from '#domain/key-result/progress.ts'
import type { KeyResultStatus } from '#domain/key-result/status.ts'
import { formatMetric, formatShare } from '#domain/key-result/value-format.ts'
import type { Objective } from '#domain/objective/objective.ts'
import { rollUp } from '#domain/objective/roll-up.ts'
import type { Id } from '#domain/plan/field.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { StatusChip } from '#ui/badge.tsx'
import styles from './detours-screen.module.css'

type Then = { readonly plan: Plan; readonly index: PlanIndex; readonly day: Day }

/** Draws the route of a plan of another day. The app hands it in: features do not import each other. */
export type RouteDrawer = ComponentType<Then & { readonly cycle: Cycle }>

/** A plan of an earlier day as its drawn route, and the same in words with the figures of that day. */
export function PlanAsItStood({
  cycleId,
  Route,
  ...then
}: Then & { readonly cycleId: Id | null; readonly Route: RouteDrawer }) {
  const { plan, index, day } = then
  const [isInWords, setInWords] = useState(false)
  const cycle = (cycleId === null ? undefined : plan.cycle.get(cycleId)) ?? currentCycle(plan, day)
  const objectives = cycle ? listAt(index.objectivesByCycle, cycle.id) : []
  const garage = cycle ? listAt(index.garageByCycle, cycle.id) : []
  if (!cycle || objectives.length + garage.length === 0)
    return <p className={styles['lead']}>Nothing stood in the plan of this cycle on that day.</p>
  return (
    <>
      {objectives.length > 0 && <Route {...then} cycle={cycle} />}
      <details
        className={styles['words']}
        onToggle={(event) => {
          setInWords(event.currentTarget.open)
        }}
      >
        <summary>The same in words</summary>
        {isInWords && <Outline objectives={objectives} garage={garage} then={then} />}
      </details>
    </>
  )
}

function Outline({
  objectives,
  garage,
  then,
}: {
  readonly objectives: readonly Objective[]
  readonly garage: readonly Initiative[]
  readonly then: Then
}) {
  return (
    <ul className={styles['outline']}>
      {objectives.map((objective) => (
        <ObjectiveThen key={objective.id} objective={objective} then={then} />
      ))}
      {garage.length > 0 && (
        <li className={styles['objective']}>
          <strong>Garage</strong>
          <ul className={styles['works']}>
            {garage.map((initiative) => (
              <InitiativeThen key={initiative.id} initiative={initiative} plan={then.plan} />
            ))}
          </ul>
        </li>
      )}
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
  const owner = (id: Id | null) => ownerInWords(plan, id)
  return (
    <li className={styles['objective']}>
      <p className={styles['objectiveHead']}>
        <strong dir="auto">{objective.title}</strong>
        <span className={styles['small']}>
          <bdi>{owner(objective.ownerId)}</bdi> ·{' '}
          {whole.progress === null ? '–' : formatShare(whole.progress)}
        </span>
        <StatusChip status={whole.status} reasons={whole.reasons} isFocusable />
        {objective.state === 'dropped' && <span className={styles['small']}>dropped</span>}
      </p>
      <ul className={styles['krs']}>
        {rows.map(({ keyResult, figures }) => (
          <li key={keyResult.id}>
            <p className={styles['objectiveHead']}>
              <span dir="auto">{keyResult.title}</span>
              <span className={styles['small']}>
                {formatMetric(keyResult.metric)} · {nowInWords(keyResult, figures)} · due{' '}
                {formatDayWithYear(keyResult.dueOn)} · <bdi>{owner(keyResult.ownerId)}</bdi>
                {keyResult.state === 'active' ? '' : ` · ${keyResult.state}`}
              </span>
              <StatusChip status={figures.status} reasons={figures.reasons} isFocusable />
            </p>
            <ul className={styles['works']}>
              {listAt(index.initiativesByKeyResult, keyResult.id).map((initiative) => (
                <InitiativeThen key={initiative.id} initiative={initiative} plan={plan} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The value of that day and how far it is: `now 9.8 min · 47 %`. */
function nowInWords(keyResult: KeyResult, { progress }: KeyResultStatus): string {
  const said = saidInWords(keyResult, { value: progress.current, stepsDone: null })
  return [...(said === null ? [] : [`now ${said}`]), progressInWords(progress)].join(' · ')
}

function InitiativeThen({
  initiative,
  plan,
}: {
  readonly initiative: Initiative
  readonly plan: Plan
}) {
  const { title, state, ownerId, dueOn } = initiative
  return (
    <li className={styles['small']}>
      <bdi>{title}</bdi> · {INITIATIVE_STATE_WORDS[state].toLowerCase()} ·{' '}
      <bdi>{ownerInWords(plan, ownerId)}</bdi>
      {dueOn === null ? '' : ` · due ${formatDayWithYear(dueOn)}`}
    </li>
  )
}
