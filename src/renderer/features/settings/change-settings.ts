import type { PlanSettings } from '#domain/plan/plan-meta.ts'
import type { CommandId, CommandInput } from '#domain/plan/commands.ts'
import { run } from '#store/plan-store.ts'

/** Runs a command for a field: null, or why it was refused. */
export function change<C extends CommandId>(id: C, input: CommandInput<C>): string | null {
  const result = run(id, input)
  return result.ok ? null : result.message
}

/** Changes some settings of the plan as one step. */
export function changeSettings(settings: Partial<PlanSettings>): string | null {
  return change('plan.update', { changes: { settings } })
}
