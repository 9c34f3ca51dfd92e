import { useState } from 'react'
import type { ChangeEvent, KeyboardEvent } from 'react'
import { formatDay, formatDayWithYear } from '#domain/calendar/day-format.ts'
import { readMetric } from '#domain/exchange/draft-edit.ts'
import { DRAFT_KINDS, type DraftKind, type DraftLine } from '#domain/exchange/draft.ts'
import { metricText } from '#domain/exchange/metric-text.ts'
import { formatNumber, formatValue } from '#domain/key-result/value-format.ts'
import type { Metric } from '#domain/key-result/key-result.ts'
import { classNames } from '#ui/class-names.ts'
import styles from './draft-list.module.css'

export const KIND_LABELS: Readonly<Record<DraftKind, string>> = {
  objective: 'Objective',
  keyResult: 'Key result',
  initiative: 'Initiative',
  task: 'Task',
  note: 'Note',
  heading: 'Heading',
  skip: 'Leave out',
}

/** What a person can do to a line. */
export type LineActions = {
  readonly setKind: (id: number, kind: DraftKind) => void
  readonly setKept: (id: number, kept: boolean) => void
  readonly setText: (
    id: number,
    change: { readonly title?: string; readonly owner?: string },
  ) => void
  readonly setMetric: (id: number, metric: Metric) => void
}

/** A text that is taken when the person leaves the field or presses Enter; Escape puts it back. */
function Cell({
  label,
  column,
  value,
  placeholder,
  isBad = false,
  isLong = false,
  onCommit,
}: {
  readonly label: string
  readonly column: string
  readonly value: string
  readonly placeholder?: string
  readonly isBad?: boolean
  /** Grows with its text. */
  readonly isLong?: boolean
  readonly onCommit: (value: string) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed !== null && typed !== value) onCommit(typed)
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      commit()
    }
    if (event.key === 'Escape' && typed !== null) {
      // The first Escape belongs to the field, the next one to the dialog.
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
    }
  }
  const shared = {
    className: classNames(styles['cell'], styles[column]),
    'data-column': column,
    dir: 'auto',
    'aria-label': label,
    'aria-invalid': isBad || undefined,
    placeholder,
    value: typed ?? value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.target.value)
    },
    onBlur: commit,
    onKeyDown,
  }
  return isLong ? <textarea rows={1} {...shared} /> : <input {...shared} />
}

function valueHint(line: DraftLine): string {
  if (line.missing.includes('measure')) return 'how is it measured?'
  if (line.missing.length > 0) return `${line.missing.join(' and ')} missing`
  return ''
}

/** One line of the input as what it becomes. */
export function DraftRow({
  line,
  actions,
}: {
  readonly line: DraftLine
  readonly actions: LineActions
}) {
  const [badValue, setBadValue] = useState('')
  const number = String(line.lineNumber)
  const isThing = line.kind !== 'skip' && line.kind !== 'heading' && line.kind !== 'note'
  const hint = line.kind === 'keyResult' ? valueHint(line) : ''
  const value = metricText(line.metric)
  const aside = asideText(line)
  return (
    <div
      className={classNames(styles['row'], !line.kept && styles['dropped'], styles[line.kind])}
      data-line={number}
    >
      <span className={styles['number']}>{number}</span>
      <input
        type="checkbox"
        className={styles['keep']}
        data-column="keep"
        aria-label={`Keep line ${number}`}
        checked={line.kept}
        onChange={(event) => {
          actions.setKept(line.id, event.target.checked)
        }}
      />
      <select
        className={styles['kind']}
        data-column="kind"
        aria-label={`Line ${number} becomes`}
        value={line.kind}
        onChange={(event) => {
          const kind = DRAFT_KINDS.find((known) => known === event.target.value)
          if (kind) actions.setKind(line.id, kind)
        }}
      >
        {DRAFT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_LABELS[kind]}
          </option>
        ))}
      </select>
      <div className={styles['words']} style={{ paddingInlineStart: Math.min(line.depth, 8) * 14 }}>
        <Cell
          label={`Title of line ${number}`}
          column="title"
          isLong
          value={line.title}
          onCommit={(title) => {
            if (title.trim() !== '') actions.setText(line.id, { title })
          }}
        />
        {line.result !== '' && (
          <span className={styles['result']} dir="auto" title={line.result}>
            ⇒ {line.result}
          </span>
        )}
        {line.links.length > 0 && (
          <span className={styles['links']} dir="auto">
            {line.links.map((link) => link.address).join(' · ')}
          </span>
        )}
        {line.warnings.map((warning) => (
          <span key={warning} className={styles['warning']}>
            {warning}
          </span>
        ))}
      </div>
      {isThing ? (
        <Cell
          label={`Owner of line ${number}`}
          column="owner"
          placeholder="Owner"
          value={line.owner}
          onCommit={(owner) => {
            actions.setText(line.id, { owner })
          }}
        />
      ) : (
        <span />
      )}
      {line.kind === 'keyResult' ? (
        <div className={styles['measure']}>
          <Cell
            label={`Value of line ${number}`}
            column="value"
            placeholder="Value"
            value={badValue || value}
            isBad={badValue !== ''}
            onCommit={(typed) => {
              const metric = readMetric(typed)
              setBadValue(metric ? '' : typed)
              if (metric) actions.setMetric(line.id, metric)
            }}
          />
          {badValue !== '' ? (
            <span className={styles['error']} role="alert">
              Not a value. Write it like 14 → 5 min, +25 %, at least 90 % or done.
            </span>
          ) : (
            hint !== '' && <span className={styles['missing']}>{hint}</span>
          )}
          {line.dueOn !== null && (
            <span className={styles['due']}>due {formatDayWithYear(line.dueOn)}</span>
          )}
          {aside !== '' && <span className={styles['due']}>{aside}</span>}
        </div>
      ) : (
        <span className={classNames(styles['measure'], styles['state'])}>{stateText(line)}</span>
      )}
    </div>
  )
}

/** What a key result says of today, and how much it counts: "now 38 · confidence 6/10 · weight 40". */
function asideText({ current, confidence, weight, metric }: DraftLine): string {
  const unit = 'unit' in metric ? metric.unit : ''
  return [
    current === null ? '' : `now ${formatValue(current, unit)}`,
    confidence === null ? '' : `confidence ${String(confidence)}/10`,
    weight === null ? '' : `weight ${formatNumber(weight)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function stateText(line: DraftLine): string {
  if (line.kind !== 'initiative' && line.kind !== 'task') return ''
  const days = [line.startOn, line.dueOn]
    .flatMap((day) => (day === null ? [] : formatDay(day)))
    .join(' – ')
  return [line.state ?? '', days].filter(Boolean).join(' · ')
}
