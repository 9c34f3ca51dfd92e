import { useState } from 'react'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { unitOf } from '#domain/key-result/metric.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { DayField } from '#ui/date-field.tsx'
import { SelectField, TextArea, TextField } from '#ui/field.tsx'
import { parseNumber } from '#ui/number-text.ts'
import { ConfidenceField } from './confidence-field.tsx'
import { edit } from './edit.ts'
import { CalibrationHint } from './past-hints.tsx'
import { PersonSelect } from './person-select.tsx'
import styles from './inspector.module.css'

/** What is asked for: a number, yes or no, the steps that are done, or nothing but words. */
type Ask = 'number' | 'yes-no' | 'steps'

const askOf = (keyResult: KeyResult): Ask => {
  switch (keyResult.metric.type) {
    case 'milestone':
      return 'steps'
    case 'done':
      return 'yes-no'
    default:
      return 'number'
  }
}

/** One check-in: value, confidence, one line. Enter in a field saves it; the road moves at once. */
export function CheckInForm({
  keyResult,
  lastConfidence,
  lastValueText,
  onDone,
}: {
  readonly keyResult: KeyResult
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
  const [value, setValue] = useState('')
  const [isDone, setIsDone] = useState('')
  const [steps, setSteps] = useState<readonly string[]>(
    metric.type === 'milestone'
      ? metric.steps.filter((s) => s.doneOn !== null).map((s) => s.id)
      : [],
  )
  const [confidence, setConfidence] = useState<number | null>(lastConfidence ?? 5)
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState('')
  const [day, setDay] = useState<string>(today)
  const [authorId, setAuthorId] = useState(keyResult.ownerId)
  const [error, setError] = useState<{
    readonly field: 'value' | 'all'
    readonly text: string
  } | null>(null)

  const save = () => {
    let number: number | null = null
    if (ask === 'number') {
      const parsed = parseNumber(value, {
        min: undefined,
        max: undefined,
        whole: false,
        required: false,
      })
      if (!parsed.ok) {
        setError({ field: 'value', text: parsed.message })
        return
      }
      number = parsed.value
    }
    if (ask === 'yes-no') number = isDone === '' ? null : Number(isDone)
    const refused = edit('checkIn.add', {
      keyResultId: keyResult.id,
      day,
      value: number,
      confidence,
      note: note.trim(),
      link: evidence.trim(),
      authorId,
      stepsDone: ask === 'steps' ? [...steps] : null,
    })
    if (refused !== null) {
      setError({ field: 'all', text: refused })
      return
    }
    toast(`Checked in “${shortTitle(keyResult.title, 60)}”`, { tone: 'good' })
    onDone()
  }

  return (
    <form
      className={styles['form']}
      aria-label="Check in"
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
          label={unitOf(metric) === '' ? 'Value today' : `Value today in ${unitOf(metric)}`}
          hint={lastValueText}
          value={value}
          autoFocus
          error={error?.field === 'value' ? error.text : null}
          onChange={setValue}
        />
      )}
      {ask === 'yes-no' && (
        <SelectField
          label="Is it done?"
          value={isDone}
          options={[
            { value: '', label: 'Not said' },
            { value: '0', label: 'Not yet' },
            { value: '1', label: 'Done' },
          ]}
          onChange={setIsDone}
        />
      )}
      {ask === 'steps' && metric.type === 'milestone' && (
        <fieldset className={styles['steps']}>
          <legend>Steps done</legend>
          {metric.steps.map((step) => (
            <label key={step.id}>
              <input
                type="checkbox"
                checked={steps.includes(step.id)}
                onChange={(event) => {
                  setSteps(
                    event.target.checked
                      ? [...steps, step.id]
                      : steps.filter((id) => id !== step.id),
                  )
                }}
              />
              <span dir="auto">{step.title}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ConfidenceField value={confidence} onChange={setConfidence} last={lastConfidence} />
      <CalibrationHint confidence={confidence} cycleId={cycleId} />
      <TextArea
        label="One line: what moved it, what is in the way?"
        rows={2}
        maxLength={20_000}
        value={note}
        onChange={setNote}
      />
      <TextField
        label="Evidence: a link or a file name"
        maxLength={2_000}
        value={evidence}
        onChange={setEvidence}
      />
      <div className={styles['pair']}>
        <DayField label="Day" value={day} onChange={setDay} />
        <div>
          <PersonSelect
            label="Said by"
            value={authorId}
            onChange={setAuthorId}
            nobody="Said by nobody named"
          />
        </div>
      </div>
      {error?.field === 'all' && (
        <p className={styles['warning']} role="alert">
          {error.text}
        </p>
      )}
      <div className={styles['formButtons']}>
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" submit>
          Save check-in
        </Button>
      </div>
    </form>
  )
}
