import type { z } from 'zod'
import type { Day, Moment } from '../calendar/day.ts'
import type { Id } from './field.ts'
import type { Patch, Plan } from './plan.ts'

/** What a command may not know by itself: the clock and fresh ids come in from outside. */
export type CommandContext = {
  readonly now: Moment
  readonly today: Day
  readonly newId: () => Id
}

/** A refused command changes nothing and says why, beside the field concerned where there is one. */
export type Refusal = {
  readonly ok: false
  /** The field of the input, e.g. `dueOn` or `metric.target`; '' when the whole is meant. */
  readonly field: string
  readonly message: string
}

/** `name` is the step's name in the undo menu; an empty patch means that nothing changed. */
export type CommandResult =
  { readonly ok: true; readonly patch: Patch; readonly name: string } | Refusal

/** One command: its input schema and the pure function from plan and input to patch. */
export type Command<I extends z.ZodType = z.ZodType> = {
  readonly input: I
  readonly run: (plan: Plan, input: z.output<I>, context: CommandContext) => CommandResult
}

/** Ties a command's function to the type of its schema. */
export function defineCommand<I extends z.ZodType>(command: Command<I>): Command<I> {
  return command
}

export function refuse(field: string, message: string): Refusal {
  return { ok: false, field, message }
}
