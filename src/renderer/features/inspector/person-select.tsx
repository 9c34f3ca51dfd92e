import { usePlan } from '#store/plan-store.ts'
import { SelectField } from '#ui/field.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { byOrder } from './by-order.ts'

/** A choice among the plan's people, with "nobody"; the chosen one's badge stands before it. */
export function PersonSelect({
  label,
  value,
  onChange,
  nobody = 'Nobody yet',
  except = [],
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly nobody?: string
  readonly except?: readonly string[]
}) {
  const people = usePlan((state) => state.plan?.person)
  const person = value === null ? undefined : people?.get(value)
  const options = [...(people?.values() ?? [])]
    .filter((p) => p.id === value || !except.includes(p.id))
    .sort(byOrder)
    .map((p) => ({ value: p.id, label: p.name }))
  return (
    <SelectField
      label={label}
      labelHidden
      bare
      prefix={person && <Avatar person={person} decorative />}
      value={value ?? ''}
      options={[{ value: '', label: nobody }, ...options]}
      onChange={(id) => {
        onChange(id === '' ? null : id)
      }}
    />
  )
}
