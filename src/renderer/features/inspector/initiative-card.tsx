import { formatDay } from '#domain/calendar/day-format.ts'
import {
  INITIATIVE_STATE_WORDS,
  initiativeProgress,
  isLate,
} from '#domain/initiative/initiative-progress.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { usePlan } from '#store/plan-store.ts'
import { ThingCard } from './thing-card.tsx'
import styles from './thing-card.module.css'

/** One initiative in a list: title, owner, due day, state and how far it is. A click selects it. */
export function InitiativeCard({ initiative }: { readonly initiative: Initiative }) {
  const owner = usePlan((state) =>
    initiative.ownerId === null ? undefined : state.plan?.person.get(initiative.ownerId),
  )
  const today = usePlan((state) => state.today)
  const { share } = initiativeProgress(initiative)
  const done = initiative.tasks.filter((task) => task.done).length
  const bad = initiative.state === 'blocked' || isLate(initiative, today)
  const line = [
    owner ? shortTitle(owner.name) : 'nobody',
    initiative.dueOn === null ? 'no dates' : `due ${formatDay(initiative.dueOn)}`,
    initiative.tasks.length > 0
      ? `${String(done)} of ${String(initiative.tasks.length)} tasks`
      : INITIATIVE_STATE_WORDS[initiative.state].toLowerCase(),
    ...(isLate(initiative, today) ? ['late'] : []),
  ].join(' · ')
  return (
    <ThingCard
      about={initiative}
      title={initiative.title}
      line={line}
      tone={bad ? 'bad' : undefined}
      isDropped={initiative.state === 'dropped'}
    >
      <span className={styles['meter']} aria-hidden>
        <span
          className={styles['meterFill']}
          data-tone={bad ? 'bad' : initiative.state === 'done' ? 'good' : undefined}
          style={{ width: `${String(Math.round(share * 100))}%` }}
        />
      </span>
    </ThingCard>
  )
}
