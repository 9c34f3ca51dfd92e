import type { CheckIn } from '#domain/check-in/check-in.ts'
import { workSince } from '#domain/check-in/round.ts'
import { coachHistory } from '#domain/coach/coach-history.ts'
import { withoutDismissed } from '#domain/coach/finding.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Day } from '#domain/calendar/day.ts'
import type { Arrival } from '#domain/key-result/arrival.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { KeyResultStatus } from '#domain/key-result/status.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import { usePlan } from '#store/plan-store.ts'
import { statusTone } from '#ui/badge.tsx'
import { RoundChart } from './round-chart.tsx'
import { WorkCard } from './work-card.tsx'
import styles from './round.module.css'

/** The chart with the value being typed, where it leads, and what the initiatives did since. */
export function StopBeside({
  keyResult,
  cycle,
  checkIns,
  figures,
  arrival,
  arrivalWords,
  since,
}: {
  readonly keyResult: KeyResult
  readonly cycle: Cycle
  readonly checkIns: readonly CheckIn[]
  readonly figures: KeyResultStatus
  readonly arrival: Arrival | null
  readonly arrivalWords: string | null
  /** The day of the last check-in before today; null for none. */
  readonly since: Day | null
}) {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  if (!plan || !index) return null
  const works = workSince(index, keyResult.id, since)
  const about = { kind: 'keyResult', id: keyResult.id } as const
  const hints = withoutDismissed(
    coachHistory(plan, index, keyResult).map((hint) => ({ ...hint, about })),
    plan.meta.settings,
  )
  const words = [`${formatMetric(keyResult.metric)}: ${figures.reasons.join('. ')}`]
  return (
    <aside className={styles['beside']} aria-label="What happened since">
      <RoundChart
        keyResult={keyResult}
        checkIns={checkIns}
        startOn={cycle.startOn}
        today={today}
        arrival={arrival}
        tone={statusTone(figures.status)}
        summary={[...words, ...(arrivalWords === null ? [] : [arrivalWords])].join('. ')}
      />
      {arrivalWords !== null && <p className={styles['hint']}>{arrivalWords}</p>}
      {hints.map(({ check, label, reason, example }) => (
        <p key={check} className={styles['doubt']}>
          <strong>{label}</strong>: {reason} {example}
        </p>
      ))}
      <h3 className={styles['label']}>What its initiatives did</h3>
      {works.length === 0 ? (
        <p className={styles['hint']}>No initiative works on it.</p>
      ) : (
        <ul className={styles['works']}>
          {works.map((work) => (
            <WorkCard key={work.initiative.id} work={work} />
          ))}
        </ul>
      )}
    </aside>
  )
}
