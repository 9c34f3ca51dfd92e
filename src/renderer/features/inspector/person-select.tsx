import { usePlan } from '#store/plan-store.ts'
import { SelectField } from '#ui/field.tsx'
import { Avatar } from '#ui/avatar.tsx'

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
  const people = usePlan((state) => state.index?.people) ?? []
  const person = people.find((p) => p.id === value)
  const options = people
    .filter((p) => p.id === value || !except.includes(p.id))
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
