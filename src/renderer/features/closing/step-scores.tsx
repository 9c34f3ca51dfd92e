import { useState } from 'react'
import { unitOf } from '#domain/key-result/metric.ts'
import { progressInWords } from '#domain/key-result/progress.ts'
import { formatValue } from '#domain/key-result/value-format.ts'
import type { Objective } from '#domain/objective/objective.ts'
import type { Id } from '#domain/plan/field.ts'
import type { ReviewedKeyResult, ReviewedObjective } from '#domain/retrospective/review.ts'
import { cycleScoreReasons, keyResultScoreReasons } from '#domain/retrospective/score-reasons.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { EditableText, NumberField } from '#ui/editable.tsx'
import { why } from '#ui/why-tips.tsx'
import { edit } from './edit.ts'
import type { StepProps } from './review-walk.tsx'
import { ScoreLevels } from './score-levels.tsx'
import { scoreWords } from './score-words.ts'
import { ObjectiveHead, StepHead } from './step-head.tsx'
import styles from './walk.module.css'

/** Proposed scores and the owners' final ones. Another score needs its reason; both are kept. */
export function StepScores({ review, retrospective }: StepProps) {
  return (
    <>
      <StepHead title="Is this the right judgement?">
        The numbers propose a score; the owner may give another one with a reason. Both are kept and
        printed. Below 0.4 is missed, below 0.7 partly; a committed objective is good only at 1.0.
      </StepHead>
      {review.objectives.map((reviewed) => (
        <section key={reviewed.objective.id} className={styles['objective']}>
          <ObjectiveHead reviewed={reviewed} withScore />
          <ul className={styles['rows']}>
            {reviewed.keyResults
              .filter(({ keyResult }) => keyResult.state === 'active')
              .map((one) => (
                <li key={one.keyResult.id} className={styles['scoreRow']}>
                  <ScoreRow
                    one={one}
                    type={reviewed.objective.type}
                    retrospectiveId={retrospective.id}
                  />
                </li>
              ))}
          </ul>
          <ObjectiveScore reviewed={reviewed} retrospectiveId={retrospective.id} />
        </section>
      ))}
      <p className={styles['sum']} tabIndex={0} role="note" {...why(cycleScoreReasons(review))}>
        Mean of the cycle <strong>{review.mean === null ? '–' : review.mean.toFixed(2)}</strong>
        {review.verdict && ` · ${review.verdict.words}`}
      </p>
    </>
  )
}

function ScoreRow({
  one,
  type,
  retrospectiveId,
}: {
  readonly one: ReviewedKeyResult
  readonly type: Objective['type']
  readonly retrospectiveId: Id
}) {
  // A score that waits for its reason; the command takes both together.
  const [pending, setPending] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)
  const { keyResult, proposed, score, tone, band } = one
  const of = { id: retrospectiveId, keyResultId: keyResult.id }
  const choose = (level: number) => {
    if (level === proposed) {
      setPending(null)
      setError(edit('retrospective.setScore', { ...of, score: null, reason: '' }))
      return
    }
    const refused = edit('retrospective.setScore', { ...of, score: level })
    setPending(refused === null ? null : level)
    setError(null)
  }
  const shown = pending ?? score
  const isOwn = pending !== null || (one.final !== null && one.final !== proposed)
  return (
    <>
      <div className={styles['what']}>
        <p className={styles['name']} dir="auto">
          {keyResult.title}
        </p>
        <p className={styles['quiet']}>
          {formatValue(one.finalValue, unitOf(keyResult.metric))} at the end ·{' '}
          {progressInWords(one.figures.progress)} of the way · proposed{' '}
          {proposed === null ? 'nothing' : proposed.toFixed(1)}
          {!one.isCounted && ' · watched, not counted'}
        </p>
      </div>
      {pending === null ? (
        <Badge tone={tone ?? 'quiet'} reasons={keyResultScoreReasons(one, type)} isFocusable>
          {scoreWords(score, band, tone)}
        </Badge>
      ) : (
        <Badge>{`${pending.toFixed(1)} needs a reason`}</Badge>
      )}
      <div className={styles['wide']}>
        <ScoreLevels
          label={`Score of ${keyResult.title}`}
          value={shown}
          proposed={proposed}
          onChange={choose}
        />
        {isOwn && (
          <EditableText
            key={pending === null ? 'kept' : 'asked'}
            label={
              proposed === null
                ? 'Why this score?'
                : `Why ${shown?.toFixed(1) ?? ''} and not ${proposed.toFixed(1)}?`
            }
            autoFocus={pending !== null}
            maxLength={20_000}
            value={one.reason}
            onCommit={(reason) => {
              if (pending === null) return edit('retrospective.setReason', { ...of, reason })
              const refused = edit('retrospective.setScore', { ...of, score: pending, reason })
              if (refused === null) setPending(null)
              return refused
            }}
          />
        )}
        {error !== null && (
          <p className={styles['error']} role="alert">
            {error}
          </p>
        )}
      </div>
    </>
  )
}

function ObjectiveScore({
  reviewed,
  retrospectiveId,
}: {
  readonly reviewed: ReviewedObjective
  readonly retrospectiveId: Id
}) {
  const { objective, mean, final, reason } = reviewed
  const [open, setOpen] = useState(final !== null)
  const [pending, setPending] = useState<number | null>(null)
  const of = { id: retrospectiveId, objectiveId: objective.id }
  const words = mean === null ? 'no mean' : mean.toFixed(2)
  if (!open)
    return (
      <p className={styles['quiet']}>
        Weighted mean {words}.{' '}
        <Button
          variant="link"
          onClick={() => {
            setOpen(true)
          }}
        >
          Give the objective another score
        </Button>
      </p>
    )
  return (
    <div className={styles['pair']}>
      <NumberField
        label={`Score of the objective instead of ${words}`}
        min={0}
        max={1}
        value={pending ?? final}
        onCommit={(score) => {
          const refused = edit('retrospective.setObjectiveScore', { ...of, score, reason })
          setPending(refused === null || score === null ? null : score)
          if (score === null) setOpen(false)
          return null
        }}
      />
      <EditableText
        label="Why?"
        hint={pending === null ? undefined : 'The score is taken together with its reason.'}
        value={reason}
        onCommit={(text) => {
          const refused = edit('retrospective.setObjectiveScore', {
            ...of,
            score: pending ?? final,
            reason: text,
          })
          if (refused === null) setPending(null)
          return refused
        }}
      />
    </div>
  )
}
