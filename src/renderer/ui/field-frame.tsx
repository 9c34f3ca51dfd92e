import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './field.module.css'

/** What every field has around it. */
export type FieldFrameProps = {
  readonly label: string
  /** The label is there for screen readers only, because the place says it already. */
  readonly labelHidden?: boolean
  readonly hint?: ReactNode
  /** Why the value was not taken; shown beside the field. */
  readonly error?: string | null | undefined
}

/** What the input inside must carry. */
export type FieldAria = {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/** Label above, hint and error below, tied to the input for screen readers. */
export function FieldFrame({
  label,
  labelHidden = false,
  hint,
  error,
  children,
}: FieldFrameProps & { readonly children: (aria: FieldAria) => ReactNode }) {
  const id = useId()
  const hasHint = hint !== undefined && hint !== null && hint !== ''
  const described = [hasHint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={labelHidden ? styles['hiddenLabel'] : styles['label']}>
        {label}
      </label>
      {children({
        id,
        ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {hasHint && (
        <span id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className={styles['error']} role="alert">
          <CircleAlert size={14} aria-hidden />
          <span>{error}</span>
        </span>
      )}
    </div>
  )
}
