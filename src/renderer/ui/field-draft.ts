import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'

/** The value that a text stands for, or why it stands for none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly message: string
      /** The next keys may mend it: nothing is said before the field is left. */
      readonly unfinished?: boolean
    }

/** What a text stands for, where the plan would take it as well. */
export function alsoChecked<T>(
  parsed: Parsed<T>,
  check: ((value: T) => string | null) | undefined,
): Parsed<T> {
  const message = parsed.ok && check ? check(parsed.value) : null
  return message === null ? parsed : { ok: false, message }
}

export type DraftOptions<T> = {
  readonly value: T
  readonly format: (value: T) => string
  /** Checks while typing. */
  readonly parse: (text: string) => Parsed<T>
  /** Takes the value; returns why it was refused, or nothing. */
  readonly commit: (value: T) => string | null | undefined | void
  /** Enter makes a new line and Ctrl/Cmd+Enter commits. */
  readonly multiline?: boolean
  /** The half-typed text as it is kept somewhere, '' for none, and what keeps the next one. */
  readonly kept?: KeptText | undefined
}

/** A half-typed text that outlives a crash, and the way to keep another; '' forgets it. */
export type KeptText = readonly [text: string, keep: (text: string) => void]

/**
 * A text that is edited in place: checked while typing, taken on Enter or on leaving, put back on
 * Escape. A text that is not valid never becomes the value: on leaving, the last good one comes back
 * and the reason stays until the next edit.
 */
export function useFieldDraft<T>({
  value,
  format,
  parse,
  commit,
  multiline = false,
  kept,
}: DraftOptions<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  // What a crash left half-typed is still being typed.
  const draft = typed ?? (kept && kept[0] !== '' ? kept[0] : null)
  const setDraft = (text: string | null) => {
    setTyped(text)
    kept?.[1](text ?? '')
  }
  const [error, setError] = useState<string | null>(null)
  // Escape blurs, and the blur must then not commit.
  const skipBlur = useRef(false)

  const change = (text: string) => {
    setDraft(text)
    const parsed = parse(text)
    setError(parsed.ok || parsed.unfinished ? null : parsed.message)
  }
  const take = (): boolean => {
    if (draft === null) return true
    const parsed = parse(draft)
    if (!parsed.ok) {
      setError(`${parsed.message} Kept: ${format(value) || 'nothing'}.`)
      setDraft(null)
      return false
    }
    if (format(parsed.value) === format(value)) {
      setDraft(null)
      setError(null)
      return true
    }
    const refused = commit(parsed.value) ?? null
    setError(refused)
    setDraft(null)
    return refused === null
  }
  return {
    text: draft ?? format(value),
    isDirty: draft !== null,
    error,
    change,
    /** Takes a value that was chosen instead of typed. */
    choose: (chosen: T) => {
      setDraft(null)
      setError(format(chosen) === format(value) ? null : (commit(chosen) ?? null))
    },
    blur: () => {
      if (skipBlur.current) skipBlur.current = false
      else take()
    },
    keyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        take()
      }
      if (event.key === 'Escape' && draft !== null) {
        event.preventDefault()
        event.stopPropagation()
        setDraft(null)
        setError(null)
        skipBlur.current = true
        event.currentTarget.blur()
        skipBlur.current = false
      }
    },
  }
}
