import { addDays, dayFromNumber, daysBetween, maxDay, minDay, type Day } from '../calendar/day.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { clampDayNumber, numberOfDay } from './time-scale.ts'

/** Where moved initiatives land: a leg (with or without its place in time), the Garage, or where they were. */
export type DropTarget =
  | { readonly type: 'leg'; readonly keyResultId: Id }
  | { readonly type: 'garage' }
  | { readonly type: 'same' }

/**
 * What a hand holds and where it would put it, whichever way it is held: by pointer, by keyboard or by
 * clicks. All three end in `planDrop`, so that all three have the same result.
 */
export type DragState =
  | {
      readonly type: 'move'
      /** The first is the one that the hand holds; the others keep their distance to it. */
      readonly ids: readonly Id[]
      readonly target: DropTarget
      /** The day on which the first one would start; null leaves the days of all as they are. */
      readonly startOn: Day | null
    }
  | {
      readonly type: 'place'
      /** Days and place at once, as typed or as reached step by step. */
      readonly moves: readonly DroppedDays[]
      readonly target: DropTarget
    }
  | {
      readonly type: 'checkpoint'
      readonly id: Id
      readonly dueOn: Day
      /** The road that it goes to; not given where it slides along its own. */
      readonly objectiveId?: Id
    }
  | { readonly type: 'objective'; readonly id: Id; readonly beforeId: Id | null }
  | { readonly type: 'reorder'; readonly id: Id; readonly beforeId: Id | null }

/** Days of an initiative after a drop. */
export type DroppedDays = {
  readonly id: Id
  readonly startOn: Day | null
  readonly dueOn: Day | null
}

/** One command of the plan, ready to run: always exactly one step to undo. */
export type Drop =
  | {
      readonly command: 'initiative.move'
      readonly input: {
        readonly moves: readonly DroppedDays[]
        readonly to: { readonly keyResultId: Id } | 'garage' | null
      }
    }
  | {
      readonly command: 'keyResult.move'
      readonly input: { readonly id: Id; readonly dueOn: Day; readonly objectiveId?: Id }
    }
  | {
      readonly command: 'objective.reorder' | 'initiative.reorder'
      readonly input: { readonly id: Id; readonly beforeId: Id | null }
    }

/** Days of an initiative that gets its first dates, unless its effort says otherwise. */
const FIRST_LENGTH_DAYS = 14

/** The command that a drop means, or null where it would change nothing. */
export function planDrop(plan: Plan, drag: DragState): Drop | null {
  switch (drag.type) {
    case 'move':
      return planMoves(plan, daysAfterMove(plan, drag.ids, drag.startOn, drag.target), drag.target)
    case 'place':
      return planMoves(plan, drag.moves, drag.target)
    case 'checkpoint':
      return planCheckpoint(plan, drag)
    case 'objective':
      return drag.id === drag.beforeId
        ? null
        : { command: 'objective.reorder', input: { id: drag.id, beforeId: drag.beforeId } }
    case 'reorder':
      return drag.id === drag.beforeId
        ? null
        : { command: 'initiative.reorder', input: { id: drag.id, beforeId: drag.beforeId } }
  }
}

/**
 * The days that initiatives would get, in the order of `ids`; those that the plan lacks are left out. One
 * that gets its first days on a leg ends at the checkpoint at the latest: there the leg ends.
 */
export function daysAfterMove(
  plan: Plan,
  ids: readonly Id[],
  startOn: Day | null,
  target: DropTarget,
): readonly DroppedDays[] {
  const held = ids.flatMap((id) => plan.initiative.get(id) ?? [])
  if (startOn === null) return held.map(({ id, startOn: s, dueOn }) => ({ id, startOn: s, dueOn }))
  const first = held[0]
  const anchor = first ? startOf(first) : null
  const shift = anchor === null ? 0 : daysBetween(anchor, startOn)
  return held.map((initiative, i) => {
    const start = startOf(initiative)
    const length = lengthDays(initiative)
    if (start === null) return { id: initiative.id, ...firstDays(plan, startOn, length, target) }
    const from = i === 0 ? startOn : shiftDay(start, shift)
    return { id: initiative.id, startOn: from, dueOn: shiftDay(from, length - 1) }
  })
}

/**
 * The days of an initiative that is put onto a leg without a word about when: its own, or the first ones, up
 * to the day on which the leg ends.
 */
export function daysOnLeg(plan: Plan, initiative: Initiative, keyResultId: Id): DroppedDays {
  const { id, startOn, dueOn } = initiative
  const end = plan.keyResult.get(keyResultId)?.dueOn
  if (startOf(initiative) !== null || end === undefined) return { id, startOn, dueOn }
  const target = { type: 'leg', keyResultId } as const
  return { id, ...firstDays(plan, end, lengthDays(initiative), target) }
}

/** `length` days from `startOn`, moved back so far that they end with their leg, but not before the cycle. */
function firstDays(
  plan: Plan,
  startOn: Day,
  length: number,
  target: DropTarget,
): { readonly startOn: Day; readonly dueOn: Day } {
  const dueOn = shiftDay(startOn, length - 1)
  const keyResult = target.type === 'leg' ? plan.keyResult.get(target.keyResultId) : undefined
  if (!keyResult || dueOn <= keyResult.dueOn) return { startOn, dueOn }
  const cycle = plan.cycle.get(plan.objective.get(keyResult.objectiveId)?.cycleId ?? '')
  const earliest = minDay(cycle?.startOn ?? startOn, keyResult.dueOn)
  return {
    startOn: maxDay(shiftDay(keyResult.dueOn, 1 - length), earliest),
    dueOn: keyResult.dueOn,
  }
}

/** Calendar days that an initiative takes: its own, else from its effort in working days, else two weeks. */
export function lengthDays({
  startOn,
  dueOn,
  effortDays,
}: Pick<Initiative, 'startOn' | 'dueOn' | 'effortDays'>): number {
  if (startOn !== null && dueOn !== null) return Math.max(1, daysBetween(startOn, dueOn) + 1)
  if (effortDays !== null && effortDays > 0) return Math.min(366, Math.ceil((effortDays * 7) / 5))
  return FIRST_LENGTH_DAYS
}

/** The start of an initiative as the map draws it: its own, or counted back from its due day. */
export function startOf(initiative: Initiative): Day | null {
  if (initiative.startOn !== null) return initiative.startOn
  return initiative.dueOn === null ? null : addDays(initiative.dueOn, 1 - lengthDays(initiative))
}

/** The days after pulling one end to `day`: at least one day remains. */
export function daysAfterStretch(
  initiative: Pick<Initiative, 'id' | 'startOn' | 'dueOn'>,
  edge: 'start' | 'end',
  day: Day,
): DroppedDays {
  const { id } = initiative
  const startOn = initiative.startOn ?? initiative.dueOn ?? day
  const dueOn = initiative.dueOn ?? initiative.startOn ?? day
  return edge === 'start'
    ? { id, startOn: minDay(day, dueOn), dueOn }
    : { id, startOn, dueOn: maxDay(day, startOn) }
}

function planMoves(plan: Plan, moves: readonly DroppedDays[], target: DropTarget): Drop | null {
  if (moves.length === 0) return null
  const to =
    target.type === 'leg'
      ? { keyResultId: target.keyResultId }
      : target.type === 'garage'
        ? 'garage'
        : null
  const changesDays = moves.some((move) => {
    const before = plan.initiative.get(move.id)
    return before?.startOn !== move.startOn || before.dueOn !== move.dueOn
  })
  const changesPlace = moves.some((move) => {
    const serves = plan.initiative.get(move.id)?.serves ?? []
    if (to === null) return false
    if (to === 'garage') return serves.length > 0
    return !serves.some((served) => served.keyResultId === to.keyResultId)
  })
  if (!changesDays && !changesPlace) return null
  return { command: 'initiative.move', input: { moves, to: changesPlace ? to : null } }
}

function planCheckpoint(
  plan: Plan,
  { id, dueOn, objectiveId }: Extract<DragState, { type: 'checkpoint' }>,
): Drop | null {
  const before = plan.keyResult.get(id)
  const isElsewhere = objectiveId !== undefined && objectiveId !== before?.objectiveId
  if (before?.dueOn === dueOn && !isElsewhere) return null
  const road = isElsewhere ? { objectiveId } : {}
  return { command: 'keyResult.move', input: { id, dueOn, ...road } }
}

function shiftDay(day: Day, days: number): Day {
  return dayFromNumber(clampDayNumber(numberOfDay(day) + days))
}
