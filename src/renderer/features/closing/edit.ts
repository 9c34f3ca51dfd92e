import type { CommandId, CommandInput } from '#domain/plan/commands.ts'
import { run } from '#store/plan-store.ts'

/** Runs a command for a field: null when it was taken, else the reason to show beside the field. */
export function edit<C extends CommandId>(id: C, input: CommandInput<C>): string | null {
  const result = run(id, input)
  return result.ok ? null : result.message
}
