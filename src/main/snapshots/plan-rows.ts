import type { Head, Operation } from '#domain/plan/operation.ts'
import { EMPTY_HASH, canonicalJson, combineHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { Trouble } from '#main/files/trouble.ts'
import { rowHash } from './row-hash.ts'

/** The rows of a plan at one step, changed in place by one operation after the other. */
export type PlanRows = {
  readonly rows: Map<string, Thing>
  seq: number
  hash: string
  /** Rows that an undo or redo took away, by step: the person meant that. */
  takenBack: { readonly seq: number; readonly rows: number }[]
}

export function emptyRows(): PlanRows {
  return { rows: new Map(), seq: 0, hash: EMPTY_HASH, takenBack: [] }
}

/** Puts one operation on top. Throws when it is not the next one or its state hash does not come out. */
export function advance(state: PlanRows, op: Operation): void {
  if (op.seq !== state.seq + 1) throw doesNotAddUp(`step ${String(state.seq + 1)} is missing`)
  const before = state.rows.size
  for (const ref of op.patch.deletes) leave(state, keyOf(ref))
  for (const thing of op.patch.puts) {
    leave(state, keyOf(thing))
    state.rows.set(keyOf(thing), thing)
    state.hash = combineHash(state.hash, rowHash(thing))
  }
  if (state.hash !== op.hash) throw doesNotAddUp(`step ${String(op.seq)} does not add up`)
  state.seq = op.seq
  const lost = before - state.rows.size
  if (lost > 0 && op.type !== 'do') state.takenBack.push({ seq: op.seq, rows: lost })
}

/** Rows from the text of a snapshot. Throws unless they add up to its head. */
export function rowsOf(text: string, head: Head): PlanRows {
  const state = { ...emptyRows(), seq: head.seq }
  for (const value of listIn(text)) {
    const thing = value as Thing
    state.rows.set(keyOf(thing), thing)
    state.hash = combineHash(state.hash, rowHash(thing))
  }
  if (state.hash !== head.hash) throw doesNotAddUp('a snapshot does not add up')
  return state
}

/** The rows as canonical JSON text of an array, one row a line. */
export function textOf(things: readonly Thing[]): string {
  return `[${things.map(canonicalJson).join(',\n')}]`
}

/** The rows as they are now, in the order of kind and id; later operations do not change the list. */
export function sortedThings({ rows }: PlanRows): readonly Thing[] {
  const order = (one: Thing) => (one.kind === 'plan' ? '' : keyOf(one))
  return [...rows.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** The list in a JSON text; anything else is a damaged snapshot. */
export function listIn(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null))
      return value as readonly unknown[]
  } catch {
    // Told below, as for every other text that is not a list of rows.
  }
  throw doesNotAddUp('a snapshot is not a list of rows')
}

export function doesNotAddUp(what: string): Trouble {
  return new Trouble('damaged', `The plan cannot be put together from the disk: ${what}.`)
}

function leave(state: PlanRows, key: string): void {
  const thing = state.rows.get(key)
  if (!thing) return
  state.rows.delete(key)
  state.hash = combineHash(state.hash, rowHash(thing))
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} ${id}`
