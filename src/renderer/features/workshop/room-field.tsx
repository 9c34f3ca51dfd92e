import type { ComponentProps } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import { formatNumber } from '#domain/key-result/value-format.ts'
import { classNames } from '#ui/class-names.ts'
import { DateField } from '#ui/date-field.tsx'
import { EditableText, NumberField } from '#ui/editable.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { useKeptText } from './kept-text.ts'
import type { Room } from './room-data.ts'
import styles from './room-field.module.css'

type TextProps = Omit<ComponentProps<typeof EditableText>, 'kept' | 'disabled'>
type NumberProps = Omit<ComponentProps<typeof NumberField>, 'kept' | 'disabled'>
type DayProps = Omit<ComponentProps<typeof DateField>, 'kept' | 'disabled'>

/** Names the field among those of the workshop. */
type Kept = { readonly room: Room; readonly keep: string }

/** A value of a finished workshop: read, and nothing that looks as if it could be typed in. */
export function ReadValue({
  label,
  labelHidden = false,
  asTitle = false,
  isName = false,
  value,
}: {
  readonly label: string
  readonly labelHidden?: boolean
  readonly asTitle?: boolean
  /** A name keeps to two lines. */
  readonly isName?: boolean
  readonly value: string
}) {
  return (
    <div className={styles['read']}>
      {labelHidden ? (
        <VisuallyHidden>{label}: </VisuallyHidden>
      ) : (
        <span className={styles['label']}>{label}</span>
      )}
      <span
        className={classNames(styles[asTitle ? 'title' : 'value'], isName && styles['name'])}
        dir="auto"
        title={isName ? value : undefined}
      >
        {value.trim() === '' ? '–' : value}
      </span>
    </div>
  )
}

/** A text of the room: half-typed it outlives a kill, and in a finished workshop it is only read. */
export function RoomText({ room, keep, ...field }: TextProps & Kept) {
  const kept = useKeptText(`${room.workshop.id} ${keep}`)
  const { label, labelHidden = false, asTitle = false, value } = field
  if (!room.isFinished) return <EditableText {...field} disabled={!room.canEdit} kept={kept} />
  // A field without a label of its own says by its hint what could stand there, which is nothing now.
  if (labelHidden && value.trim() === '') return null
  return <ReadValue label={label} labelHidden={labelHidden} asTitle={asTitle} value={value} />
}

/** A number of the room: kept while it is half-typed, and only read in a finished workshop. */
export function RoomNumber({ room, keep, ...field }: NumberProps & Kept) {
  const kept = useKeptText(`${room.workshop.id} ${keep}`)
  const { label, labelHidden = false, value, unit } = field
  if (!room.isFinished) return <NumberField {...field} disabled={!room.canEdit} kept={kept} />
  const words = value === null ? '' : [formatNumber(value), unit].filter(Boolean).join(' ')
  return <ReadValue label={label} labelHidden={labelHidden} value={words} />
}

/** A day of the room: kept while it is half-typed, and only read in a finished workshop. */
export function RoomDay({ room, keep, ...field }: DayProps & Kept) {
  const kept = useKeptText(`${room.workshop.id} ${keep}`)
  const { label, labelHidden = false, value } = field
  if (!room.isFinished) return <DateField {...field} disabled={!room.canEdit} kept={kept} />
  return (
    <ReadValue
      label={label}
      labelHidden={labelHidden}
      value={value === null ? '' : formatDay(value)}
    />
  )
}
