import { daysBetween, type Day } from '#domain/calendar/day.ts'
import { formatDay, formatSpan } from '#domain/calendar/day-format.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Id } from '#domain/plan/field.ts'
import { personDays } from '#domain/people/person-days.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { counted, inQuotes, shortTitle } from '#domain/plan/title-quote.ts'
import { loadLedger, type LoadLedger } from '#domain/route/load-ledger.ts'
import { planDrop, type DragState, type Drop } from '#domain/route/plan-drop.ts'

/** A title beside the pointer is shorter than one in a step's name. */
const TITLE_LENGTH = 36

/** What a drop would do, in words: where to, and what is wrong with it ('' for nothing). */
export type Consequences = { readonly words: string; readonly warning: string }

/**
 * Says what a drop would do. Made once at pick-up, so that a step of the hand costs the same in any plan.
 */
export function consequencesFor(
  plan: Plan,
  cycle: Cycle,
  ids: readonly Id[],
): (drag: DragState) => Consequences {
  const ledger = loadLedger(plan, ids)
  return (drag) => {
    const drop = planDrop(plan, drag)
    if (drop?.command === 'keyResult.move') return checkpointWords(plan, cycle, drop.input)
    if (drop?.command === 'initiative.move') return moveWords(ledger, plan, cycle, drop)
    return { words: restWords(plan, drag), warning: '' }
  }
}

function restWords(plan: Plan, drag: DragState): string {
  if (drag.type !== 'move' || drag.ids.length > 1) return ''
  const initiative = plan.initiative.get(drag.ids[0] ?? '')
  return initiative?.startOn && initiative.dueOn
    ? formatSpan(initiative.startOn, initiative.dueOn)
    : ''
}

function moveWords(
  ledger: LoadLedger,
  plan: Plan,
  cycle: Cycle,
  { input }: Extract<Drop, { command: 'initiative.move' }>,
): Consequences {
  const { moves, to } = input
  const first = moves[0]
  const parts: string[] = []
  if (moves.length > 1) parts.push(`${String(moves.length)} initiatives`)
  if (to === 'garage') parts.push('into the Garage')
  else if (first?.startOn && first.dueOn) parts.push(formatSpan(first.startOn, first.dueOn))
  const leg = to !== null && to !== 'garage' ? plan.keyResult.get(to.keyResultId) : undefined
  if (leg) parts.push(`to ${inQuotes(leg.title, TITLE_LENGTH)}`)
  if (to === 'garage') return { words: parts.join(' · '), warning: '' }
  return { words: parts.join(' · '), warning: warningOf(ledger, plan, cycle, moves, leg?.dueOn) }
}

function warningOf(
  ledger: LoadLedger,
  plan: Plan,
  cycle: Cycle,
  moves: Extract<Drop, { command: 'initiative.move' }>['input']['moves'],
  legDueOn: Day | undefined,
): string {
  const over = ledger.overDays(
    moves.flatMap(({ id, startOn, dueOn }) => {
      const initiative = plan.initiative.get(id)
      return initiative ? { ...initiative, startOn, dueOn } : []
    }),
  )
  if (over >= 0.5) return `${personDays(over)} over capacity`
  const last = moves.reduce<Day | null>(
    (d, m) => (m.dueOn !== null && (d === null || m.dueOn > d) ? m.dueOn : d),
    null,
  )
  if (last === null) return ''
  const due = legDueOn ?? servedDueOn(plan, moves[0]?.id)
  if (due !== null && last > due)
    return `ends ${counted(daysBetween(due, last), 'day')} after its key result is due`
  if (last > cycle.endOn) return `ends after ${shortTitle(cycle.name, TITLE_LENGTH)}`
  return ''
}

function servedDueOn(plan: Plan, id: Id | undefined): Day | null {
  const served = plan.initiative.get(id ?? '')?.serves ?? []
  return served.reduce<Day | null>((latest, { keyResultId }) => {
    const due = plan.keyResult.get(keyResultId)?.dueOn ?? null
    return due !== null && (latest === null || due > latest) ? due : latest
  }, null)
}

function checkpointWords(
  plan: Plan,
  cycle: Cycle,
  { id, dueOn, objectiveId }: Extract<Drop, { command: 'keyResult.move' }>['input'],
): Consequences {
  const before = plan.keyResult.get(id)?.dueOn ?? dueOn
  const late = [...plan.initiative.values()].filter(
    (i) =>
      i.state !== 'done' &&
      i.state !== 'dropped' &&
      i.dueOn !== null &&
      i.dueOn > dueOn &&
      i.serves.some((s) => s.keyResultId === id),
  ).length
  const warning =
    dueOn > cycle.endOn
      ? `after ${shortTitle(cycle.name, TITLE_LENGTH)} ends`
      : late > 0
        ? `${counted(late, 'initiative')} would end later`
        : ''
  const road = plan.objective.get(objectiveId ?? '')
  const days = `${formatDay(before)} → ${formatDay(dueOn)}`
  if (!road) return { words: `Due ${days}`, warning }
  const onto = `Onto the road of ${inQuotes(road.title, TITLE_LENGTH)}`
  return { words: before === dueOn ? onto : `${onto} · due ${days}`, warning }
}
