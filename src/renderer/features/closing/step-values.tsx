import { formatDay } from '#domain/calendar/day-format.ts'
import { minDay } from '#domain/calendar/day.ts'
import { originWithDay, valueOrigin } from '#domain/check-in/value-origin.ts'
import { unitOf } from '#domain/key-result/metric.ts'
import { progressInWords } from '#domain/key-result/progress.ts'
import { formatMetric, formatValue } from '#domain/key-result/value-format.ts'
import type { Id } from '#domain/plan/field.ts'
import type { ReviewedKeyResult } from '#domain/retrospective/review.ts'
import { runAll, usePlan } from '#store/plan-store.ts'
import { NumberField } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import type { StepProps } from './review-walk.tsx'
import { ObjectiveHead, StepHead } from './step-head.tsx'
import { judgedOf } from './step-state.ts'
import choices from './choices.module.css'
import styles from './walk.module.css'

/** Last values: what each number was at the end. Each is a check-in like any other. */
export function StepValues({ review, retrospective }: StepProps) {
  const isEmpty = judgedOf(review).length === 0
  return (
    <>
      <StepHead title="What is the last value of each?">
        Type what changed since the last check-in; leave what is right. Each answer is a check-in of{' '}
        {formatDay(review.cycle.endOn)} or today.
      </StepHead>
      {isEmpty && <p>No key result is on the road in this cycle.</p>}
      {review.objectives.map((reviewed) => (
        <section key={reviewed.objective.id} className={styles['objective']}>
          <ObjectiveHead reviewed={reviewed} />
          <ul className={styles['rows']}>
            {reviewed.keyResults
              .filter(({ keyResult }) => keyResult.state === 'active')
              .map((one) => (
                <li key={one.keyResult.id} className={styles['row']}>
                  <ValueRow
                    one={one}
                    retrospectiveId={retrospective.id}
                    endOn={review.cycle.endOn}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function ValueRow({
  one,
  retrospectiveId,
  endOn,
}: {
  readonly one: ReviewedKeyResult
  readonly retrospectiveId: Id
  readonly endOn: string
}) {
  const today = usePlan((state) => state.today)
  const { keyResult, figures } = one
  const { metric } = keyResult
  const unit = unitOf(metric)
  const checkIns = usePlan((state) => state.index?.checkInsByKeyResult.get(keyResult.id)) ?? []
  const origin = valueOrigin(keyResult, checkIns, minDay(today, endOn))
  const author = usePlan((state) => state.plan?.person.get(origin?.authorId ?? '')?.name)
  const say = (value: number | null, stepsDone: readonly Id[] | null = null): string | null => {
    const result = runAll(
      [
        {
          id: 'checkIn.add',
          input: {
            keyResultId: keyResult.id,
            day: minDay(today, endOn),
            value,
            confidence: null,
            note: 'Last value of the cycle',
            stepsDone: stepsDone === null ? null : [...stepsDone],
            authorId: keyResult.ownerId,
          },
        },
        {
          id: 'retrospective.setFinalValue',
          input: { id: retrospectiveId, keyResultId: keyResult.id, value },
        },
      ],
      'Say a last value',
    )
    return result.ok ? null : result.message
  }
  return (
    <>
      <div className={styles['what']}>
        <p className={styles['name']} dir="auto">
          {keyResult.title}
        </p>
        <p className={styles['quiet']}>
          {formatMetric(metric)} ·{' '}
          {origin === null
            ? 'no value yet'
            : `${one.finalValue === null ? '' : `last ${formatValue(one.finalValue, unit)}, `}${originWithDay(origin, author)}`}
        </p>
      </div>
      <div className={styles['field']}>
        {metric.type === 'milestone' ? (
          <fieldset className={styles['checks']}>
            <legend className={choices['legend']}>Steps done</legend>
            {metric.steps.map((step) => (
              <label key={step.id}>
                <input
                  type="checkbox"
                  checked={step.doneOn !== null}
                  onChange={(event) => {
                    const done = metric.steps
                      .filter((s) => (s.id === step.id ? event.target.checked : s.doneOn !== null))
                      .map(({ id }) => id)
                    say(null, done)
                  }}
                />
                <span dir="auto">{step.title}</span>
              </label>
            ))}
          </fieldset>
        ) : metric.type === 'done' ? (
          <SelectField
            label="At the end"
            value={one.finalValue === null ? '' : String(one.finalValue)}
            options={[
              { value: '', label: 'Not said' },
              { value: '0', label: 'Not done' },
              { value: '1', label: 'Done' },
            ]}
            onChange={(text) => {
              if (text !== '') say(Number(text))
            }}
          />
        ) : metric.type === 'unmeasured' ? (
          <p className={styles['quiet']}>
            Nobody has said how it is measured: no number proposes a score.
          </p>
        ) : (
          <NumberField
            label={`Last value${unit === '' ? '' : ` in ${unit}`}`}
            required
            value={one.finalValue}
            onCommit={(value) => (value === null ? null : say(value))}
          />
        )}
      </div>
      <p className={styles['figure']}>{progressInWords(figures.progress)}</p>
    </>
  )
}
