import { CalendarDays } from 'lucide-react'
import { Suspense, lazy, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { addDays, isDay, type Day } from '#domain/calendar/day.ts'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import { classNames } from './class-names.ts'
import type { FieldAria } from './field-frame.tsx'
import { Popover } from './popover.tsx'
import fieldStyles from './field.module.css'
import styles from './day-input.module.css'

const DayCalendar = lazy(async () => ({
  default: (await import('./day-calendar.tsx')).DayCalendar,
}))

/** One line for a day, with a calendar behind a button. Up and Down step by a day, with Shift by a week. */
export function DayInput({
  aria,
  label,
  text,
  day,
  today,
  min,
  max,
  required,
  bare = false,
  disabled = false,
  placeholder,
  onText,
  onChoose,
  onBlur,
  onKeyDown,
}: {
  readonly aria: FieldAria
  readonly label: string
  readonly text: string
  /** The day that the text means, if any. */
  readonly day: Day | null
  readonly today: Day
  readonly min: Day | undefined
  readonly max: Day | undefined
  readonly required: boolean
  readonly bare?: boolean
  readonly disabled?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly onText: (text: string) => void
  readonly onChoose: (day: Day | null) => void
  readonly onBlur: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (event.altKey) {
        setOpen(true)
        return
      }
      const next = day === null ? today : addDays(day, event.shiftKey ? step * 7 : step)
      if (isDay(next)) onText(formatDayWithYear(next))
      return
    }
    onKeyDown?.(event)
  }
  return (
    <span className={classNames(styles['day'], bare && styles['bare'])}>
      <input
        {...aria}
        ref={input}
        className={classNames(fieldStyles['input'], styles['input'])}
        type="text"
        value={text}
        placeholder={placeholder ?? (bare ? 'No day' : 'Nov 14 or +2w')}
        disabled={disabled}
        required={required}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        onChange={(event) => {
          onText(event.target.value)
        }}
        onBlur={onBlur}
        onKeyDown={keyDown}
      />
      {!disabled && (
        <Popover
          label={`Calendar for ${label}`}
          align="end"
          className={styles['popover']}
          open={isOpen}
          onOpenChange={setOpen}
          focusAfter={input}
          trigger={
            <button type="button" className={styles['button']} aria-label={`Calendar for ${label}`}>
              <CalendarDays size={14} aria-hidden />
            </button>
          }
        >
          <Suspense
            fallback={<div className={styles['waiting']} role="status" aria-label="Loading" />}
          >
            <DayCalendar
              day={day}
              today={today}
              min={min}
              max={max}
              canClear={!required}
              onChoose={(chosen) => {
                setOpen(false)
                onChoose(chosen)
              }}
            />
          </Suspense>
        </Popover>
      )}
    </span>
  )
}
