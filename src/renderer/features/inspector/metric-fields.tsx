import { Trash2 } from 'lucide-react'
import type { KeyResult, Metric, MetricType } from '#domain/key-result/key-result.ts'
import { newId } from '#lib/ids.ts'
import { refusalOf, usePlan } from '#store/plan-store.ts'
import { IconButton } from '#ui/button.tsx'
import { EditableText, NumberField } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { AddLine } from './add-line.tsx'
import { edit } from './edit.ts'
import { Row } from './section.tsx'
import styles from './inspector.module.css'

const TYPES: readonly { readonly value: MetricType; readonly label: string }[] = [
  { value: 'unmeasured', label: 'Not measured yet' },
  { value: 'increase', label: 'Increase' },
  { value: 'decrease', label: 'Decrease' },
  { value: 'relative', label: 'Change by %' },
  { value: 'band', label: 'Keep within a band' },
  { value: 'milestone', label: 'Milestones' },
  { value: 'done', label: 'Done or not done' },
  { value: 'find-baseline', label: 'Find the baseline' },
]

/** The metric of another type that keeps what both types know: unit, baseline, target. */
export function changeMetricType(metric: Metric, type: MetricType): Metric {
  const unit = 'unit' in metric ? metric.unit : ''
  const baseline = 'baseline' in metric ? metric.baseline : null
  const target = 'target' in metric ? metric.target : null
  switch (type) {
    case 'increase':
    case 'decrease':
      return { type, unit, baseline, target }
    case 'relative':
      return { type, unit, baseline, change: 0.1 }
    case 'band':
      return { type, unit, low: target, high: null }
    case 'milestone':
      return { type, steps: [] }
    case 'find-baseline':
      return { type, unit }
    case 'done':
    case 'unmeasured':
      return { type }
  }
}

/** How a key result is measured: type, unit, baseline and target, or whatever the type needs instead. */
export function MetricFields({ keyResult }: { readonly keyResult: KeyResult }) {
  const { metric } = keyResult
  const commit = (next: Metric) =>
    edit('keyResult.update', { id: keyResult.id, changes: { metric: next } })
  const check = (next: Metric) =>
    refusalOf('keyResult.update', { id: keyResult.id, changes: { metric: next } })
  return (
    <>
      <Row label="Measured by">
        <SelectField
          label="Measured by"
          labelHidden
          bare
          value={metric.type}
          options={TYPES}
          onChange={(type) => {
            commit(changeMetricType(metric, type as MetricType))
          }}
        />
      </Row>
      {'unit' in metric && (
        <Row label="Unit">
          <EditableText
            label="Unit"
            labelHidden
            bare
            maxLength={40}
            placeholder="%, min, customers"
            value={metric.unit}
            onCommit={(unit) => commit({ ...metric, unit })}
          />
        </Row>
      )}
      {'baseline' in metric && (
        <Row label="Baseline">
          <NumberField
            label="Baseline"
            labelHidden
            bare
            unit={metric.unit}
            placeholder="where it starts"
            value={metric.baseline}
            check={(baseline) => check({ ...metric, baseline })}
            onCommit={(baseline) => commit({ ...metric, baseline })}
          />
        </Row>
      )}
      {'target' in metric && (
        <Row label="Target">
          <NumberField
            label="Target"
            labelHidden
            bare
            unit={metric.unit}
            placeholder="where it should be"
            value={metric.target}
            check={(target) => check({ ...metric, target })}
            onCommit={(target) => commit({ ...metric, target })}
          />
        </Row>
      )}
      {metric.type === 'relative' && (
        <Row label="Change">
          <NumberField
            label="Change"
            labelHidden
            bare
            required
            unit={
              metric.baseline === null
                ? '% of a baseline that is not known yet'
                : `% = ${String(Math.round(metric.baseline * (1 + metric.change) * 1000) / 1000)} ${metric.unit}`
            }
            value={Math.round(metric.change * 10_000) / 100}
            onCommit={(percent) =>
              percent === null ? null : commit({ ...metric, change: percent / 100 })
            }
          />
        </Row>
      )}
      {metric.type === 'band' && (
        <>
          <Row label="At least">
            <NumberField
              label="At least"
              labelHidden
              bare
              unit={metric.unit}
              placeholder="open"
              value={metric.low}
              check={(low) => check({ ...metric, low })}
              onCommit={(low) => commit({ ...metric, low })}
            />
          </Row>
          <Row label="At most">
            <NumberField
              label="At most"
              labelHidden
              bare
              unit={metric.unit}
              placeholder="open"
              value={metric.high}
              check={(high) => check({ ...metric, high })}
              onCommit={(high) => commit({ ...metric, high })}
            />
          </Row>
        </>
      )}
      {metric.type === 'milestone' && <Steps metric={metric} commit={commit} />}
    </>
  )
}

function Steps({
  metric,
  commit,
}: {
  readonly metric: Extract<Metric, { type: 'milestone' }>
  readonly commit: (next: Metric) => string | null
}) {
  const today = usePlan((state) => state.today)
  const update = (id: string, changes: Partial<(typeof metric.steps)[number]>) =>
    commit({ ...metric, steps: metric.steps.map((s) => (s.id === id ? { ...s, ...changes } : s)) })
  return (
    <>
      <ul className={styles['list']}>
        {metric.steps.map((step) => (
          <li key={step.id} className={styles['item']}>
            <input
              type="checkbox"
              aria-label={`Done: ${step.title}`}
              checked={step.doneOn !== null}
              onChange={(event) => {
                update(step.id, { doneOn: event.target.checked ? today : null })
              }}
            />
            <EditableText
              label="Step"
              labelHidden
              bare
              required
              value={step.title}
              onCommit={(next) => update(step.id, { title: next })}
            />
            <IconButton
              size="small"
              label={`Delete step: ${step.title}`}
              hint="Delete step"
              icon={<Trash2 size={14} />}
              onClick={() =>
                commit({ ...metric, steps: metric.steps.filter((s) => s.id !== step.id) })
              }
            />
            <div className={styles['under']}>
              <NumberField
                label={`Weight of ${step.title}`}
                labelHidden
                unit="weight"
                required
                min={0}
                value={step.weight}
                onCommit={(weight) => update(step.id, { weight: weight ?? 1 })}
              />
            </div>
          </li>
        ))}
      </ul>
      <AddLine
        label="New step"
        placeholder="Add a step, press Enter"
        onAdd={(title) =>
          commit({
            ...metric,
            steps: [...metric.steps, { id: newId(), title, weight: 1, doneOn: null }],
          })
        }
      />
    </>
  )
}
