import type { CommandResult } from '#domain/plan/command.ts'
import { refuse } from '#domain/plan/command.ts'
import type { CommandId, CommandInput } from '#domain/plan/commands.ts'
import { runCommand } from '#domain/plan/commands.ts'
import type { Head } from '#domain/plan/operation.ts'
import { withoutNoise } from '#domain/plan/patch-noise.ts'
import type { Patch, Plan } from '#domain/plan/plan.ts'
import { applyPatch } from '#domain/plan/plan.ts'
import { inQuotes, quoted } from '#domain/plan/title-quote.ts'
import { finishedIn } from '#domain/workshop/finished-workshop.ts'
import { squash } from '#data/squash.ts'
import { now, nowMs } from '#lib/clock.ts'
import { newId } from '#lib/ids.ts'
import { noteLargeDelete } from './take-snapshot.ts'
import type { Step } from './undo-history.ts'
import { nextBurst } from './undo-history.ts'
import { commit, undoHistory, usePlan } from './working-copy.ts'

/** Keystrokes of one field within this time are one step of undo. */
const BURST_MS = 2_000
let burst: { key: string; planId: string; seq: number; atMs: number; group: string } | null = null

/**
 * Runs one command on the open plan: applied at once, written behind. A refusal changes nothing. An
 * accepted command that changes nothing makes no step. `coalesce` names a field that is being typed in: its
 * steps within two seconds of each other are undone together. `group` names the step's group outright.
 */
export function run<C extends CommandId>(
  id: C,
  input: CommandInput<C>,
  options: { readonly coalesce?: string; readonly group?: string } = {},
): CommandResult {
  const { coalesce = null, group = null } = options
  const before = usePlan.getState().plan
  const result = change(coalesce, (plan) => runCommand(plan, id, input, context()), group)
  // Whoever puts a whole state in the place of another knows better what to call it.
  if (result.ok && id !== 'plan.replaceThings') noteLargeDelete(before)
  return result
}

/** Why a command would be refused, without running it; null where it would not: for what says so while one types. */
export function refusalOf<C extends CommandId>(id: C, input: CommandInput<C>): string | null {
  const { plan } = usePlan.getState()
  const result = plan && runCommand(plan, id, input, context())
  return result && !result.ok ? result.message : null
}

/** One command with its input. */
export type CommandStep = {
  [C in CommandId]: { readonly id: C; readonly input: CommandInput<C> }
}[CommandId]

/** Runs several commands as one step of undo with one name; the first refusal refuses all of them. */
export function runAll(steps: readonly CommandStep[], name: string): CommandResult {
  const before = usePlan.getState().plan
  const result = change(null, (plan) => {
    const patches: { patch: Patch }[] = []
    let next = plan
    for (const { id, input } of steps) {
      const step = runCommand(next, id, input, context())
      if (!step.ok) return step
      patches.push(step)
      next = applyPatch(next, step.patch)
    }
    return { ok: true, patch: withoutNoise(plan, squash(patches)), name }
  })
  if (result.ok) noteLargeDelete(before)
  return result
}

/** What a refusal names when a step would change a finished workshop: said so, it can be done on purpose. */
export const FINISHED_WORKSHOP = 'finished workshop'

type TravelOptions = { readonly evenFinished?: boolean }

/**
 * Takes the newest step back (a whole burst of typing at once), as an operation of its own. One that would
 * change a finished workshop is refused unless that is wanted: nothing there changes silently.
 */
export function undo(options: TravelOptions = {}): CommandResult {
  return travel('undo', options)
}

/** Does the step again that was undone last. */
export function redo(options: TravelOptions = {}): CommandResult {
  return travel('redo', options)
}

function context() {
  return { now: now(), today: usePlan.getState().today, newId }
}

/** Why nothing can be changed now, or null. */
function obstacle(): string | null {
  const { phase, save, readOnlyReason } = usePlan.getState()
  if (save.state === 'failed')
    return 'The last change could not be saved. Try again or save a copy before you go on.'
  if (phase === 'ready') return null
  return readOnlyReason ?? 'No plan is open.'
}

function change(
  key: string | null,
  compute: (plan: Plan) => CommandResult,
  named: string | null = null,
): CommandResult {
  const { plan, head } = usePlan.getState()
  const why = obstacle()
  if (why !== null || !plan || !head) return refuse('', why ?? 'No plan is open.')
  const result = compute(plan)
  if (!result.ok) return result
  const { patch } = result
  if (patch.puts.length === 0 && patch.deletes.length === 0) return result
  const group = key === null ? named : groupFor(key, head)
  commit([{ type: 'do', of: null, name: result.name, patch, group }])
  return result
}

function travel(type: 'undo' | 'redo', { evenFinished = false }: TravelOptions): CommandResult {
  const why = obstacle()
  if (why !== null) return refuse('', why)
  const steps = nextBurst(undoHistory()[type])
  const newest = steps[0]
  if (!newest) return refuse('', `There is nothing to ${type}.`)
  const patchOf = (step: Step) => (type === 'undo' ? step.inverse : step.patch)
  const patch = squash(steps.map((step) => ({ patch: patchOf(step) })))
  const { plan } = usePlan.getState()
  const finished = plan && !evenFinished ? finishedIn(plan, patch) : null
  if (finished)
    return refuse(
      FINISHED_WORKSHOP,
      `The workshop ${quoted(finished.name)} is finished. To ${type} ${inQuotes(newest.name, 120)} would change it.`,
    )
  commit(steps.map((step) => ({ ...step, type, patch: patchOf(step) })))
  return { ok: true, patch, name: newest.name }
}

function groupFor(key: string, { planId, seq }: Head): string {
  const atMs = nowMs()
  const goesOn =
    burst?.key === key &&
    burst.planId === planId &&
    burst.seq === seq &&
    // A clock that was set back must not join what is hours apart.
    Math.abs(atMs - burst.atMs) <= BURST_MS
  const group = goesOn && burst ? burst.group : `g${String(seq + 1)}`
  burst = { key, planId, seq: seq + 1, atMs, group }
  return group
}
