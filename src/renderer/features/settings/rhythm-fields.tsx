import { useState } from 'react'
import { weekdayName } from '#domain/calendar/day-format.ts'
import type { PlanSettings } from '#domain/plan/plan-meta.ts'
import { EditableText, NumberField } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { changeSettings } from './change-settings.ts'
import styles from './settings.module.css'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const EVERY = [
  { value: 'week', label: 'Every week' },
  { value: 'two-weeks', label: 'Every two weeks' },
  { value: 'month', label: 'Every month' },
] as const

/** Check-ins, pace, working days and money: the numbers that the rules use. */
export function RhythmFields({ settings }: { readonly settings: PlanSettings }) {
  const { cadence, thresholds, workingDays, currency } = settings
  const [dayProblem, setDayProblem] = useState<string | null>(null)
  const points = (share: number) => Math.round(share * 100)
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>Rhythm and rules</h3>
      <div className={styles['two']}>
        <SelectField
          label="Check in"
          value={cadence.every}
          options={EVERY}
          onChange={(value) => {
            const every = EVERY.find((one) => one.value === value)?.value
            if (every) changeSettings({ cadence: { ...cadence, every } })
          }}
        />
        <SelectField
          label="On"
          value={String(cadence.weekday)}
          options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day) }))}
          onChange={(value) => {
            changeSettings({ cadence: { ...cadence, weekday: Number(value) } })
          }}
        />
      </div>
      <p className={styles['about']}>
        Another rhythm holds from the day on which you choose it: weeks before keep theirs, also in
        the check-in habit. Due check-ins stand in the top bar; the calendar (.ics) can be saved by
        the command of that name.
      </p>
      <div className={styles['three']}>
        <NumberField
          label="On pace up to a gap of"
          unit="points"
          required
          whole
          min={0}
          max={99}
          value={points(thresholds.onPace)}
          onCommit={(value) =>
            (value ?? 0) >= points(thresholds.slipping)
              ? 'It must be smaller than the gap for slipping.'
              : changeSettings({ thresholds: { ...thresholds, onPace: (value ?? 0) / 100 } })
          }
        />
        <NumberField
          label="Slipping up to a gap of"
          unit="points"
          hint="More is behind."
          required
          whole
          min={1}
          max={100}
          value={points(thresholds.slipping)}
          onCommit={(value) =>
            (value ?? 0) <= points(thresholds.onPace)
              ? 'It must be larger than the gap for on pace.'
              : changeSettings({ thresholds: { ...thresholds, slipping: (value ?? 0) / 100 } })
          }
        />
        <EditableText
          label="Currency"
          required
          maxLength={12}
          value={currency}
          onCommit={(next) => changeSettings({ currency: next })}
        />
      </div>
      <div role="group" aria-labelledby="working-days" className={styles['section']}>
        <span id="working-days" className={styles['label']}>
          Working days
        </span>
        <div className={styles['days']}>
          {WEEKDAYS.map((day) => {
            const isOn = workingDays.includes(day)
            return (
              <button
                key={day}
                type="button"
                className={styles['day']}
                aria-pressed={isOn}
                title={weekdayName(day)}
                onClick={() => {
                  const next = WEEKDAYS.filter((one) =>
                    one === day ? !isOn : workingDays.includes(one),
                  )
                  setDayProblem(
                    next.length === 0
                      ? 'At least one working day is needed.'
                      : changeSettings({ workingDays: next }),
                  )
                }}
              >
                {weekdayName(day).slice(0, 3)}
              </button>
            )
          })}
        </div>
        {dayProblem !== null && (
          <p className={styles['problem']} role="alert">
            {dayProblem}
          </p>
        )}
      </div>
    </section>
  )
}
