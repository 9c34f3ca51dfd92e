import { useState } from 'react'
import type { Objective } from '#domain/objective/objective.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { thingAt } from '#domain/plan/plan.ts'
import { usePlan } from '#store/plan-store.ts'
import { SelectField } from '#ui/field.tsx'
import type { Option } from '#ui/field.tsx'
import { edit } from './edit.ts'

const nameOf = (thing: { readonly kind: string; readonly title: string }) =>
  `${thing.kind === 'keyResult' ? '› ' : ''}${shortTitle(thing.title, 80)}`
const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} ${id}`

/** The objective or key result that an objective helps. */
export function ParentField({ objective }: { readonly objective: Objective }) {
  const { id, parent } = objective
  const above = usePlan((state) => state.plan && parent && thingAt(state.plan, parent))
  const [error, setError] = useState<string | null>(null)
  const others = (): readonly Option[] => {
    const { plan } = usePlan.getState()
    if (!plan) return []
    return [
      ...[...plan.objective.values()].filter((o) => o.id !== id && o.state !== 'dropped'),
      ...[...plan.keyResult.values()].filter((k) => k.objectiveId !== id && k.state === 'active'),
    ]
      .filter((thing) => thing.id !== parent?.id)
      .map((thing) => ({ value: keyOf(thing), label: nameOf(thing) }))
  }
  return (
    <SelectField
      label="Contributes to"
      value={parent ? keyOf(parent) : ''}
      error={error}
      options={[
        { value: '', label: 'Nothing above it' },
        ...(parent && above && 'title' in above
          ? [{ value: keyOf(parent), label: nameOf(above) }]
          : []),
      ]}
      more={others}
      onChange={(choice) => {
        const [kind, parentId] = choice.split(' ')
        const next =
          parentId === undefined
            ? null
            : {
                kind: kind === 'keyResult' ? ('keyResult' as const) : ('objective' as const),
                id: parentId,
              }
        setError(edit('objective.update', { id, changes: { parent: next } }))
      }}
    />
  )
}
