import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { SECTION_LABELS } from '#domain/report/options.ts'
import type { SectionId } from '#domain/report/options.ts'
import { IconButton } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { ExportPanel } from './export-panel.tsx'
import { choose, moveSection, toggleSection, useReportChoices } from './report-choices.ts'
import styles from './builder.module.css'

/** What the report is made of: kind, cycle, parts and their order, paper, dates; and the way to a file. */
export function Builder({
  document,
  cycles,
  cycleId,
}: {
  readonly document: ReportDocument
  readonly cycles: readonly Cycle[]
  readonly cycleId: string
}) {
  const { kind, paper, dates } = useReportChoices()
  return (
    <div className={styles['builder']}>
      <h2 className={styles['heading']}>Report</h2>
      <div className={styles['group']}>
        <Segmented
          label="Kind of report"
          value={kind}
          segments={[
            { value: 'review', label: 'Cycle review' },
            { value: 'plan', label: 'Plan' },
          ]}
          onChange={(next) => {
            choose({ kind: next })
          }}
        />
        <SelectField
          label="Cycle"
          value={cycleId}
          options={cycles.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => {
            choose({ cycleId: next })
          }}
        />
      </div>
      <ExportPanel document={document} paper={paper} />
      <Parts />
      <div className={styles['group']}>
        <h3 className={styles['title']}>Paper</h3>
        <Segmented
          label="Paper"
          value={paper}
          segments={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: 'Letter' },
          ]}
          onChange={(next) => {
            choose({ paper: next })
          }}
        />
        <h3 className={styles['title']}>Dates</h3>
        <Segmented
          label="Dates"
          value={dates}
          segments={[
            { value: 'words', label: 'Nov 22, 2026' },
            { value: 'iso', label: '2026-11-22' },
          ]}
          onChange={(next) => {
            choose({ dates: next })
          }}
        />
      </div>
    </div>
  )
}

function Parts() {
  const { order, hidden } = useReportChoices()
  return (
    <section className={styles['group']} aria-label="Parts">
      <h3 className={styles['title']}>Parts</h3>
      <ul className={styles['parts']}>
        {order.map((id, i) => (
          <Part
            key={id}
            id={id}
            isFirst={i === 0}
            isLast={i === order.length - 1}
            shown={!hidden.has(id)}
          />
        ))}
      </ul>
    </section>
  )
}

function Part({
  id,
  isFirst,
  isLast,
  shown,
}: {
  readonly id: SectionId
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly shown: boolean
}) {
  const label = SECTION_LABELS[id]
  return (
    <li className={styles['part']}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={shown}
          onChange={() => {
            toggleSection(id)
          }}
        />
        <span>{label}</span>
      </label>
      <IconButton
        size="small"
        label={`Move “${label}” up`}
        icon={<ArrowUp size={14} />}
        disabled={isFirst}
        onClick={() => {
          moveSection(id, -1)
        }}
      />
      <IconButton
        size="small"
        label={`Move “${label}” down`}
        icon={<ArrowDown size={14} />}
        disabled={isLast}
        onClick={() => {
          moveSection(id, 1)
        }}
      />
    </li>
  )
}
