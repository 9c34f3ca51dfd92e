import { useId } from 'react'
import { classNames } from '#ui/class-names.ts'
import styles from './choices.module.css'

const LEVELS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

/** A score from 0.0 to 1.0 as a row of radio buttons: arrows move, a digit chooses (d for 1.0 means "done"). */
export function ScoreLevels({
  label,
  value,
  proposed,
  onChange,
}: {
  readonly label: string
  readonly value: number | null
  readonly proposed: number | null
  readonly onChange: (score: number) => void
}) {
  const name = useId()
  return (
    <fieldset
      className={styles['levels']}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const level = event.key === 'd' ? 1 : /^\d$/.test(event.key) ? Number(event.key) / 10 : null
        if (level === null) return
        event.preventDefault()
        onChange(level)
      }}
    >
      <legend className={styles['legend']}>{label}</legend>
      {LEVELS.map((level) => (
        <label
          key={level}
          className={classNames(
            styles['level'],
            value === level && styles['levelOn'],
            proposed === level && styles['levelProposed'],
          )}
        >
          <input
            type="radio"
            name={name}
            checked={value === level}
            aria-label={`${level.toFixed(1)}${proposed === level ? ', proposed' : ''}`}
            onChange={() => {
              onChange(level)
            }}
          />
          {level.toFixed(1)}
        </label>
      ))}
    </fieldset>
  )
}
