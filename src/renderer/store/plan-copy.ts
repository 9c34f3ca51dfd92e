import type { Id } from '#domain/plan/field.ts'
import type { PlanMeta } from '#domain/plan/plan-meta.ts'
import { DEFAULT_SETTINGS } from '#domain/plan/plan-meta.ts'
import type { Thing } from '#domain/plan/thing.ts'

/**
 * The same things as a plan of another id (and name). Only the plan's own row and references to it change:
 * all other ids live inside one plan, and keeping them lets two copies be compared and merged later.
 */
export function asPlan(
  things: readonly Thing[],
  planId: Id,
  changes: Partial<Pick<PlanMeta, 'name' | 'createdAt'>> = {},
): readonly Thing[] {
  const old = things.find((thing) => thing.kind === 'plan')
  return things.map((thing) => {
    if (thing.kind === 'plan') return { ...thing, ...changes, id: planId }
    return old ? (pointingTo(planId, old.id, thing) as Thing) : thing
  })
}

/** A new plan's own row. */
export function newPlanRow(id: Id, name: string, createdAt: string): PlanMeta {
  return { kind: 'plan', id, name, direction: '', settings: DEFAULT_SETTINGS, createdAt }
}

/** The value with every `{kind: 'plan', id: from}` in it pointing to `to`; itself where there is none. */
function pointingTo(to: Id, from: Id, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const next = value.map((item) => pointingTo(to, from, item))
    return next.some((item, at) => item !== value[at]) ? next : value
  }
  const record = value as Readonly<Record<string, unknown>>
  if (record['kind'] === 'plan' && record['id'] === from) return { ...record, id: to }
  const entries = Object.entries(record).map(([key, item]) => [key, pointingTo(to, from, item)])
  return entries.some(([key, item]) => item !== record[key as string])
    ? Object.fromEntries(entries)
    : value
}
