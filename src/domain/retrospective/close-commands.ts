import { z } from 'zod'
import type { Cycle } from '../cycle/cycle.ts'
import type { CommandContext } from '../plan/command.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, noteSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { buildIndex } from '../plan/plan-index.ts'
import type { Thing } from '../plan/thing.ts'
import { quoted } from '../plan/title-quote.ts'
import { withKeyResultRow } from './retrospective-rows.ts'
import { reviewOf } from './review.ts'

/** The cycle in another state, with the day and the reason in its log. */
function inState(
  cycle: Cycle,
  state: Cycle['state'],
  reason: string,
  { today }: CommandContext,
): Cycle {
  return {
    ...cycle,
    state,
    stateLog: [...cycle.stateLog, { state, on: today, reason }].slice(-LIMITS.list),
  }
}

/** Commands that end the review of a cycle and take that back. */
export const closeCommands = {
  /**
   * Closes the cycle: the values, the proposed scores and the scores that hold are written down as they
   * stand today, objectives become achieved or missed by their own line, and the cycle is frozen.
   */
  'retrospective.close': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const retrospective = plan.retrospective.get(id)
      const cycle = retrospective && plan.cycle.get(retrospective.cycleId)
      if (!cycle) return refuse('id', 'This retrospective is not in the plan any more.')
      const name = `Close ${quoted(cycle.name)}`
      if (cycle.state === 'closed') return { ok: true, patch: { puts: [], deletes: [] }, name }
      const review = reviewOf(plan, buildIndex(plan), cycle.id, context.today)
      if (!review) return refuse('id', 'This cycle is not in the plan any more.')
      let next = retrospective
      const puts: Thing[] = [inState(cycle, 'closed', '', context)]
      for (const { objective, keyResults, tone } of review.objectives) {
        for (const { keyResult, finalValue, proposed, score } of keyResults)
          if (keyResult.state === 'active')
            next = withKeyResultRow(next, keyResult.id, {
              finalValue,
              proposedScore: proposed,
              finalScore: score,
            })
        if (tone !== null)
          puts.push({ ...objective, state: tone === 'good' ? 'achieved' : 'missed' })
      }
      puts.push({ ...next, state: 'closed', closedOn: context.today })
      return { ok: true, patch: { puts, deletes: [] }, name }
    },
  }),
  /** Takes a closed cycle back into review, with the reason in its log. */
  'retrospective.reopen': defineCommand({
    input: z.strictObject({ id: idSchema, reason: noteSchema }),
    run: (plan, { id, reason }, context) => {
      const retrospective = plan.retrospective.get(id)
      const cycle = retrospective && plan.cycle.get(retrospective.cycleId)
      if (!cycle) return refuse('id', 'This retrospective is not in the plan any more.')
      const name = `Reopen ${quoted(cycle.name)}`
      if (cycle.state !== 'closed') return { ok: true, patch: { puts: [], deletes: [] }, name }
      if (reason.trim() === '') return refuse('reason', 'Reopening a closed cycle needs a reason.')
      const puts: Thing[] = [
        inState(cycle, 'review', reason, context),
        {
          ...retrospective,
          state: 'draft',
          closedOn: null,
          // What was only accepted follows the numbers again; what an owner judged stays.
          keyResults: retrospective.keyResults.map((row) =>
            row.reason.trim() === '' && row.finalScore === row.proposedScore
              ? { ...row, finalScore: null }
              : row,
          ),
        },
      ]
      for (const objective of plan.objective.values())
        if (
          objective.cycleId === cycle.id &&
          (objective.state === 'achieved' || objective.state === 'missed')
        )
          puts.push({ ...objective, state: 'active' })
      return { ok: true, patch: { puts, deletes: [] }, name }
    },
  }),
}
