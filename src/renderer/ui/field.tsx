import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldFrameProps } from './field-frame.tsx'
import styles from './field.module.css'

type Controlled = FieldFrameProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string | undefined
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly maxLength?: number
}

/** A line of text that its form holds. For editing a thing in place use `EditableText`. */
export function TextField({
  value,
  onChange,
  autoFocus,
  type = 'text',
  list,
  inputRef,
  placeholder,
  disabled,
  maxLength,
  ...frame
}: Controlled & {
  readonly type?: 'text' | 'search'
  /** The id of a <datalist>. */
  readonly list?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}) {
  return (
    <FieldFrame {...frame}>
      {(aria) => (
        <input
          {...aria}
          ref={inputRef}
          className={styles['input']}
          type={type}
          dir="auto"
          value={value}
          list={list}
          placeholder={placeholder}
          disabled={disabled}
          maxLength={maxLength}
          data-autofocus={autoFocus || undefined}
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={type === 'text'}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
    </FieldFrame>
  )
}

/** Several lines of text that their form holds. */
export function TextArea({
  value,
  onChange,
  rows = 3,
  autoFocus,
  placeholder,
  disabled,
  maxLength,
  ...frame
}: Controlled & { readonly rows?: number }) {
  return (
    <FieldFrame {...frame}>
      {(aria) => (
        <textarea
          {...aria}
          className={styles['input']}
          dir="auto"
          rows={rows}
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          maxLength={maxLength}
          autoFocus={autoFocus}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
    </FieldFrame>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean }

/** A choice from a list. The platform's own control: it needs no injected styles and no practice. */
export function SelectField({
  value,
  onChange,
  options,
  more,
  disabled,
  bare = false,
  prefix,
  ...frame
}: Omit<Controlled, 'placeholder' | 'maxLength' | 'autoFocus'> & {
  readonly options: readonly Option[]
  /**
   * Further options, asked for when somebody is about to choose: a list of all things of a plan is long,
   * and must not be made with every edit.
   */
  readonly more?: () => readonly Option[]
  /** Reads as text until it is pointed at. */
  readonly bare?: boolean
  readonly prefix?: ReactNode
}) {
  const [isNear, setNear] = useState(false)
  const offered = isNear && more ? [...options, ...more()] : options
  const comeNear = () => {
    setNear(true)
  }
  return (
    <FieldFrame {...frame}>
      {(aria) => (
        <div className={styles['row']}>
          {prefix}
          <div className={classNames(styles['field'], styles['select'])}>
            <select
              {...aria}
              className={classNames(styles['input'], bare && styles['bareSelect'])}
              value={value}
              disabled={disabled}
              onPointerDown={comeNear}
              onFocus={comeNear}
              onBlur={() => {
                setNear(false)
              }}
              onChange={(event) => {
                onChange(event.target.value)
              }}
            >
              {offered.map((option) => (
                <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
                  {option.label}
                </option>
              ))}
            </select>
            <ChevronDown className={styles['chevron']} size={14} aria-hidden />
          </div>
        </div>
      )}
    </FieldFrame>
  )
}
