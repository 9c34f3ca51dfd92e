import type { Moment } from '../calendar/day.ts'
import { upgradeRow } from './format-ladder.ts'
import { integrityProblems } from './integrity.ts'
import type { Head, Operation } from './operation.ts'
import type { Patch, Plan } from './plan.ts'
import { planFromThings, thingsOf } from './plan.ts'
import { refKey } from './reference.ts'
import { canonicalJson, stateHash } from './state-hash.ts'
import type { Thing } from './thing.ts'
import { PLAN_VERSION, thingSchema } from './thing.ts'

/** The rows are not what a plan of their version holds, or of a newer one: they are left as they are. */
export class NotUpgradable extends Error {
  override readonly name = 'NotUpgradable'
}

/** Marks the step that brought a plan into a newer form: undo passes it by. */
export const UPGRADE_GROUP = 'format-upgrade'

/**
 * The plan that rows of any version hold, as this version has it. Throws `NotUpgradable` when they are newer,
 * when one of them does not climb the ladder to a sound row, or when a reference is left without an end.
 */
export function planFromRows(rows: readonly unknown[], version: number): Plan {
  if (version > PLAN_VERSION)
    throw new NotUpgradable('it was written by a newer Roadbook. Update Roadbook.')
  const things: Thing[] = []
  for (const row of rows) {
    const now = climbed(row, version)
    if (now === null) continue
    const read = thingSchema.safeParse(now)
    if (!read.success) throw new NotUpgradable('a row is not what it should be.')
    things.push(read.data)
  }
  if (!things.some(({ kind }) => kind === 'plan'))
    throw new NotUpgradable("the plan's own row is missing.")
  const plan = planFromThings(things)
  const [problem] = version < PLAN_VERSION ? integrityProblems(plan) : []
  if (problem) throw new NotUpgradable(problem.message)
  return plan
}

function climbed(row: unknown, version: number): unknown {
  try {
    return upgradeRow(row, version)
  } catch {
    throw new NotUpgradable('a step of the upgrade failed.')
  }
}

/** What a patch of an older version says in the words of this one. */
export function upgradePatch(patch: Patch, version: number): Patch {
  if (version >= PLAN_VERSION) return patch
  return { ...patch, puts: patch.puts.flatMap((row) => (upgradeRow(row, version) ?? []) as Thing) }
}

/**
 * The step that brings a stored state into the form of this version: an ordinary operation that holds every
 * row that changes and names every row that goes. Whoever replays it needs no ladder, and it is written, kept
 * and repaired like any other. It has no inverse: nobody goes back to an older form.
 */
export function upgradeStep(
  head: Head,
  rows: readonly Thing[],
  at: Moment,
): { readonly plan: Plan; readonly operation: Operation } {
  const plan = planFromRows(rows, head.version)
  const before = new Map(rows.map((row) => [refKey(row), canonicalJson(row)]))
  const puts: Thing[] = []
  const kept = new Set<string>()
  for (const thing of thingsOf(plan)) {
    kept.add(refKey(thing))
    if (before.get(refKey(thing)) !== canonicalJson(thing)) puts.push(thing)
  }
  const gone = rows.filter((row) => !kept.has(refKey(row)))
  const operation: Operation = {
    planId: head.planId,
    seq: head.seq + 1,
    at,
    name: `Bring the plan into the form of version ${String(PLAN_VERSION)}`,
    type: 'do',
    of: null,
    group: UPGRADE_GROUP,
    patch: { puts, deletes: gone.map(({ kind, id }) => ({ kind, id })) },
    inverse: { puts: [], deletes: [] },
    hash: stateHash(plan),
    version: PLAN_VERSION,
  }
  return { plan, operation }
}
