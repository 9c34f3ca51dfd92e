import { z } from 'zod'
import { daySchema, daysBetween } from '../calendar/day.ts'
import { formatDay, formatSpan } from '../calendar/day-format.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { idSchema, listOf } from '../plan/field.ts'
import { orderKeysFor } from '../plan/order-key.ts'
import { canonicalJson } from '../plan/state-hash.ts'
import { counted, quoted } from '../plan/title-quote.ts'
import type { Pair } from './initiative-patch.ts'
import { foundAll, GONE, inCycle, named, putInitiatives } from './initiative-patch.ts'
import type { Initiative } from './initiative.ts'
import { movedShares } from './shares.ts'

/** `Move "Chatbot" to Dec 3 – Dec 18` for one bar, `Move 3 initiatives by 5 days` for several. */
function movedInTime(pairs: readonly Pair[]): string {
  const what = named(pairs.map(({ before }) => before))
  const [first] = pairs
  if (!first) return `Move ${what}`
  const { before, after } = first
  if (pairs.length === 1) {
    if (after.startOn && after.dueOn) {
      const isStretch = (before.startOn === after.startOn) !== (before.dueOn === after.dueOn)
      return `${isStretch ? 'Stretch' : 'Move'} ${what} to ${formatSpan(after.startOn, after.dueOn)}`
    }
    const day = after.startOn ?? after.dueOn
    return day ? `Move ${what} to ${formatDay(day)}` : `Take the dates off ${what}`
  }
  const shift = (pair: Pair) =>
    pair.before.startOn && pair.after.startOn
      ? daysBetween(pair.before.startOn, pair.after.startOn)
      : null
  const days = shift(first)
  const isOneShift = days !== null && pairs.every((pair) => shift(pair) === days)
  return isOneShift ? `Move ${what} by ${counted(days, 'day')}` : `Move ${what}`
}

/** Commands that move initiatives on the map. */
export const initiativeMoveCommands = {
  /** Drag, stretch, onto another leg, into and out of the Garage; several at once as one step. */
  'initiative.move': defineCommand({
    input: z.strictObject({
      moves: listOf(
        z.strictObject({
          id: idSchema,
          startOn: daySchema.nullable(),
          dueOn: daySchema.nullable(),
        }),
      ).refine((moves) => moves.length > 0, { error: 'is empty' }),
      /** The leg to stand on, the Garage, or null to go on serving what is served. */
      to: z.union([z.strictObject({ keyResultId: idSchema }), z.literal('garage')]).nullable(),
      /** The leg it was picked up from; without it the largest share moves. */
      from: idSchema.optional(),
    }),
    run: (plan, { moves, to, from }, context) => {
      const legId = to !== null && to !== 'garage' ? to.keyResultId : undefined
      const leg = legId === undefined ? undefined : plan.keyResult.get(legId)
      if (legId !== undefined && !leg)
        return refuse('to', 'This key result is not in the plan any more.')
      const legCycleId = leg && plan.objective.get(leg.objectiveId)?.cycleId
      const days = new Map(moves.map((move) => [move.id, move]))
      const initiatives = foundAll(plan, [...days.keys()])
      if (!Array.isArray(initiatives)) return initiatives
      const servesAfter = ({ serves }: Initiative) => {
        if (to === 'garage') return []
        return leg ? movedShares(serves, leg.id, from).map((s) => ({ ...s })) : serves
      }
      const pairs = initiatives.map((before): Pair => {
        const after: Initiative = {
          ...before,
          startOn: days.get(before.id)?.startOn ?? null,
          dueOn: days.get(before.id)?.dueOn ?? null,
          serves: servesAfter(before),
          cycleId: legCycleId ?? before.cycleId,
          state: leg && before.state === 'idea' ? 'planned' : before.state,
        }
        return { before, after }
      })
      const isOtherRoad = pairs.some(
        ({ before, after }) => canonicalJson(before.serves) !== canonicalJson(after.serves),
      )
      const name = !isOtherRoad
        ? movedInTime(pairs)
        : `Move ${named(initiatives)} to ${leg ? quoted(leg.title) : 'the Garage'}`
      return putInitiatives(plan, pairs, context, name)
    },
  }),
  'initiative.reorder': defineCommand({
    input: z.strictObject({ id: idSchema, beforeId: idSchema.nullable() }),
    run: (plan, { id, beforeId }) => {
      const initiative = plan.initiative.get(id)
      if (!initiative) return refuse('id', GONE)
      const before = beforeId === null ? undefined : plan.initiative.get(beforeId)
      if (beforeId !== null && before?.cycleId !== initiative.cycleId)
        return refuse('beforeId', 'It can only be ordered within its own cycle.')
      const siblings = inCycle(plan, initiative.cycleId)
      const keys = beforeId === id ? new Map<Id, string>() : orderKeysFor(siblings, id, beforeId)
      const puts = siblings.flatMap((sibling) => {
        const order = keys.get(sibling.id)
        return order === undefined ? [] : [{ ...sibling, order }]
      })
      const name = before
        ? `Move ${quoted(initiative.title)} before ${quoted(before.title)}`
        : `Move ${quoted(initiative.title)} to the end`
      return { ok: true, patch: { puts, deletes: [] }, name }
    },
  }),
}
