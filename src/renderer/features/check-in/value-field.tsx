import { useId } from 'react'
import { askOf } from '#domain/check-in/ask.ts'
import { computedInWords } from '#domain/check-in/value-origin.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { isInBand, unitOf } from '#domain/key-result/metric.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import { parseNumber } from '#ui/number-text.ts'
import type { Answer } from './answer.ts'
import field from './value-field.module.css'
import styles from './round.module.css'

type Props = {
  readonly keyResult: KeyResult
  readonly answer: Answer
  readonly onChange: (changes: Partial<Answer>) => void
  readonly error: string | null
  readonly placeholder: string
}

/** The input that fits the metric; the first control carries `data-first` and gets the caret. */
export function ValueField(props: Props) {
  switch (askOf(props.keyResult)) {
    case 'number':
      return <NumberInput {...props} />
    case 'done':
      return <DoneInput {...props} />
    case 'steps':
      return <StepsInput {...props} />
    case 'words':
      return (
        <p className={styles['hint']}>
          Nobody has said how it is measured yet. Say how sure you are and one line; the number can
          be set on the route.
        </p>
      )
  }
}

function NumberInput({ keyResult, answer, onChange, error, placeholder }: Props) {
  const id = useId()
  const { metric } = keyResult
  const unit = unitOf(metric)
  const parsed = parseNumber(answer.value)
  const label = metric.type === 'find-baseline' ? 'The baseline, as found' : 'Value today'
  return (
    <div className={field['value']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <div className={field['valueBox']}>
        <input
          id={id}
          data-first
          data-numeric
          className={field['valueInput']}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={answer.value}
          placeholder={placeholder}
          aria-invalid={error !== null || undefined}
          aria-describedby={`${id}-said`}
          onChange={(event) => {
            onChange({ value: event.target.value })
          }}
        />
        {unit !== '' && <span className={field['unit']}>{unit}</span>}
      </div>
      <p id={`${id}-said`} className={field['under']}>
        {error !== null && (
          <span className={styles['error']} role="alert">
            {error}
          </span>
        )}
        {metric.type === 'band' && parsed.ok && parsed.value !== null && (
          <span data-tone={isInBand(metric, parsed.value) ? 'good' : 'bad'}>
            {isInBand(metric, parsed.value) ? 'In the band' : 'Out of the band'} (
            {formatMetric(metric)})
          </span>
        )}
      </p>
    </div>
  )
}

const CHOICES = [
  { value: '0', label: 'Not yet' },
  { value: '1', label: 'Done' },
] as const

function DoneInput({ answer, onChange, error }: Props) {
  const name = useId()
  return (
    <fieldset className={field['value']}>
      <legend className={styles['label']}>Is it done?</legend>
      <div className={field['choices']}>
        {CHOICES.map(({ value, label }, i) => (
          <label key={value} className={field['choice']} data-on={answer.value === value}>
            <input
              type="radio"
              name={name}
              {...(answer.value === value || (i === 0 && answer.value === '')
                ? { 'data-first': true }
                : {})}
              checked={answer.value === value}
              onChange={() => {
                onChange({ value })
              }}
            />
            {label}
          </label>
        ))}
      </div>
      {error !== null && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function StepsInput({ keyResult, answer, onChange, error }: Props) {
  if (keyResult.metric.type !== 'milestone') return null
  const { steps } = keyResult.metric
  return (
    <fieldset className={field['value']}>
      <legend className={styles['label']}>
        Steps done · {answer.steps.length} of {steps.length}
      </legend>
      <ul className={field['steps']}>
        {steps.map((step, i) => (
          <li key={step.id}>
            <label className={field['step']}>
              <input
                type="checkbox"
                {...(i === 0 ? { 'data-first': true } : {})}
                checked={answer.steps.includes(step.id)}
                onChange={(event) => {
                  onChange({
                    steps: event.target.checked
                      ? [...answer.steps, step.id]
                      : answer.steps.filter((id) => id !== step.id),
                  })
                }}
              />
              <span dir="auto">{step.title}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className={styles['hint']} role="status">
        {computedInWords(keyResult.metric, answer.steps)}
      </p>
      {error !== null && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
