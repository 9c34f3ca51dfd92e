import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReportDocument } from '#domain/report/document.ts'
import {
  KIND_NAMES,
  KINDS_WITH_ROADS,
  REPORT_KINDS,
  SECTION_LABELS,
} from '#domain/report/options.ts'
import type { ReportKind, SectionId } from '#domain/report/options.ts'
import { IconButton } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { ExportPanel } from './export-panel.tsx'
import {
  choose,
  chooseFor,
  moveSection,
  togglePerson,
  toggleSection,
  useReportChoices,
} from './report-choices.ts'
import type { ReportSource } from './report-source.ts'
import styles from './builder.module.css'

/** Kinds that can be cut down to what some people own or carry. */
const WITH_PEOPLE: readonly ReportKind[] = ['plan', 'review', 'week']

/** What the report is made of: kind, cycle, people, parts and their order, paper, dates; and the way to a file. */
export function Builder({
  document,
  source,
}: {
  readonly document: ReportDocument | null
  readonly source: ReportSource
}) {
  const { kind, byKind } = useReportChoices()
  const { paper, dates, journeys } = byKind[kind]
  const { cycles } = source.index
  return (
    <div className={styles['builder']}>
      <h2 className={styles['heading']}>Report</h2>
      <div className={styles['group']}>
        <SelectField
          label="Kind of report"
          value={kind}
          options={REPORT_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
          onChange={(next) => {
            const chosen = REPORT_KINDS.find((value) => value === next)
            if (chosen) choose({ kind: chosen })
          }}
        />
        {kind !== 'across' && (
          <SelectField
            label="Cycle"
            value={source.cycleId}
            options={cycles.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => {
              choose({ cycleId: next })
            }}
          />
        )}
        {kind === 'person' && <Person source={source} />}
      </div>
      {document && <ExportPanel document={document} source={source} />}
      <Parts />
      {WITH_PEOPLE.includes(kind) && <People source={source} />}
      <div className={styles['group']}>
        {KINDS_WITH_ROADS.includes(kind) && (
          <Check
            label="Draw each objective as a road"
            checked={journeys}
            onChange={() => {
              chooseFor({ journeys: !journeys })
            }}
          />
        )}
        <h3 className={styles['title']}>Paper</h3>
        <Segmented
          label="Paper"
          value={paper}
          segments={[
            { value: 'A4', label: 'A4' },
            { value: 'Letter', label: 'Letter' },
          ]}
          onChange={(next) => {
            chooseFor({ paper: next })
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
            chooseFor({ dates: next })
          }}
        />
      </div>
    </div>
  )
}

/** Whose sheet it is. */
function Person({ source }: { readonly source: ReportSource }) {
  const { people } = source.index
  if (people.length === 0) return null
  return (
    <SelectField
      label="Person"
      value={source.options.people[0] ?? ''}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(next) => {
        chooseFor({ people: [next] })
      }}
    />
  )
}

/** Who the lists are about; nobody chosen means everybody. */
function People({ source }: { readonly source: ReportSource }) {
  const { people } = source.index
  const chosen = source.options.people
  if (people.length === 0) return null
  return (
    <section className={styles['group']} aria-label="People">
      <h3 className={styles['title']}>
        People{chosen.length === 0 ? ': everybody' : `: only ${String(chosen.length)}`}
      </h3>
      <div className={styles['people']}>
        {people.map(({ id, name }) => (
          <Check
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={() => {
              togglePerson(id)
            }}
          />
        ))}
      </div>
    </section>
  )
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: () => void
}) {
  return (
    <label className={styles['check']}>
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span dir="auto">{label}</span>
    </label>
  )
}

function Parts() {
  const { kind, byKind } = useReportChoices()
  const { order, hidden } = byKind[kind]
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
            shown={!hidden.includes(id)}
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
      <Check
        label={label}
        checked={shown}
        onChange={() => {
          toggleSection(id)
        }}
      />
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
