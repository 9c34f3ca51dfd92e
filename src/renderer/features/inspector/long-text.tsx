import type { ComponentProps } from 'react'
import { LIMITS } from '#domain/plan/limits.ts'
import { EditableText } from '#ui/editable.tsx'

type Part = Pick<
  ComponentProps<typeof EditableText>,
  'label' | 'labelHidden' | 'placeholder' | 'value' | 'onCommit'
>

/** A text of several lines, as long as a note may be. */
export function LongText(part: Part) {
  return <EditableText multiline maxLength={LIMITS.note} {...part} />
}

/** An address; it stays text until an export makes a link of it. */
export function LinkText(part: Pick<Part, 'value' | 'onCommit'>) {
  return (
    <EditableText
      label="Link"
      hint="Kept as text; links in exports when it starts with https://"
      maxLength={LIMITS.link}
      {...part}
    />
  )
}
