import { classNames } from './class-names.ts'
import { alsoChecked, useFieldDraft } from './field-draft.ts'
import type { KeptText, Parsed } from './field-draft.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldFrameProps } from './field-frame.tsx'
import { parseNumber, showNumber } from './number-text.ts'
import styles from './field.module.css'

type Commit<T> = (value: T) => string | null | undefined | void

/** What every field that is edited in place takes. */
export type EditableProps<T> = Omit<FieldFrameProps, 'error'> & {
  readonly value: T
  /** Takes the new value; a returned sentence is shown beside the field and the old value comes back. */
  readonly onCommit: Commit<T>
  /** Says while it is typed why a value would not be taken. */
  readonly check?: (value: T) => string | null
  readonly placeholder?: string
  readonly disabled?: boolean
  /** Reads as text until it is pointed at. */
  readonly bare?: boolean
  /** Where half-typed text outlives a crash. */
  readonly kept?: KeptText | undefined
}

type TextProps = Omit<EditableProps<string>, 'check'> & {
  readonly multiline?: boolean
  /** Large and strong, for the name of a thing. */
  readonly asTitle?: boolean
  readonly required?: boolean
  readonly maxLength?: number
  readonly validate?: (text: string) => string | null
  readonly autoFocus?: boolean
  /** After the field was left, whether or not something changed. */
  readonly onLeave?: () => void
}

/** Text edited in place: Enter or leaving takes it (Ctrl/Cmd+Enter in several lines), Escape puts it back. */
export function EditableText({
  value,
  onCommit,
  multiline = false,
  asTitle = false,
  bare = false,
  required = false,
  maxLength = 500,
  validate,
  autoFocus,
  onLeave,
  kept,
  placeholder,
  disabled,
  ...frame
}: TextProps) {
  const parse = (text: string): Parsed<string> => {
    const trimmed = multiline && !asTitle ? text.trimEnd() : text.trim()
    if (required && trimmed === '') return { ok: false, message: 'This cannot be empty.' }
    if (trimmed.length > maxLength)
      return { ok: false, message: `At most ${String(maxLength)} characters.` }
    const problem = validate?.(trimmed) ?? null
    return problem === null ? { ok: true, value: trimmed } : { ok: false, message: problem }
  }
  const draft = useFieldDraft({
    value,
    format: (text) => text,
    parse,
    commit: onCommit,
    multiline: multiline && !asTitle,
    kept,
  })
  const Tag = multiline || asTitle ? 'textarea' : 'input'
  return (
    <FieldFrame {...frame} error={draft.error}>
      {(aria) => (
        <Tag
          {...aria}
          className={classNames(
            styles['input'],
            bare && styles['bare'],
            asTitle && styles['title'],
          )}
          {...(Tag === 'textarea' ? { rows: asTitle ? 1 : 2 } : { type: 'text' })}
          dir="auto"
          value={draft.text}
          placeholder={placeholder}
          disabled={disabled}
          autoComplete="off"
          onChange={(event) => {
            draft.change(event.target.value)
          }}
          autoFocus={autoFocus}
          onBlur={() => {
            draft.blur()
            onLeave?.()
          }}
          onKeyDown={draft.keyDown}
        />
      )}
    </FieldFrame>
  )
}

/** A number edited in place; null is "not known". Accepts `1,5`, `1 000` and `−3`. */
export function NumberField({
  value,
  onCommit,
  unit,
  min,
  max,
  whole = false,
  required = false,
  bare = false,
  placeholder,
  disabled,
  kept,
  check,
  ...frame
}: EditableProps<number | null> & {
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  readonly whole?: boolean
  readonly required?: boolean
}) {
  const draft = useFieldDraft<number | null>({
    value,
    format: (number) => (number === null ? '' : showNumber(number)),
    parse: (text) => alsoChecked(parseNumber(text, { min, max, whole, required }), check),
    commit: onCommit,
    kept,
  })
  return (
    <FieldFrame {...frame} error={draft.error}>
      {(aria) => (
        <span className={styles['row']}>
          <input
            {...aria}
            className={classNames(styles['input'], bare && styles['bare'])}
            type="text"
            inputMode="decimal"
            value={draft.text}
            placeholder={placeholder}
            disabled={disabled}
            autoComplete="off"
            onChange={(event) => {
              draft.change(event.target.value)
            }}
            onBlur={draft.blur}
            onKeyDown={draft.keyDown}
          />
          {unit !== undefined && unit !== '' && <span className={styles['unit']}>{unit}</span>}
        </span>
      )}
    </FieldFrame>
  )
}
