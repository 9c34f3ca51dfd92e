import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { growingPlan, person } from '#main/testing/growing-plan.ts'

/**
 * A next version that never was: persons get a role where they had none, and themes go. Its steps run on data
 * of version 1, so that every road that old data takes is walked before the first real step is needed.
 */
type Row = Readonly<Record<string, unknown>>
export const NEXT_VERSION = 2
export const nextStep = (row: Row): Row | null => {
  if (row['kind'] === 'theme') return null
  return row['kind'] === 'person' && !('role' in row) ? { ...row, role: 'Member' } : row
}

/** A person as version 1 wrote it; today's schema refuses it. */
export function olderPerson(id: string): Thing {
  const { role: _role, ...row } = person(id) as Thing & { readonly role: string }
  return row as Thing
}

const theme = (id: string): Thing => ({
  kind: 'theme',
  id,
  name: `Theme ${id}`,
  hue: 'blue',
  order: 'a0',
})

export type OlderPlan = {
  readonly operations: readonly Operation[]
  readonly head: Head
  readonly rows: readonly Thing[]
}

/** A plan of version 1: three steps, three persons without a role, two themes. */
export function olderPlan(planId = 'plan1'): OlderPlan {
  const plan = growingPlan(planId)
  const [birth] = plan.renames(1)
  if (!birth) throw new Error('no first step')
  const operations = [
    birth,
    plan.step({ puts: [olderPerson('ada'), olderPerson('ben'), theme('t1')], deletes: [] }),
    plan.step({ puts: [olderPerson('cleo'), theme('t2')], deletes: [] }),
  ]
  const rows = new Map<string, Thing>()
  for (const { patch } of operations)
    for (const row of patch.puts) rows.set(`${row.kind} ${row.id}`, row)
  return {
    operations,
    head: { planId, seq: 3, hash: plan.hash(), version: 1 },
    rows: [...rows.values()],
  }
}
