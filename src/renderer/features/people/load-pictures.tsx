import { formatDay } from '#domain/calendar/day-format.ts'
import type { Load, WeekLoad } from '#domain/people/capacity.ts'
import { loadRule } from '#domain/people/load-rule.ts'
import { counted } from '#domain/plan/title-quote.ts'
import { why } from '#ui/why-tips.tsx'
import styles from './people-screen.module.css'

const VERDICTS: Record<Load['verdict'], string> = {
  overbooked: 'Overbooked',
  balanced: 'Balanced',
  'room-left': 'Room left',
}

const percentOf = (load: Pick<Load, 'ratio'>) =>
  Number.isFinite(load.ratio) ? `${String(Math.round(load.ratio * 100))} %` : 'no days'

/** How much is asked of what there is, with the rule on demand. */
export function LoadMeter({ load }: { readonly load: Load }) {
  const width = Number.isFinite(load.ratio) ? Math.min(1, load.ratio / 1.5) : 1
  return (
    <div
      className={styles['load']}
      data-verdict={load.verdict}
      tabIndex={0}
      role="note"
      {...why([loadRule(load)])}
    >
      <span className={styles['loadTrack']} aria-hidden>
        <span className={styles['loadFill']} style={{ width: `${String(width * 100)}%` }} />
        <span className={styles['loadFull']} />
      </span>
      <span>
        {percentOf(load)} · {VERDICTS[load.verdict]}
      </span>
    </div>
  )
}

/** More weeks than one reads in a tip. */
const SHOWN = 6

const weekRule = (week: WeekLoad) => `Week of ${formatDay(week.startOn)}. ${loadRule(week)}`

/** One cell a week, as high as the load; above the line is overbooked. */
export function WeekStrip({
  weeks,
  name,
}: {
  readonly weeks: readonly WeekLoad[]
  readonly name: string
}) {
  const over = weeks.filter((week) => week.verdict === 'overbooked')
  const words =
    over.length === 0
      ? `${name}: no week is overbooked`
      : `${name}: overbooked in ${counted(over.length, 'week')}, from ${formatDay(over[0]?.startOn ?? '')}`
  const rules = over.length === 0 ? [words] : over.slice(0, SHOWN).map(weekRule)
  const more = over.length > SHOWN ? [`and ${String(over.length - SHOWN)} more`] : []
  return (
    <div
      className={styles['weeks']}
      role="img"
      aria-label={words}
      tabIndex={0}
      {...why([...rules, ...more])}
    >
      {weeks.map((week) => (
        <span
          key={week.startOn}
          className={styles['week']}
          data-verdict={week.verdict}
          {...why([weekRule(week)])}
        >
          <span
            className={styles['weekFill']}
            style={{
              height: `${String(Math.min(100, (Number.isFinite(week.ratio) ? week.ratio : 1.5) * 66))}%`,
            }}
          />
        </span>
      ))}
    </div>
  )
}
