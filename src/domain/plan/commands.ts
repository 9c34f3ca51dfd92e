import type { z } from 'zod'
import { checkInCommands } from '../check-in/check-in-commands.ts'
import { cycleCommands } from '../cycle/cycle-commands.ts'
import { frozenProblem } from '../cycle/frozen.ts'
import { nextCycleCommands } from '../cycle/next-cycle-commands.ts'
import { detourCommands } from '../detour/detour-commands.ts'
import { initiativeCommands } from '../initiative/initiative-commands.ts'
import { initiativeMoveCommands } from '../initiative/initiative-move.ts'
import { taskCommands } from '../initiative/task-commands.ts'
import { journalCommands } from '../journal/journal-commands.ts'
import { keyResultCommands } from '../key-result/key-result-commands.ts'
import { objectiveCommands } from '../objective/objective-commands.ts'
import { personCommands } from '../people/person-commands.ts'
import { closeCommands } from '../retrospective/close-commands.ts'
import { retrospectiveCommands } from '../retrospective/retrospective-commands.ts'
import { rootCauseCommands } from '../retrospective/root-cause-commands.ts'
import { agendaCommands } from '../workshop/agenda-commands.ts'
import { cardBecomeCommands } from '../workshop/card-become.ts'
import { cardCommands } from '../workshop/card-commands.ts'
import { cardGroupCommands } from '../workshop/card-group-commands.ts'
import { voteCommands } from '../workshop/vote-commands.ts'
import { workshopCommands } from '../workshop/workshop-commands.ts'
import { withAddedDays } from './added-on.ts'
import { inputRefusal } from './command-input.ts'
import type { Command, CommandContext, CommandResult } from './command.ts'
import { patchProblem } from './integrity.ts'
import { planCommands } from './plan-commands.ts'
import { withoutNoise } from './patch-noise.ts'
import type { Plan } from './plan.ts'
import { applyPatch } from './plan.ts'
import { cleanInput } from './clean-input.ts'
import { themeCommands } from './theme-commands.ts'

/** Every way in which a plan changes, by name. */
export const COMMANDS = {
  ...planCommands,
  ...themeCommands,
  ...personCommands,
  ...cycleCommands,
  ...nextCycleCommands,
  ...objectiveCommands,
  ...keyResultCommands,
  ...initiativeCommands,
  ...initiativeMoveCommands,
  ...taskCommands,
  ...checkInCommands,
  ...journalCommands,
  ...detourCommands,
  ...retrospectiveCommands,
  ...closeCommands,
  ...rootCauseCommands,
  ...workshopCommands,
  ...agendaCommands,
  ...cardCommands,
  ...cardGroupCommands,
  ...cardBecomeCommands,
  ...voteCommands,
}

export type CommandId = keyof typeof COMMANDS

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

/** What a caller passes to a command. */
export type CommandInput<C extends CommandId> = DeepReadonly<z.input<(typeof COMMANDS)[C]['input']>>

/**
 * Runs a command on a plan: checks the input, makes the patch, checks that the plan stays whole. Never
 * throws on bad input and never changes `plan`; an empty patch means that nothing changed.
 */
export function runCommand<C extends CommandId>(
  plan: Plan,
  id: C,
  input: CommandInput<C>,
  context: CommandContext,
): CommandResult {
  const command = COMMANDS[id] as unknown as Command
  const parsed = command.input.safeParse(cleanInput(input))
  if (!parsed.success) return inputRefusal(parsed.error)
  const result = command.run(plan, parsed.data, context)
  if (!result.ok) return result
  // The rows of a restore or a merge keep the days that they bring along.
  const puts =
    id === 'plan.replaceThings'
      ? result.patch.puts
      : withAddedDays(plan, result.patch.puts, context.today)
  const patch = withoutNoise(plan, { ...result.patch, puts })
  if (patch.puts.length === 0 && patch.deletes.length === 0) return { ...result, patch }
  const after = applyPatch(plan, patch)
  const problem = frozenProblem(id, plan, after, patch) ?? patchProblem(plan, after, patch)
  return problem
    ? { ok: false, field: problem.field, message: problem.message }
    : { ...result, patch }
}
