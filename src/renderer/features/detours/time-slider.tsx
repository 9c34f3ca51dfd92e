import { History } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { Day } from '#domain/calendar/day.ts'
import { addDays, daysBetween, maxDay } from '#domain/calendar/day.ts'
import { formatDay, formatDayWithYear } from '#domain/calendar/day-format.ts'
import { rebuiltPlan } from '#domain/detour/rebuilt-plan.ts'
import type { Id } from '#domain/plan/field.ts'
import { buildIndex } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanPast } from '#store/plan-history.ts'
import { lifeBefore, planAfter, readPast, stepsUntil } from '#store/plan-history.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { PlanAsItStood, type RouteDrawer } from './plan-as-it-stood.tsx'
import styles from './detours-screen.module.css'

/**
 * The plan as it stood on any day, to look at only: read from its history on disk, and before that rebuilt from
 * what the plan itself tells.
 */
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
  day: chosen,
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
  const life = useMemo(() => (cycleId === null ? null : lifeBefore(past, cycleId)), [past, cycleId])
  const firstOn = life?.since ?? past.firstOn
  // Another cycle may reach less far back than the one on whose day the slider stood.
  const day = maxDay(chosen, firstOn)
  // The hand moves on while a large plan is still being drawn.
  const drawnDay = useDeferredValue(day)
  const then = useThen(past, life?.cameIn ?? null, drawnDay)
  const days = Math.max(0, daysBetween(firstOn, past.lastOn))
  const sayEnd = firstOn.slice(0, 4) === past.lastOn.slice(0, 4) ? formatDay : formatDayWithYear
  return (
    <>
      <div className={styles['timeBar']}>
        <label className={styles['timeLabel']} htmlFor={id}>
          As it stood on
        </label>
        <span className={styles['small']}>{sayEnd(firstOn)}</span>
        <input
          id={id}
          className={styles['slider']}
          type="range"
          min={0}
          max={days}
          step={1}
          value={daysBetween(firstOn, day)}
          disabled={days === 0}
          aria-valuetext={formatDayWithYear(day)}
          list={life ? `${id}-marks` : undefined}
          onChange={(event) => {
            onDay(addDays(firstOn, Number(event.target.value)))
          }}
        />
        {life && (
          // A tick where the history begins.
          <datalist id={`${id}-marks`}>
            <option value={daysBetween(firstOn, past.firstOn)} />
          </datalist>
        )}
        <span className={styles['small']}>{sayEnd(past.lastOn)}</span>
        <div className={styles['date']}>
          <DateField
            label="Day"
            labelHidden
            required
            min={firstOn}
            max={past.lastOn}
            value={day}
            onCommit={(typed) => {
              if (typed !== null) onDay(typed)
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
        {day < past.firstOn &&
          ` Before ${formatDayWithYear(past.firstOn)}, where its history on this computer begins, it is rebuilt from its listed detours, its check-ins and whatever else carries a day. Other edits of that time are not known, and what was deleted then is missing.`}
        {days === 0 && ' The history of this plan begins today, so there is no earlier day yet.'}
      </p>
      {then ? (
        <PlanAsItStood
          plan={then.plan}
          index={then.index}
          day={drawnDay}
          cycleId={cycleId}
          Route={Route}
        />
      ) : (
        <p className={styles['lead']}>There was no plan yet.</p>
      )}
    </>
  )
}

/** The plan of a day with its lists; the same one for all days on which nothing was done. */
function useThen(past: PlanPast, cameIn: Plan | null, day: Day) {
  const source = day < past.firstOn ? cameIn : null
  const rebuiltOn = source ? day : null
  const steps = source ? 0 : stepsUntil(past, day)
  const plan = useMemo(
    () => (source && rebuiltOn !== null ? rebuiltPlan(source, rebuiltOn) : planAfter(past, steps)),
    [source, rebuiltOn, past, steps],
  )
  return useMemo(() => plan && { plan, index: buildIndex(plan) }, [plan])
}
