import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import { addDays, maxDay } from '../calendar/day.ts'
import { guessMetric } from '../exchange/metric-guess.ts'
import { initiativeCommands } from '../initiative/initiative-commands.ts'
import { taskCommands } from '../initiative/task-commands.ts'
import { journalCommands } from '../journal/journal-commands.ts'
import { keyResultCommands } from '../key-result/key-result-commands.ts'
import { keyResultsOf } from '../key-result/key-result-changes.ts'
import { metricProblem } from '../key-result/metric.ts'
import { objectiveCommands } from '../objective/objective-commands.ts'
import type { CommandContext, CommandResult } from '../plan/command.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id, Ref } from '../plan/field.ts'
import { idSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, thingAt } from '../plan/plan.ts'
import { shortTitle } from '../plan/title-quote.ts'
import { isRefusal, openCards, put } from './workshop-patch.ts'
import type { Card, Workshop } from './workshop.ts'

/** What a card can turn into. */
export const becomeSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('objective') }),
  z.strictObject({ as: z.literal('keyResult'), objectiveId: idSchema }),
  /** On the leg of a key result, or in the Garage. */
  z.strictObject({ as: z.literal('initiative'), keyResultId: idSchema.nullable() }),
  z.strictObject({ as: z.literal('task'), initiativeId: idSchema }),
  z.strictObject({ as: z.literal('concern') }),
  z.strictObject({ as: z.literal('win') }),
  z.strictObject({ as: z.literal('lesson') }),
  z.strictObject({ as: z.literal('parking-lot') }),
])
export type Becoming = z.infer<typeof becomeSchema>

/** First line as the title, the rest as the note. */
function titleAndNote(text: string): { readonly title: string; readonly note: string } {
  const [first = '', ...rest] = text.trim().split(/\r?\n/)
  if (first.length <= LIMITS.title) return { title: first, note: rest.join('\n').trim() }
  return { title: shortTitle(first, 200), note: text.trim() }
}

/** The days of the stretch of road that ends at a key result, never before the plan's own present. */
function legSpan(plan: Plan, keyResultId: Id, today: Day): { startOn: Day; dueOn: Day } | null {
  const keyResult = plan.keyResult.get(keyResultId)
  const objective = keyResult && plan.objective.get(keyResult.objectiveId)
  const cycle = objective && plan.cycle.get(objective.cycleId)
  if (!keyResult || !cycle) return null
  const before = keyResultsOf(plan, objective.id)
    .filter((k) => k.dueOn < keyResult.dueOn && k.state === 'active')
    .reduce<Day | null>((latest, k) => (latest === null ? k.dueOn : maxDay(latest, k.dueOn)), null)
  const begins = before === null ? cycle.startOn : maxDay(cycle.startOn, addDays(before, 1))
  const startOn = maxDay(begins, today) <= keyResult.dueOn ? maxDay(begins, today) : begins
  return { startOn: startOn > keyResult.dueOn ? keyResult.dueOn : startOn, dueOn: keyResult.dueOn }
}

type Made = { readonly result: CommandResult; readonly ref: Ref | null }

function make(
  plan: Plan,
  card: Card,
  workshop: Workshop,
  becoming: Exclude<Becoming, { as: 'parking-lot' }>,
  context: CommandContext,
): Made {
  const id = context.newId()
  const { title, note } = titleAndNote(card.text)
  const { cycleId } = workshop
  const noCycle: Made = {
    result: refuse('', 'The workshop has no cycle. Choose one first.'),
    ref: null,
  }
  switch (becoming.as) {
    case 'objective':
      if (cycleId === null) return noCycle
      return {
        result: objectiveCommands['objective.add'].run(
          plan,
          { id, cycleId, title, why: note },
          context,
        ),
        ref: { kind: 'objective', id },
      }
    case 'keyResult': {
      const { metric } = guessMetric(title)
      const input = {
        id,
        objectiveId: becoming.objectiveId,
        title,
        note,
        ...(metricProblem(metric) ? {} : { metric }),
      }
      return {
        result: keyResultCommands['keyResult.add'].run(plan, input, context),
        ref: { kind: 'keyResult', id },
      }
    }
    case 'initiative': {
      const { keyResultId } = becoming
      const objective = plan.objective.get(plan.keyResult.get(keyResultId ?? '')?.objectiveId ?? '')
      const cycle = objective?.cycleId ?? cycleId
      if (cycle === null) return noCycle
      const span = keyResultId === null ? null : legSpan(plan, keyResultId, context.today)
      const input = { id, cycleId: cycle, title, note, keyResultId, ...span }
      return {
        result: initiativeCommands['initiative.add'].run(plan, input, context),
        ref: { kind: 'initiative', id },
      }
    }
    case 'task': {
      const { initiativeId } = becoming
      return {
        result: taskCommands['task.add'].run(plan, { id, initiativeId, title }, context),
        ref: { kind: 'initiative', id: initiativeId },
      }
    }
    case 'concern':
    case 'win':
    case 'lesson':
      return {
        result: journalCommands['journal.add'].run(
          plan,
          {
            id,
            type: becoming.as,
            text: card.text,
            authorId: card.personId,
            about: cycleId === null ? null : { kind: 'cycle', id: cycleId },
          },
          context,
        ),
        ref: { kind: 'journalEntry', id },
      }
  }
}

/** The command that turns a card into something of the plan, in one step, with a link both ways. */
export const cardBecomeCommands = {
  'card.become': defineCommand({
    input: z.strictObject({ id: idSchema, becoming: becomeSchema }),
    run: (plan, { id, becoming }, context) => {
      const found = openCards(plan, [id])
      if (isRefusal(found)) return found
      const [card] = found
      const workshop = card && plan.workshop.get(card.workshopId)
      if (!card || !workshop) return put('Use a card')
      if (becoming.as === 'parking-lot')
        return put('Park a card for later', { ...card, parked: true })
      if (card.became && thingAt(plan, card.became))
        return refuse('id', 'This card is part of the plan already.')
      const { result, ref } = make(plan, card, workshop, becoming, context)
      if (!result.ok) return result
      const used: Card = { ...card, became: ref, hidden: false, parked: false }
      const after = applyPatch(plan, result.patch)
      const made = ref?.kind === 'initiative' ? after.initiative.get(ref.id) : undefined
      // A task belongs to an initiative that came from somewhere else.
      const linked = made && becoming.as === 'initiative' ? [{ ...made, cardId: card.id }] : []
      const puts = result.patch.puts.filter(
        (thing) => !linked.some((l) => l.kind === thing.kind && l.id === thing.id),
      )
      return {
        ok: true,
        patch: { puts: [...puts, ...linked, used], deletes: result.patch.deletes },
        name: result.name,
      }
    },
  }),
}
