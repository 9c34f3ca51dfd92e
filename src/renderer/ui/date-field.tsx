import { useState } from 'react'
import type { Day } from '#domain/calendar/day.ts'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import { readTypedDay } from '#domain/calendar/typed-day.ts'
import { afterPress } from './after-press.ts'
import { DayInput } from './day-input.tsx'
import type { EditableProps } from './editable.tsx'
import { alsoChecked, useFieldDraft } from './field-draft.ts'
import type { Parsed } from './field-draft.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldFrameProps } from './field-frame.tsx'
import { useToday } from './today.ts'

type DayRules = {
  readonly min?: Day | undefined
  readonly max?: Day | undefined
  readonly required?: boolean
}

function parseDay(text: string, today: Day, { min, max, required }: DayRules): Parsed<Day | null> {
  const typed = readTypedDay(text, today)
  if (!typed.ok) return typed
  const day = typed.value
  if (day === null) return required ? { ok: false, message: 'A day is needed.' } : typed
  if (min !== undefined && day < min)
    return { ok: false, message: `Not before ${formatDayWithYear(min)}.` }
  if (max !== undefined && day > max)
    return { ok: false, message: `Not after ${formatDayWithYear(max)}.` }
  return typed
}

const inWords = (day: Day | null) => (day === null ? '' : formatDayWithYear(day))

/**
 * A calendar day edited in place; null is "no day". It takes `14 Nov 2026`, `14.11.`, `2026-11-14`, `+2w`
 * and a click in a calendar, and shows the day as the rest of the app writes it.
 */
export function DateField({
  value,
  onCommit,
  min,
  max,
  required = false,
  bare = false,
  disabled,
  placeholder,
  kept,
  check,
  ...frame
}: EditableProps<Day | null> & DayRules) {
  const today = useToday()
  const parse = (text: string) => parseDay(text, today, { min, max, required })
  const draft = useFieldDraft<Day | null>({
    value,
    format: inWords,
    parse: (text) => alsoChecked(parse(text), check),
    commit: onCommit,
    kept,
  })
  return (
    <FieldFrame {...frame} error={draft.error}>
      {(aria) => (
        <DayInput
          aria={aria}
          label={frame.label}
          text={draft.text}
          day={dayIn(parse(draft.text))}
          today={today}
          min={min}
          max={max}
          required={required}
          bare={bare}
          disabled={disabled}
          placeholder={placeholder}
          onText={draft.change}
          onChoose={draft.choose}
          onBlur={draft.blur}
          onKeyDown={draft.keyDown}
        />
      )}
    </FieldFrame>
  )
}

/**
 * A calendar day that its form holds: '' is "no day". What cannot be read reaches the form as it was typed,
 * so that the form refuses it too instead of sending the day before.
 */
export function DayField({
  value,
  onChange,
  min,
  max,
  required = false,
  disabled,
  error,
  ...frame
}: FieldFrameProps &
  DayRules & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly disabled?: boolean
  }) {
  const today = useToday()
  const [draft, setDraft] = useState<string | null>(null)
  const parse = (text: string) => parseDay(text, today, { min, max, required })
  const text = draft ?? formatDayWithYear(value)
  const parsed = parse(draft ?? value)
  const isSaid = !parsed.ok && value !== '' && (draft === null || !parsed.unfinished)
  return (
    <FieldFrame {...frame} error={parsed.ok ? error : isSaid ? parsed.message : null}>
      {(aria) => (
        <DayInput
          aria={aria}
          label={frame.label}
          text={text}
          day={dayIn(parsed)}
          today={today}
          min={min}
          max={max}
          required={required}
          disabled={disabled}
          onText={(typed) => {
            setDraft(typed)
            const next = parse(typed)
            onChange(next.ok ? (next.value ?? '') : typed)
          }}
          onChoose={(day) => {
            setDraft(null)
            onChange(day ?? '')
          }}
          onBlur={() => {
            afterPress(() => {
              setDraft(null)
            })
          }}
        />
      )}
    </FieldFrame>
  )
}

function dayIn(parsed: Parsed<Day | null>): Day | null {
  return parsed.ok ? parsed.value : null
}
