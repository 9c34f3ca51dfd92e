import { useState } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import { askOf } from '#domain/check-in/ask.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import { computedInWords } from '#domain/check-in/value-origin.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { unitOf } from '#domain/key-result/metric.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { ConfidenceField } from '#ui/confidence-field.tsx'
import { DayField } from '#ui/date-field.tsx'
import { SelectField, TextArea, TextField } from '#ui/field.tsx'
import { parseNumber, showNumber } from '#ui/number-text.ts'
import { edit } from './edit.ts'
import { CalibrationHint } from './past-hints.tsx'
import { PersonSelect } from './person-select.tsx'
import styles from './inspector.module.css'

/** The fields of a check-in before they are read: what is corrected, else empty. */
function firstFields(
  keyResult: KeyResult,
  corrects: CheckIn | null,
  lastConfidence: number | null,
) {
  const { metric } = keyResult
  const isDone = (step: { readonly doneOn: string | null }) => step.doneOn !== null
  return {
    value: corrects?.value == null ? '' : showNumber(corrects.value),
    steps:
      corrects?.stepsDone ??
      (metric.type === 'milestone' ? metric.steps.filter(isDone).map(({ id }) => id) : []),
    confidence: corrects ? corrects.confidence : (lastConfidence ?? 5),
    note: corrects?.note ?? '',
    evidence: corrects?.link ?? '',
    authorId: corrects ? corrects.authorId : keyResult.ownerId,
  }
}

/**
 * One check-in: value, confidence, one line. Enter in a field saves it; the road moves at once. A correction
 * is a new one beside the original, which is kept.
 */
export function CheckInForm({
  keyResult,
  corrects = null,
  isLast = true,
  lastConfidence,
  lastValueText,
  onDone,
}: {
  readonly keyResult: KeyResult
  /** The check-in that is corrected; null for a new one. */
  readonly corrects?: CheckIn | null
  /** No later check-in says which steps are done. */
  readonly isLast?: boolean
  readonly lastConfidence: number | null
  /** The last value in words, beside the field. */
  readonly lastValueText: string
  readonly onDone: () => void
}) {
  const today = usePlan((state) => state.today)
  const cycleId = usePlan(
    (state) => state.plan?.objective.get(keyResult.objectiveId)?.cycleId ?? null,
  )
  const { metric } = keyResult
  const ask = askOf(keyResult)
  const [fields, setFields] = useState(() => firstFields(keyResult, corrects, lastConfidence))
  const { value, steps, confidence, note, evidence, authorId } = fields
  const [day, setDay] = useState<string>(today)
  const [error, setError] = useState<{
    readonly field: 'value' | 'all'
    readonly text: string
  } | null>(null)
  const change = (changes: Partial<typeof fields>) => {
    setFields((now) => ({ ...now, ...changes }))
  }

  const save = () => {
    const parsed =
      ask === 'number' || ask === 'done'
        ? parseNumber(value, { required: corrects?.value != null })
        : null
    if (parsed && !parsed.ok) {
      setError({ field: 'value', text: parsed.message })
      return
    }
    const said = {
      value: parsed?.value ?? null,
      confidence,
      note: note.trim(),
      link: evidence.trim(),
      authorId,
      ...(ask === 'steps' && isLast ? { stepsDone: [...steps] } : {}),
    }
    const refused = corrects
      ? edit('checkIn.correct', { id: corrects.id, ...said })
      : edit('checkIn.add', { keyResultId: keyResult.id, day, ...said })
    if (refused !== null) {
      setError({ field: 'all', text: refused })
      return
    }
    const what = corrects ? 'Corrected the check-in of' : 'Checked in'
    toast(`${what} ${inQuotes(keyResult.title, 60)}`, { tone: 'good' })
    onDone()
  }
  const valueWord = corrects ? `Value of ${formatDay(corrects.day)}` : 'Value today'

  return (
    <form
      className={styles['form']}
      aria-label={corrects ? 'Correct the check-in' : 'Check in'}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      {ask === 'number' && (
        <TextField
          label={unitOf(metric) === '' ? valueWord : `${valueWord} in ${unitOf(metric)}`}
          hint={lastValueText}
          value={value}
          autoFocus
          error={error?.field === 'value' ? error.text : null}
          onChange={(next) => {
            change({ value: next })
          }}
        />
      )}
      {ask === 'done' && (
        <SelectField
          label="Is it done?"
          value={value}
          options={[
            { value: '', label: 'Not said' },
            { value: '0', label: 'Not yet' },
            { value: '1', label: 'Done' },
          ]}
          onChange={(next) => {
            change({ value: next })
          }}
        />
      )}
      {isLast && metric.type === 'milestone' && (
        <fieldset className={styles['steps']}>
          <legend>Steps done</legend>
          {metric.steps.map((step) => (
            <label key={step.id}>
              <input
                type="checkbox"
                checked={steps.includes(step.id)}
                onChange={(event) => {
                  change({
                    steps: event.target.checked
                      ? [...steps, step.id]
                      : steps.filter((id) => id !== step.id),
                  })
                }}
              />
              <span dir="auto">{step.title}</span>
            </label>
          ))}
          <p className={styles['hint']} role="status">
            {computedInWords(metric, steps)}
          </p>
        </fieldset>
      )}
      <ConfidenceField
        value={confidence}
        last={lastConfidence}
        due={formatDay(keyResult.dueOn)}
        onChange={(next) => {
          change({ confidence: next })
        }}
      />
      <CalibrationHint confidence={confidence} cycleId={cycleId} />
      <TextArea
        label="One line: what moved it, what is in the way?"
        rows={2}
        maxLength={20_000}
        value={note}
        onChange={(next) => {
          change({ note: next })
        }}
      />
      <TextField
        label="Evidence: a link or a file name"
        maxLength={2_000}
        value={evidence}
        onChange={(next) => {
          change({ evidence: next })
        }}
      />
      <div className={corrects ? undefined : styles['pair']}>
        {!corrects && <DayField label="Day" value={day} max={today} onChange={setDay} />}
        <div>
          <PersonSelect
            label="Said by"
            value={authorId}
            onChange={(next) => {
              change({ authorId: next })
            }}
            nobody="Said by nobody named"
          />
        </div>
      </div>
      {error?.field === 'all' && (
        <p className={styles['warning']} role="alert">
          {error.text}
        </p>
      )}
      {corrects && <p className={styles['hint']}>The original is kept beside it.</p>}
      <div className={styles['formButtons']}>
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" submit>
          {corrects ? 'Save the correction' : 'Save check-in'}
        </Button>
      </div>
    </form>
  )
}
