import type { Ref } from '../plan/field.ts'
import { integrityProblems } from '../plan/integrity.ts'
import type { Patch, Plan } from '../plan/plan.ts'
import { applyPatch, thingAt, thingsOf } from '../plan/plan.ts'
import { refKey } from '../plan/reference.ts'
import type { Thing } from '../plan/thing.ts'
import { createTies } from './ties.ts'
import { UNITS } from './merge-shape.ts'
import { isSame, mergeFields, oneSided, UNKNOWN, type Side, type Three } from './three-way.ts'

/** Something that both sides changed, for a person to choose. */
export type Conflict = {
  /** Stable over rounds, and the same whichever side is which. */
  readonly key: string
  readonly ref: Ref
  readonly type:
    /** One field, or fields that go together. */
    | 'field'
    /** One side has it, the other took it away (or never had it, where no common state is known). */
    | 'presence'
    /** Things that cannot stand as merged: all of them are taken from one side. */
    | 'together'
  /** For `field`: the path, such as `title`, `startOn+dueOn` or `tasks."t1".title`; '' otherwise. */
  readonly path: string
  readonly three: Three
  /** For `together`: all that it is about. */
  readonly refs: readonly Ref[]
  /** For `together`: what would be wrong. */
  readonly message: string
}

export type Answers = ReadonlyMap<string, Side>

export type Merge =
  /** `conflicts` are all questions so far; those without an answer are open. */
  | { readonly state: 'asking'; readonly conflicts: readonly Conflict[] }
  | { readonly state: 'done'; readonly conflicts: readonly Conflict[]; readonly plan: Plan }
  /** The two cannot become one plan, whatever is answered. */
  | {
      readonly state: 'refused'
      readonly conflicts: readonly Conflict[]
      readonly message: string
    }

type Row = {
  readonly ref: Ref
  readonly base: unknown
  readonly mine: Thing | undefined
  readonly theirs: Thing | undefined
}

/** Two plans made ready to be merged: only the rows that differ. */
export type MergeInput = {
  readonly mine: Plan
  readonly rows: ReadonlyMap<string, Row>
}

/** Finds the rows in which two plans differ. `base` is the state that both began from, or null. */
export function prepareMerge(base: Plan | null, mine: Plan, theirs: Plan): MergeInput {
  const rows = new Map<string, Row>()
  const look = (ref: Ref) => {
    const [a, b] = [thingAt(mine, ref), thingAt(theirs, ref)]
    if (isSame(a, b)) return
    const known = base === null ? UNKNOWN : thingAt(base, ref)
    rows.set(refKey(ref), { ref, base: known, mine: a, theirs: b })
  }
  for (const { kind, id } of thingsOf(mine)) look({ kind, id })
  for (const { kind, id } of thingsOf(theirs))
    if (!rows.has(refKey({ kind, id }))) look({ kind, id })
  return { mine, rows }
}

/**
 * Merges two plans that differ. What one side changed is taken; what both changed is asked for. Once all of
 * that is answered, rows that do not go together are asked for as one. The result is always a whole plan.
 */
export function mergePlans({ mine, rows }: MergeInput, answers: Answers): Merge {
  const conflicts: Conflict[] = []
  const merged = new Map<string, Thing | undefined>()
  for (const [key, row] of rows) merged.set(key, mergeRow(row, answers, conflicts))
  if (conflicts.some(({ key }) => !answers.has(key))) return { state: 'asking', conflicts }

  const ties = createTies()
  for (;;) {
    const plan = applyPatch(mine, patchOf(rows, merged))
    const problems = integrityProblems(plan)
    if (problems.length === 0) return { state: 'done', conflicts, plan }
    const messages = new Map<string, string>()
    let hasGrown = false
    for (const { ref, message } of problems) {
      const key = refKey(ref)
      const near = ties.around(plan, ref, rows)
      messages.set(key, message)
      if (ties.tie(near)) hasGrown = true
    }
    if (!hasGrown)
      hasGrown = problems.some(({ ref }) => ties.tie(ties.neighbours(refKey(ref), rows)))
    if (!hasGrown && !ties.tie([...rows.keys()]))
      return { state: 'refused', conflicts, message: problems[0]?.message ?? '' }
    const together = ties.groups().map((keys) => groupOf(keys, rows, answers, messages))
    const all = [...conflicts, ...together.map((group) => group.conflict)]
    if (together.some(({ side }) => side === undefined)) return { state: 'asking', conflicts: all }
    for (const { keys, side } of together)
      for (const key of keys) merged.set(key, rows.get(key)?.[side ?? 'mine'])
  }
}

function mergeRow(row: Row, answers: Answers, conflicts: Conflict[]): Thing | undefined {
  const { ref, base, mine, theirs } = row
  const choose = (path: string, three: Three): unknown => {
    const key = `${refKey(ref)} ${path}`
    const isWhole = path === ''
    const type = isWhole ? 'presence' : 'field'
    conflicts.push({ key, ref, type, path, three, refs: [ref], message: '' })
    return three[answers.get(key) ?? 'mine']
  }
  const taken = oneSided(row)
  if (taken) return taken.value as Thing | undefined
  if (!mine || !theirs) return choose('', { base, mine, theirs }) as Thing | undefined
  // Both sides made a row of the same id: nothing of it has a common beginning.
  const three = { base: base ?? UNKNOWN, mine, theirs }
  return mergeFields(three, '', UNITS[ref.kind] ?? [], choose) as unknown as Thing
}

function patchOf(
  rows: ReadonlyMap<string, Row>,
  merged: ReadonlyMap<string, Thing | undefined>,
): Patch {
  const puts: Thing[] = []
  const deletes: Ref[] = []
  for (const [key, { ref }] of rows) {
    const thing = merged.get(key)
    if (thing) puts.push(thing)
    else deletes.push(ref)
  }
  return { puts, deletes }
}

function groupOf(
  keys: readonly string[],
  rows: ReadonlyMap<string, Row>,
  answers: Answers,
  messages: ReadonlyMap<string, string>,
): {
  readonly keys: readonly string[]
  readonly side: Side | undefined
  readonly conflict: Conflict
} {
  // A group that grew keeps the answer that a part of it had.
  const names = keys.map((key) => `together ${key}`)
  const key = names.find((name) => answers.has(name)) ?? names[0] ?? ''
  const refs = keys.flatMap((each) => rows.get(each)?.ref ?? [])
  const [ref] = refs
  const message = keys.map((each) => messages.get(each)).find((words) => words !== undefined) ?? ''
  const three = { base: undefined, mine: undefined, theirs: undefined }
  return {
    keys,
    side: answers.get(key),
    conflict: {
      key,
      ref: ref ?? { kind: 'plan', id: '' },
      type: 'together',
      path: '',
      three,
      refs,
      message,
    },
  }
}
