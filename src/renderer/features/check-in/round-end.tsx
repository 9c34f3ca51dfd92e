import { useEffect, useRef } from 'react'
import { openConcerns } from '#domain/journal/open-concerns.ts'
import { counted } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import type { Round } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { ConcernAnswer } from './concern-answer.tsx'
import { ReminderOffer } from './reminder-offer.tsx'
import { goToStop } from './round-plan.ts'
import { useRoundKeys } from './use-round-keys.ts'
import { focusFirst } from './use-way-back.ts'
import styles from './round.module.css'

/** The end of a round: what was said, what was left out, and the concerns that still wait. */
export function RoundEnd({
  round,
  onBack,
  onClose,
}: {
  readonly round: Round
  readonly onBack: () => void
  readonly onClose: () => void
}) {
  const plan = usePlan((state) => state.plan)
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    focusFirst(root.current)
  }, [])
  useRoundKeys({ next: onClose, back: onBack })
  if (!plan) return null
  const open = round.stops.filter((id) => !round.done.includes(id))
  const concerns = openConcerns(plan)
  const hasKeyResults = [...plan.keyResult.values()].some(({ state }) => state === 'active')
  return (
    <section ref={root} className={styles['end']} aria-label="End of the round">
      <h2 className={styles['title']}>
        {round.stops.length === 0
          ? 'Nothing is due'
          : open.length === 0
            ? 'That is the round'
            : `${counted(open.length, 'key result')} left out`}
      </h2>
      <p className={styles['hint']}>
        {round.stops.length === 0
          ? hasKeyResults
            ? 'No check-in is due for this choice. Choose one objective above to check in ahead of time.'
            : 'No key result is on the route yet. Close this and write one there.'
          : `${String(round.done.length)} of ${String(round.stops.length)} answered or skipped. Everything is saved.`}
      </p>
      <div className={styles['row']}>
        {open.length > 0 && (
          <Button
            onClick={() => {
              goToStop(open[0] ?? null)
            }}
          >
            Go to what was left out
          </Button>
        )}
        <Button variant="primary" data-first onClick={onClose}>
          Close
        </Button>
      </div>
      {round.done.length > 0 && <ReminderOffer />}
      {concerns.length > 0 && (
        <>
          <h3 className={styles['label']}>Concerns without an answer · {concerns.length}</h3>
          <ul className={styles['works']}>
            {concerns.slice(0, 20).map((concern) => (
              <ConcernAnswer key={concern.id} concern={concern} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
