import { useState } from 'react'
import { formatDay, formatDayWithYear } from '#domain/calendar/day-format.ts'
import { counted } from '#domain/plan/title-quote.ts'
import { cycleScoreReasons } from '#domain/retrospective/score-reasons.ts'
import { announce, openDialog, toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Flag } from '#ui/flag.tsx'
import { EditableText } from '#ui/editable.tsx'
import { why } from '#ui/why-tips.tsx'
import { edit } from './edit.ts'
import type { StepProps } from './review-walk.tsx'
import { StepHead } from './step-head.tsx'
import { judgedOf } from './step-state.ts'
import { useEntriesOf } from './use-entries.ts'
import styles from './celebrate.module.css'
import walk from './walk.module.css'

const WIN = ['win'] as const

/** The wins of the cycle, its figures, its story; and the closing itself. */
export function StepCelebrate({ review, retrospective }: StepProps) {
  const wins = useEntriesOf(review.cycle, WIN)
  const [isFresh, setIsFresh] = useState(false)
  const isClosed = review.cycle.state === 'closed'
  const judged = judgedOf(review)
  const left = [
    [
      judged.filter(({ score }) => score === null).length,
      'key result without a score',
      'key results without a score',
    ],
    [
      judged.filter(({ isMissed, rootCause }) => isMissed && rootCause.trim() === '').length,
      'missed key result without a root cause',
      'missed key results without a root cause',
    ],
    [
      retrospective.answers.filter(({ answer }) => answer.trim() === '').length,
      'question without an answer',
      'questions without an answer',
    ],
    [
      retrospective.actions.filter(({ ownerId }) => ownerId === null).length,
      'action without an owner',
      'actions without an owner',
    ],
  ] as const
  const open = left.filter(([count]) => count > 0)
  return (
    <>
      <StepHead title={isClosed ? 'Closed' : 'Celebrate, then close'}>
        {isClosed
          ? `Closed on ${formatDayWithYear(retrospective.closedOn ?? review.cycle.endOn)}. Nothing in it changes any more.`
          : 'Read the wins aloud. Closing freezes the cycle: its numbers stay as they are now.'}
      </StepHead>
      <dl className={styles['tiles']}>
        <div>
          <dt>{review.verdict ? `mean score, ${review.verdict.words}` : 'mean score'}</dt>
          <dd>
            <span tabIndex={0} role="note" {...why(cycleScoreReasons(review))}>
              {review.mean === null ? '–' : review.mean.toFixed(2)}
            </span>
          </dd>
        </div>
        <div>
          <dt>key results reached</dt>
          <dd>
            {review.reached} of {review.keyResults}
          </dd>
        </div>
        <div>
          <dt>initiatives done, {review.initiativesDropped} dropped</dt>
          <dd>
            {review.initiativesDone} of {review.initiatives}
          </dd>
        </div>
        <div>
          <dt>check-ins made</dt>
          <dd>
            {review.habit.done} of {review.habit.due}
          </dd>
        </div>
      </dl>
      <section className={styles['wins']} aria-label="Wins of the cycle">
        <Flag waves={isFresh} />
        {wins.length === 0 ? (
          <p>
            No win was written down in this cycle. Is there really none? A win can still be noted in
            the journal.
          </p>
        ) : (
          <ul className={walk['lines']}>
            {wins.map(({ id, day, text }) => (
              <li key={id}>
                <strong dir="auto">{text}</strong>{' '}
                <span className={walk['quiet']}>{formatDay(day)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <EditableText
        label="The story of the cycle, for those who were not there"
        multiline
        disabled={isClosed}
        maxLength={20_000}
        value={retrospective.story}
        onCommit={(story) => edit('retrospective.setStory', { id: retrospective.id, story })}
      />
      {isClosed ? (
        <div className={styles['ends']}>
          <Button
            variant="primary"
            size="large"
            onClick={() => {
              openDialog({ type: 'next-cycle', fromId: review.cycle.id })
            }}
          >
            Begin the next cycle…
          </Button>
        </div>
      ) : (
        <div className={styles['ends']}>
          {open.length > 0 && (
            <p className={walk['quiet']}>
              Still open: {open.map(([count, one, many]) => counted(count, one, many)).join(', ')}.
              It can be closed all the same.
            </p>
          )}
          <Button
            variant="primary"
            size="large"
            onClick={() => {
              const refused = edit('retrospective.close', { id: retrospective.id })
              if (refused !== null) {
                toast(refused, { tone: 'bad' })
                return
              }
              setIsFresh(true)
              announce(`${review.cycle.name} is closed`)
            }}
          >
            Close {review.cycle.name}
          </Button>
        </div>
      )}
    </>
  )
}
