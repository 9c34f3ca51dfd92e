import { FileText } from 'lucide-react'
import { formatDay, formatSpan } from '#domain/calendar/day-format.ts'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import { formatPersonDays, personDaysOf } from '#domain/people/person-days.ts'
import type { Ref } from '#domain/plan/field.ts'
import { loadRule } from '#domain/people/load-rule.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { counted, inQuotes, shortTitle } from '#domain/plan/title-quote.ts'
import { countOfWeek } from '#domain/week/week.ts'
import { usePlan } from '#store/plan-store.ts'
import {
  jumpRoute,
  openCycles,
  openDialog,
  select,
  showReport,
  showScreen,
  useUi,
} from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { NoCycle } from '#ui/no-cycle.tsx'
import { Page } from '#ui/page.tsx'
import { turnLines } from './turn-lines.tsx'
import { useWeek } from './use-week.ts'
import { WeekSection } from './week-section.tsx'
import type { WeekLine } from './week-section.tsx'
import styles from './week-screen.module.css'

/** Opens a thing where it lives. */
function open(ref: Ref): void {
  showScreen(ref.kind === 'person' ? 'people' : 'route')
  useUi.setState({ inspectorOpen: true })
  select(ref)
  jumpRoute({ day: null, ref })
}

const about = (entry: JournalEntry): Ref | null => {
  const kind = entry.about?.kind
  return kind === 'objective' || kind === 'keyResult' || kind === 'initiative' ? entry.about : null
}

/** One page that can be acted on in a minute: what is due, what turned, what stands in the way, what went well. */
export function WeekScreen() {
  const week = useWeek()
  const people = usePlan((state) => state.plan?.person)
  const isEmpty = usePlan(
    ({ index }) =>
      week !== null &&
      countOfWeek(week) + week.wins.length === 0 &&
      listAt(index?.objectivesByCycle ?? new Map<string, never>(), week.cycle.id).length === 0,
  )
  if (!week)
    return (
      <NoCycle title="No cycle yet" onAdd={openCycles}>
        This page looks at one cycle: what is due, what turned, what stands in the way.
      </NoCycle>
    )
  if (isEmpty)
    return (
      <EmptyState
        title="Nothing is on the route yet"
        actions={
          <Button
            variant="primary"
            onClick={() => {
              showScreen('route')
            }}
          >
            Open the route
          </Button>
        }
      >
        Write an objective and its key results on the route of this cycle. From the first check-in
        on this page says what is due, what turned and what stands in the way.
      </EmptyState>
    )
  const name = (id: string | null) => (id === null ? 'nobody' : (people?.get(id)?.name ?? 'nobody'))
  const asks = countOfWeek(week)
  const overdue = week.checkIns.filter(({ isOverdue }) => isOverdue).length
  return (
    <Page
      title="This week"
      lead={
        <>
          <bdi>{shortTitle(week.cycle.name, 60)}</bdi> ·{' '}
          {formatSpan(week.cycle.startOn, week.cycle.endOn)} ·{' '}
          {week.isOver
            ? `over, its last week up to ${formatDay(week.today)}`
            : formatDay(week.today)}{' '}
          · {asks === 0 ? 'nothing asks for you' : `${counted(asks, 'line')} to act on`}
        </>
      }
      action={
        <div className={styles['actions']}>
          <Button
            onClick={() => {
              showReport('week')
            }}
          >
            <FileText size={15} aria-hidden /> Export this page…
          </Button>
          {week.checkIns.length > 0 && (
            <Button
              variant="primary"
              onClick={() => {
                openDialog({ type: 'check-in-round' })
              }}
            >
              Check in · {week.checkIns.length} due{overdue > 0 && `, ${String(overdue)} overdue`}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles['columns']}>
        <WeekSection
          title="Check-ins that are due"
          empty="No check-in is due."
          lines={week.checkIns.map(({ keyResult, dueOn, isOverdue }): WeekLine => ({
            id: keyResult.id,
            title: keyResult.title,
            words: `${name(keyResult.ownerId)} · since ${formatDay(dueOn)}${isOverdue ? ' · overdue' : ''}`,
            tone: isOverdue ? 'bad' : undefined,
            reasons: keyResult,
            open: () => {
              open({ kind: 'keyResult', id: keyResult.id })
            },
          }))}
        />
        <WeekSection
          title={
            week.comparedWith === null
              ? 'What turned'
              : `What turned since ${formatDay(week.comparedWith)}`
          }
          empty={
            week.comparedWith === null
              ? 'The cycle has just begun: there is nothing to compare with yet.'
              : 'Nothing changed its status, and no work was finished, blocked or became late.'
          }
          lines={turnLines(week, open)}
        />
        <WeekSection
          title="Work done, number flat"
          empty="No finished work leaves its number where it was."
          lines={week.flat.map(({ initiative, keyResult }): WeekLine => ({
            id: `${initiative.id} ${keyResult.id}`,
            title: initiative.title,
            words: `is done, and ${inQuotes(keyResult.title)} has not moved for three check-ins`,
            tone: 'warn',
            reasons: initiative,
            open: () => {
              open({ kind: 'keyResult', id: keyResult.id })
            },
          }))}
        />
        <WeekSection
          title="Blocked or late"
          empty="No initiative is blocked or late."
          lines={week.stuck.map(({ initiative, isBlocked, lateDays }): WeekLine => {
            const next = initiative.blocker?.nextAction.trim() ?? ''
            return {
              id: initiative.id,
              title: initiative.title,
              words: [
                ...(isBlocked ? ['blocked'] : []),
                ...(lateDays > 0 ? [`${counted(lateDays, 'day')} late`] : []),
                name(initiative.blocker?.ownerId ?? initiative.ownerId),
                ...(isBlocked ? [next === '' ? 'no next action yet' : next] : []),
              ].join(' · '),
              tone: 'bad',
              reasons: initiative,
              open: () => {
                open({ kind: 'initiative', id: initiative.id })
              },
            }
          })}
        />
        <WeekSection
          title="Overbooked, this week and next"
          empty="Nobody carries more than they can give."
          lines={week.overbooked.map(
            ({ person, week: which, startOn, load, overDays }): WeekLine => ({
              id: `${person.id} ${which}`,
              title: person.name,
              words: `${which} week (${formatDay(startOn)}) · ${personDaysOf(load.asked, load.available)}, ${formatPersonDays(overDays)} over`,
              tone: 'warn',
              reasons: [loadRule(load)],
              open: () => {
                open({ kind: 'person', id: person.id })
              },
            }),
          )}
        />
        <WeekSection
          title="Due within seven days"
          empty="Nothing is due within seven days."
          lines={week.due.map(({ kind, thing, dueOn }): WeekLine => ({
            id: thing.id,
            title: thing.title,
            words: `${kind === 'keyResult' ? `key result, ${formatMetric(thing.metric)}` : 'initiative'} · ${formatDay(dueOn)} · ${name(thing.ownerId)}`,
            reasons: { kind, id: thing.id },
            open: () => {
              open({ kind, id: thing.id })
            },
          }))}
        />
        <WeekSection
          title="Wins of the last seven days"
          empty="None written down. Press J, then W."
          lines={week.wins.map((win): WeekLine => {
            const ref = about(win)
            return {
              id: win.id,
              title: win.text,
              words: `${name(win.authorId)} · ${formatDay(win.day)}`,
              tone: 'good',
              reasons: [],
              open: () => {
                if (ref) open(ref)
                else showScreen('journal')
              },
            }
          })}
        />
        <WeekSection
          title="Concerns without an answer"
          empty="Every concern has an answer and an owner."
          lines={week.concerns.map((concern): WeekLine => ({
            id: concern.id,
            title: concern.text,
            words: `${name(concern.authorId)} · ${formatDay(concern.day)} · ${concern.answerOwnerId === null ? 'nobody sees to it' : `${name(concern.answerOwnerId)} sees to it`}`,
            tone: 'warn',
            reasons: [
              'A concern stands here until it has an answer and somebody who sees to it, or is settled.',
            ],
            open: () => {
              showScreen('journal')
            },
          }))}
        />
      </div>
    </Page>
  )
}
