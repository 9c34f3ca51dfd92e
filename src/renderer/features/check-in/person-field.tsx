import type { Id } from '#domain/plan/field.ts'
import { usePlan } from '#store/plan-store.ts'
import { SelectField } from '#ui/field.tsx'

/** A choice among the plan's people, with nobody. */
export function PersonField({
  label,
  labelHidden = false,
  nobody,
  value,
  onChange,
}: {
  readonly label: string
  readonly labelHidden?: boolean
  readonly nobody: string
  readonly value: Id | null
  readonly onChange: (id: Id | null) => void
}) {
  const people = usePlan((state) => state.index?.people) ?? []
  return (
    <SelectField
      label={label}
      labelHidden={labelHidden}
      value={value ?? ''}
      options={[
        { value: '', label: nobody },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => {
        onChange(id === '' ? null : id)
      }}
    />
  )
}
