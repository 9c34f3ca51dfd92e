import type { Operation } from '#domain/plan/operation.ts'
import type { Patch } from '#domain/plan/plan.ts'
import { UPGRADE_GROUP, upgradePatch } from '#domain/plan/upgrade-plan.ts'

/** One step that can be undone or redone. */
export type Step = {
  /** The `seq` of the `do` operation. */
  readonly of: number
  readonly name: string
  /** Steps of one burst of typing; they are undone and redone together. */
  readonly group: string | null
  readonly patch: Patch
  readonly inverse: Patch
}

/** Both stacks, the newest step last. Immutable, so that a failed write can go back to the one before. */
export type UndoHistory = { readonly undo: readonly Step[]; readonly redo: readonly Step[] }

export const NO_HISTORY: UndoHistory = { undo: [], redo: [] }

/** Steps kept at hand: four times the promise of 500, because a burst of typing takes several. */
export const STEPS_KEPT = 2_000

/** The stacks after one more operation. The very first operation made the plan and is never undone. */
export function withOperation(history: UndoHistory, operation: Operation): UndoHistory {
  const { undo, redo } = history
  // It changed the words, not the plan: the steps before it are undone in the new words.
  if (operation.group === UPGRADE_GROUP) return history
  if (operation.type === 'do') {
    if (operation.seq === 1) return NO_HISTORY
    return { undo: push(undo, stepOf(operation, operation.seq, false)), redo: [] }
  }
  const of = operation.of ?? 0
  if (operation.type === 'undo')
    return { undo: without(undo, of), redo: push(redo, stepOf(operation, of, true)) }
  return { undo: push(undo, stepOf(operation, of, false)), redo: without(redo, of) }
}

/** The stacks that a run of operations leads to; the run may begin in the middle of a plan's life. */
export function historyOf(operations: Iterable<Operation>): UndoHistory {
  let history = NO_HISTORY
  for (const operation of operations) history = withOperation(history, operation)
  return history
}

/** The steps that the next undo (or redo) takes together, in the order to take them. */
export function nextBurst(stack: readonly Step[]): readonly Step[] {
  const newest = stack.at(-1)
  if (!newest) return []
  const burst = [newest]
  for (let at = stack.length - 2; newest.group !== null && at >= 0; at -= 1) {
    const step = stack[at]
    if (step?.group !== newest.group) break
    burst.push(step)
  }
  return burst
}

/** An undo operation carries the step turned round. */
function stepOf(operation: Operation, of: number, turned: boolean): Step {
  const { name, version } = operation
  const patch = upgradePatch(operation.patch, version)
  const inverse = upgradePatch(operation.inverse, version)
  return {
    of,
    name,
    group: operation.group ?? null,
    patch: turned ? inverse : patch,
    inverse: turned ? patch : inverse,
  }
}

function push(stack: readonly Step[], step: Step): readonly Step[] {
  return [...stack.slice(1 - STEPS_KEPT), step]
}

/** A step that lies before the known part of the history is not on the stack; then nothing leaves it. */
function without(stack: readonly Step[], of: number): readonly Step[] {
  return stack.at(-1)?.of === of ? stack.slice(0, -1) : stack
}
