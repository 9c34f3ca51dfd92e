import type { Id } from '#domain/plan/field.ts'
import type { Person } from '#domain/people/person.ts'
import { usePlan } from '#store/plan-store.ts'
import { SelectField } from '#ui/field.tsx'

const NOBODY: readonly Person[] = []

/** Who sees to an action. */
export function PersonField({
  label,
  labelHidden = false,
  value,
  onChange,
}: {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: Id | null
  readonly onChange: (id: Id | null) => void
}) {
  const people = usePlan((state) => state.index?.people) ?? NOBODY
  return (
    <SelectField
      label={label}
      labelHidden={labelHidden}
      value={value ?? ''}
      options={[
        { value: '', label: 'Nobody yet' },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => {
        onChange(id === '' ? null : id)
      }}
    />
  )
}
