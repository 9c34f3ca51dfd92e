import { z } from 'zod'
import { defineCommand, refuse } from '../plan/command.ts'
import { titleSchema } from '../plan/field.ts'
import type { Thing } from '../plan/thing.ts'
import { quoted } from '../plan/title-quote.ts'

/** Commands on the plan's own list of root causes. */
export const rootCauseCommands = {
  /**
   * Gives a root cause another name wherever it was chosen, but in cycles that are closed: those keep the name
   * of their day, and the settings remember what it is called now, so that cycles side by side count it as one.
   */
  'rootCause.rename': defineCommand({
    input: z.strictObject({ from: titleSchema, to: titleSchema }),
    run: (plan, { from, to }) => {
      const { settings } = plan.meta
      if (!settings.rootCauses.includes(from))
        return refuse('from', 'This cause is not in the list any more.')
      const name = `Rename the root cause ${quoted(from)} to ${quoted(to)}`
      if (from === to) return { ok: true, patch: { puts: [], deletes: [] }, name }
      if (settings.rootCauses.includes(to)) return refuse('to', 'This cause is in the list.')
      const puts: Thing[] = []
      let isKeptSomewhere = false
      for (const retrospective of plan.retrospective.values()) {
        if (!retrospective.keyResults.some(({ rootCause }) => rootCause.trim() === from)) continue
        if (plan.cycle.get(retrospective.cycleId)?.state === 'closed') {
          isKeptSomewhere = true
          continue
        }
        const keyResults = retrospective.keyResults.map((row) =>
          row.rootCause.trim() === from ? { ...row, rootCause: to } : row,
        )
        puts.push({ ...retrospective, keyResults })
      }
      const { renamedCauses: before = [], ...rest } = settings
      const renamedCauses = before
        .map((one) => (one.to === from ? { ...one, to } : one))
        .filter((one) => one.from !== to && one.from !== from)
        .concat(isKeptSomewhere ? [{ from, to }] : [])
      const rootCauses = settings.rootCauses.map((cause) => (cause === from ? to : cause))
      const next = { ...rest, rootCauses, ...(renamedCauses.length > 0 ? { renamedCauses } : {}) }
      return {
        ok: true,
        patch: { puts: [{ ...plan.meta, settings: next }, ...puts], deletes: [] },
        name,
      }
    },
  }),
}
