import { Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { KeyResult, PlanLine } from '#domain/key-result/key-result.ts'
import { stepThatFalls } from '#domain/key-result/pace.ts'
import { formatShare } from '#domain/key-result/value-format.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { NumberField } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { edit } from './edit.ts'
import { useStepKeys } from './step-keys.ts'
import headStyles from './panel-head.module.css'
import styles from './inspector.module.css'

const LINES: readonly { readonly value: PlanLine['type']; readonly label: string }[] = [
  { value: 'even', label: 'Even' },
  { value: 'back-loaded', label: 'Back-loaded: slow first, fast at the end' },
  { value: 'steps', label: 'By steps' },
]

const NO_STEPS: Extract<PlanLine, { type: 'steps' }>['steps'] = []

/** How the way is meant to be driven; pace is measured against it. Steps say from which day how much is planned. */
export function PlanLineFields({ keyResult }: { readonly keyResult: KeyResult }) {
  const { id, planLine, dueOn } = keyResult
  const [error, setError] = useState<string | null>(null)
  const isAdding = useRef(false)
  const put = (line: PlanLine): string | null => {
    const refused = edit('keyResult.update', { id, changes: { planLine: line } })
    setError(refused)
    return refused
  }
  const steps = planLine.type === 'steps' ? planLine.steps : NO_STEPS
  const keys = useStepKeys(steps)
  const falling = stepThatFalls(planLine)
  const add = () => {
    const last = steps.at(-1)
    const next = { on: last?.on ?? dueOn, expected: last?.expected ?? 1 }
    isAdding.current = true
    if (put({ type: 'steps', steps: [...steps, next] }) !== null) isAdding.current = false
  }
  const focusIfNew = (row: HTMLElement | null, at: number) => {
    if (!row || !isAdding.current || at !== steps.length - 1) return
    isAdding.current = false
    row.querySelector('input')?.focus()
  }
  const change = (at: number, changes: Partial<(typeof steps)[number]>) =>
    put({
      type: 'steps',
      steps: steps.map((step, i) => (i === at ? { ...step, ...changes } : step)),
    })
  return (
    <div className={styles['list']}>
      <SelectField
        label="Plan line"
        hint="How the way is meant to be driven; pace is measured against it."
        value={planLine.type}
        options={LINES}
        onChange={(type) => {
          if (type === 'steps') put({ type, steps: [{ on: dueOn, expected: 1 }] })
          else put({ type: type === 'even' ? 'even' : 'back-loaded' })
        }}
      />
      {steps.map((step, at) => (
        <div
          key={keys[at]}
          ref={(row) => {
            focusIfNew(row, at)
          }}
          className={styles['pair']}
        >
          <DateField
            label={`From day, step ${String(at + 1)}`}
            required
            value={step.on}
            onCommit={(on) => (on === null ? null : change(at, { on }))}
          />
          <div className={headStyles['headLine']}>
            <NumberField
              label={`Planned share, step ${String(at + 1)}`}
              unit="%"
              required
              min={0}
              max={100}
              value={Math.round(step.expected * 1000) / 10}
              onCommit={(percent) =>
                percent === null ? null : change(at, { expected: percent / 100 })
              }
            />
            <IconButton
              size="small"
              label={`Remove step ${String(at + 1)}`}
              icon={<Trash2 size={14} />}
              onClick={() => put({ type: 'steps', steps: steps.filter((_step, i) => i !== at) })}
            />
          </div>
        </div>
      ))}
      {falling && (
        <p className={styles['warning']} role="status">
          The step of {formatDay(falling.on)} plans less than the {formatShare(falling.before)}{' '}
          before it.
        </p>
      )}
      {planLine.type === 'steps' && (
        <Button className={styles['dashed']} onClick={add}>
          <Plus size={14} aria-hidden /> Add a step
        </Button>
      )}
      {error !== null && (
        <p className={styles['warning']} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
