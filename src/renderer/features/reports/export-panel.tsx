import { CircleAlert, CircleCheck, FileDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ReportDocument } from '#domain/report/document.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { counted } from '#domain/plan/title-quote.ts'
import { printBytes } from '#domain/report/printed-number.ts'
import { tablesOf } from '#domain/report/tables.ts'
import { bridge } from '#bridge/bridge.ts'
import { announce, toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { allTablesJob, documentJob, pictureJob, tableJob } from './export-jobs.ts'
import type { DocumentFormat } from './export-jobs.ts'
import { exportFile } from './export-report.ts'
import type { ExportJob, ExportOutcome } from './export-report.ts'
import type { ReportSource } from './report-source.ts'
import styles from './builder.module.css'

const FORMATS: readonly { readonly format: DocumentFormat; readonly label: string }[] = [
  { format: 'pdf', label: 'PDF' },
  { format: 'docx', label: 'Word' },
  { format: 'pptx', label: 'PowerPoint' },
  { format: 'html', label: 'HTML' },
  { format: 'md', label: 'Markdown' },
]
const WHOLE_ROUTE = ''
const ALL_TABLES = ''

/** The export buttons, what is being made, and where the last file went. */
export function ExportPanel({
  document,
  source,
}: {
  readonly document: ReportDocument
  readonly source: ReportSource
}) {
  const [busy, setBusy] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null)

  const start = async (label: string, job: ExportJob | null) => {
    if (job === null) return
    setBusy(label)
    setOutcome(null)
    announce(`Making the ${label} file`)
    const result = await exportFile(job)
    setBusy(null)
    setOutcome(result.type === 'cancelled' ? null : result)
  }
  const button = (label: string, job: () => ExportJob | null, isFirst = false) => (
    <Button
      key={label}
      variant={isFirst ? 'primary' : 'plain'}
      disabled={busy !== null}
      onClick={() => {
        void start(label, job())
      }}
    >
      {isFirst && <FileDown size={15} aria-hidden />}
      {busy === label ? `Making ${label}…` : label}
    </Button>
  )

  return (
    <section className={styles['group']} aria-label="Export">
      <h3 className={styles['title']}>Export</h3>
      <div className={styles['formats']}>
        {FORMATS.map(({ format, label }) =>
          button(label, () => documentJob(document, format, source), format === 'pdf'),
        )}
      </div>
      <TableChoice document={document} button={button} />
      <PictureChoice source={source} button={button} />
      <OutcomeNote outcome={outcome} />
    </section>
  )
}

type ExportButton = (label: string, job: () => ExportJob | null) => React.ReactNode

/** The tables of the report as CSV: all of them in one archive, or one that is chosen beside the button. */
function TableChoice({
  document,
  button,
}: {
  readonly document: ReportDocument
  readonly button: ExportButton
}) {
  const tables = useMemo(() => tablesOf(document), [document])
  const [name, setName] = useState(ALL_TABLES)
  const only = tables.length === 1 ? tables[0] : undefined
  const chosen = tables.find((table) => table.name === name) ?? only
  if (tables.length === 0) return null
  return (
    <div className={styles['choice']}>
      <SelectField
        label="Tables"
        value={chosen?.name ?? ALL_TABLES}
        options={[
          ...(only
            ? []
            : [{ value: ALL_TABLES, label: `All ${String(tables.length)} tables, in a ZIP` }]),
          ...tables.map((table) => ({
            value: table.name,
            label: `${table.name} (${counted(table.rows.length, 'row')})`,
          })),
        ]}
        onChange={setName}
      />
      {button('CSV', () => (chosen ? tableJob(document, chosen) : allTablesJob(document, tables)))}
    </div>
  )
}

/** The route as a picture, whole or one objective's road. */
function PictureChoice({
  source,
  button,
}: {
  readonly source: ReportSource
  readonly button: ExportButton
}) {
  const objectives = listAt(source.index.objectivesByCycle, source.cycleId)
  const [id, setId] = useState(WHOLE_ROUTE)
  const chosen = objectives.some((objective) => objective.id === id) ? id : WHOLE_ROUTE
  if (objectives.length === 0) return null
  const job = (format: 'png' | 'svg') => () =>
    pictureJob(source, chosen === WHOLE_ROUTE ? null : chosen, format)
  return (
    <div className={styles['choice']}>
      <SelectField
        label="Picture"
        value={chosen}
        options={[
          { value: WHOLE_ROUTE, label: 'The whole route' },
          ...objectives.map((objective, i) => ({
            value: objective.id,
            label: `Road ${String(i + 1)}: ${objective.title}`,
          })),
        ]}
        onChange={setId}
      />
      {button('PNG', job('png'))}
      {button('SVG', job('svg'))}
    </div>
  )
}

function OutcomeNote({ outcome }: { readonly outcome: ExportOutcome | null }) {
  if (outcome?.type === 'failed')
    return (
      <p className={styles['failed']} role="alert">
        <CircleAlert size={15} aria-hidden />
        <span>{outcome.message}</span>
      </p>
    )
  return (
    <div role="status">
      {outcome?.type === 'saved' && (
        <div className={styles['saved']}>
          <CircleCheck size={15} aria-hidden />
          <span>
            Saved to <bdi>{outcome.place}</bdi> ({printBytes(outcome.size)})
          </span>
          <Button
            variant="link"
            onClick={() => {
              void showInFolder(outcome.showToken)
            }}
          >
            Show in folder
          </Button>
        </div>
      )}
    </div>
  )
}

async function showInFolder(token: string): Promise<void> {
  const shown = await bridge().fileShow({ token })
  if (!shown.ok) toast(shown.message, { tone: 'bad' })
}
