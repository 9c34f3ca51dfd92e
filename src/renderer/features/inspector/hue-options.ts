import type { Hue } from '#domain/people/person.ts'

/** The hues that a person or an objective can have, as a choice. */
export const HUE_OPTIONS: readonly { readonly value: Hue; readonly label: string }[] = [
  { value: 'blue', label: 'Blue' },
  { value: 'violet', label: 'Violet' },
  { value: 'green', label: 'Green' },
  { value: 'orange', label: 'Orange' },
  { value: 'teal', label: 'Teal' },
  { value: 'rose', label: 'Rose' },
  { value: 'amber', label: 'Amber' },
  { value: 'slate', label: 'Slate' },
]
