import { DayPicker } from 'react-day-picker'
import type { ClassNames } from 'react-day-picker'
import type { Day } from '#domain/calendar/day.ts'
import { Button } from './button.tsx'
import styles from './day-calendar.module.css'

const PARTS = {
  root: 'root',
  months: 'months',
  month_caption: 'caption',
  caption_label: 'captionLabel',
  nav: 'nav',
  button_previous: 'step',
  button_next: 'step',
  chevron: 'chevron',
  month_grid: 'grid',
  weekday: 'weekday',
  week_number_header: 'weekday',
  week_number: 'weekNumber',
  day: 'day',
  day_button: 'dayButton',
  selected: 'selected',
  today: 'today',
  outside: 'outside',
  disabled: 'disabled',
} as const

const classes: Partial<ClassNames> = Object.fromEntries(
  Object.entries(PARTS).map(([part, name]) => [part, styles[name] ?? '']),
)

/** A month to choose a day from, with the numbers of its weeks. Arrows, Page and Home/End keys walk. */
export function DayCalendar({
  day,
  today,
  min,
  max,
  canClear,
  onChoose,
}: {
  readonly day: Day | null
  readonly today: Day
  readonly min: Day | undefined
  readonly max: Day | undefined
  readonly canClear: boolean
  readonly onChoose: (day: Day | null) => void
}) {
  const isOut = (each: Day) =>
    (min !== undefined && each < min) || (max !== undefined && each > max)
  return (
    <div className={styles['calendar']}>
      <DayPicker
        mode="single"
        autoFocus
        required={false}
        showOutsideDays
        showWeekNumber
        ISOWeek
        fixedWeeks
        classNames={classes}
        today={localDate(today)}
        defaultMonth={localDate(day ?? today)}
        startMonth={localDate(min ?? '1900-01-01')}
        endMonth={localDate(max ?? '2199-12-31')}
        selected={day === null ? undefined : localDate(day)}
        disabled={(date) => isOut(dayOf(date))}
        onSelect={(_selected, clicked) => {
          onChoose(dayOf(clicked))
        }}
      />
      <div className={styles['foot']}>
        <Button
          size="small"
          disabled={isOut(today)}
          onClick={() => {
            onChoose(today)
          }}
        >
          Today
        </Button>
        {canClear && day !== null && (
          <Button
            size="small"
            onClick={() => {
              onChoose(null)
            }}
          >
            No day
          </Button>
        )}
      </div>
    </div>
  )
}

/** The calendar thinks in dates at local midnight; days have no clock. */
function localDate(day: Day): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)))
}

function dayOf(date: Date): Day {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
