import { History } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import type { Day } from '#domain/calendar/day.ts'
import { addDays, daysBetween } from '#domain/calendar/day.ts'
import { formatDay, formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { Id } from '#domain/plan/field.ts'
import { buildIndex } from '#domain/plan/plan-index.ts'
import type { PlanPast } from '#store/plan-history.ts'
import { planOn, readPast } from '#store/plan-history.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { PlanAsItStood, type RouteDrawer } from './plan-as-it-stood.tsx'
import styles from './detours-screen.module.css'

/** The plan as it stood on any day since it was made, read from the history on disk; to look at only. */
export function TimeSlider({
  cycleId,
  Route,
}: {
  readonly cycleId: Id | null
  readonly Route: RouteDrawer
}) {
  const [past, setPast] = useState<PlanPast | null>(null)
  const [day, setDay] = useState<Day>('')
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async () => {
    setReading(true)
    try {
      const result = await readPast()
      setProblem(result.ok ? null : result.message)
      if (result.ok) {
        setPast(result.past)
        setDay(result.past.lastOn)
      }
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setReading(false)
    }
  }
  return (
    <section className={styles['time']} aria-label="The plan as it stood">
      {past ? (
        <Slider
          past={past}
          day={day}
          cycleId={cycleId}
          Route={Route}
          onDay={setDay}
          onClose={() => {
            setPast(null)
          }}
        />
      ) : (
        <div className={styles['timeBar']}>
          <Button disabled={isReading} onClick={() => void open()}>
            <History size={15} aria-hidden />{' '}
            {isReading ? 'Reading the history…' : 'Show the plan as it stood on a day'}
          </Button>
          {problem !== null && (
            <span className={styles['problem']} role="alert">
              {problem}
            </span>
          )}
        </div>
      )}
    </section>
  )
}

function Slider({
  past,
  day,
  cycleId,
  Route,
  onDay,
  onClose,
}: {
  readonly past: PlanPast
  readonly day: Day
  readonly cycleId: Id | null
  readonly Route: RouteDrawer
  readonly onDay: (day: Day) => void
  readonly onClose: () => void
}) {
  const id = useId()
  const then = useMemo(() => {
    const plan = planOn(past, day)
    return plan && { plan, index: buildIndex(plan) }
  }, [past, day])
  const days = Math.max(0, daysBetween(past.firstOn, past.lastOn))
  return (
    <>
      <div className={styles['timeBar']}>
        <label className={styles['timeLabel']} htmlFor={id}>
          As it stood on
        </label>
        <span className={styles['small']}>{formatDay(past.firstOn)}</span>
        <input
          id={id}
          className={styles['slider']}
          type="range"
          min={0}
          max={days}
          step={1}
          value={daysBetween(past.firstOn, day)}
          disabled={days === 0}
          aria-valuetext={formatDayWithYear(day)}
          onChange={(event) => {
            onDay(addDays(past.firstOn, Number(event.target.value)))
          }}
        />
        <span className={styles['small']}>{formatDay(past.lastOn)}</span>
        <div className={styles['date']}>
          <DateField
            label="Day"
            labelHidden
            required
            min={past.firstOn}
            max={past.lastOn}
            value={day}
            onCommit={(chosen) => {
              if (chosen !== null) onDay(chosen)
              return null
            }}
          />
        </div>
        <Button size="small" onClick={onClose}>
          Back to now
        </Button>
      </div>
      <p className={styles['banner']} role="status">
        As it stood on {formatDayWithYear(day)}. To look at only: nothing can be changed here.
        {days === 0 && ' The history of this plan begins today, so there is no earlier day yet.'}
      </p>
      {then ? (
        <PlanAsItStood
          plan={then.plan}
          index={then.index}
          day={day}
          cycleId={cycleId}
          Route={Route}
        />
      ) : (
        <p className={styles['lead']}>There was no plan yet.</p>
      )}
    </>
  )
}
