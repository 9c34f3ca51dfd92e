import type { Id } from '#domain/plan/field.ts'
import { someoneIn } from '#domain/workshop/finished-workshop.ts'
import { SelectField } from '#ui/field.tsx'
import type { Room } from './room-data.ts'
import { ReadValue } from './room-field.tsx'

/** A choice of one person: those in the room first. */
export function PersonChoice({
  room,
  label,
  labelHidden = false,
  value,
  onChange,
}: {
  readonly room: Room
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: Id | null
  readonly onChange: (personId: Id | null) => void
}) {
  if (room.isFinished)
    return (
      <ReadValue
        label={label}
        labelHidden={labelHidden}
        isName
        value={someoneIn(room.plan, room.workshop, value)?.name ?? 'Nobody'}
      />
    )
  const here = new Set(room.workshop.presentIds)
  const people = [...room.present, ...room.index.people.filter((person) => !here.has(person.id))]
  return (
    <SelectField
      label={label}
      labelHidden={labelHidden}
      value={value ?? ''}
      disabled={!room.canEdit}
      onChange={(id) => {
        onChange(id === '' ? null : id)
      }}
      options={[
        { value: '', label: 'Nobody yet' },
        ...people.map((person) => ({ value: person.id, label: person.name })),
      ]}
    />
  )
}
