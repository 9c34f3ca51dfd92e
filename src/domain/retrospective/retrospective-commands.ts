import { z } from 'zod'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import type { Thing } from '../plan/thing.ts'
import { quoted } from '../plan/title-quote.ts'
import { changed } from './change-retrospective.ts'
import { conversationCommands } from './conversation-commands.ts'
import { judgementCommands } from './judgement-commands.ts'
import { retrospectiveSchema } from './retrospective.ts'
import { retrospectiveOf } from './review.ts'

/** Commands of the review walk: its beginning, its steps, and what is judged and said in them. */
export const retrospectiveCommands = {
  'retrospective.start': defineCommand({
    input: z.strictObject({ cycleId: idSchema, id: idSchema.optional() }),
    run: (plan, { cycleId, id }, context) => {
      const cycle = plan.cycle.get(cycleId)
      if (!cycle) return refuse('cycleId', 'This cycle is not in the plan any more.')
      const name = `Begin the review of ${quoted(cycle.name)}`
      if (cycle.state === 'planning')
        return refuse('cycleId', `${quoted(cycle.name)} is still being planned.`)
      const puts: Thing[] = []
      if (cycle.state === 'active')
        puts.push({
          ...cycle,
          state: 'review',
          stateLog: [
            ...cycle.stateLog,
            { state: 'review' as const, on: context.today, reason: '' },
          ].slice(-LIMITS.list),
        })
      if (!retrospectiveOf(plan, cycleId)) {
        const newId = id ?? context.newId()
        if (plan.retrospective.has(newId)) return refuse('id', 'This id is taken.')
        puts.push({
          kind: 'retrospective',
          id: newId,
          cycleId,
          state: 'draft',
          step: 'values',
          keyResults: [],
          objectives: [],
          verdicts: [],
          answers: plan.meta.settings.retrospectiveQuestions.map((question) => ({
            id: context.newId(),
            question,
            answer: '',
          })),
          actions: [],
          story: '',
          closedOn: null,
        })
      }
      return { ok: true, patch: { puts, deletes: [] }, name }
    },
  }),
  'retrospective.setStep': defineCommand({
    input: z.strictObject({ id: idSchema, step: retrospectiveSchema.shape.step }),
    run: (plan, { id, step }) =>
      changed(
        plan,
        id,
        ({ cycleName }) => `Go on in the review of ${quoted(cycleName)}`,
        (retrospective) => ({ ...retrospective, step }),
      ),
  }),
  ...judgementCommands,
  ...conversationCommands,
}
