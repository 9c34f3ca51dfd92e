import { useId } from 'react'
import confidenceStyles from './confidence-field.module.css'
import styles from './inspector.module.css'

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** Confidence from 0 to 10 as a row of radio buttons: arrows move, a digit can be clicked. */
export function ConfidenceField({
  value,
  onChange,
  last,
}: {
  readonly value: number | null
  readonly onChange: (value: number) => void
  readonly last: number | null
}) {
  const name = useId()
  return (
    <div>
      <p className={confidenceStyles['fieldLabel']} id={`${name}-label`}>
        How sure are you to arrive?{' '}
        {last !== null && <span className={styles['hint']}>({last} last time)</span>}
      </p>
      <fieldset className={confidenceStyles['confidence']} aria-labelledby={`${name}-label`}>
        {LEVELS.map((level) => (
          <label key={level}>
            <input
              type="radio"
              name={name}
              checked={value === level}
              aria-label={`Confidence ${String(level)} of 10`}
              onChange={() => {
                onChange(level)
              }}
            />
            {level}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
