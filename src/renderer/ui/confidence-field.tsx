import { useId, useRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './confidence-field.module.css'

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** A 0 this soon after a 1 means 10. */
const TEN_WITHIN_MS = 900

/** Confidence 0–10: a digit chooses (1 and 0 for ten), arrows move, a click does as well. */
export function ConfidenceField({
  value,
  last,
  due,
  isLarge = false,
  onChange,
}: {
  readonly value: number | null
  /** What was said the last time. */
  readonly last: number | null
  /** The due day in words. */
  readonly due: string
  readonly isLarge?: boolean
  readonly onChange: (value: number) => void
}) {
  const name = useId()
  const one = useRef(0)
  const choose = (level: number, field: Element) => {
    onChange(level)
    const radios = field.querySelectorAll<HTMLInputElement>('input')
    radios[level]?.focus()
  }
  return (
    <fieldset
      className={classNames(styles['confidence'], isLarge && styles['large'])}
      onKeyDown={(event) => {
        if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        const isTen = event.key === '0' && event.timeStamp - one.current < TEN_WITHIN_MS
        one.current = event.key === '1' ? event.timeStamp : -TEN_WITHIN_MS
        choose(isTen ? 10 : Number(event.key), event.currentTarget)
      }}
    >
      <legend className={styles['label']}>
        How sure are you to arrive by {due}?
        {last !== null && <span className={styles['last']}> ({last} last time)</span>}
      </legend>
      <div className={styles['levels']}>
        {LEVELS.map((level) => (
          <label key={level} className={styles['level']} data-on={value === level}>
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
      </div>
    </fieldset>
  )
}
