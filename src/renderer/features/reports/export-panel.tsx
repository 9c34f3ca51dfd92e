import { CircleAlert, CircleCheck, FileDown } from 'lucide-react'
import { useState } from 'react'
import type { ReportDocument } from '#domain/report/document.ts'
import type { Paper } from '#domain/report/options.ts'
import { printBytes } from '#domain/report/printed-number.ts'
import { bridge } from '#bridge/bridge.ts'
import { announce, toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { exportReport } from './export-report.ts'
import type { ExportFormat, ExportOutcome } from './export-report.ts'
import styles from './builder.module.css'

const FORMATS: readonly { readonly format: ExportFormat; readonly label: string }[] = [
  { format: 'pdf', label: 'PDF' },
  { format: 'html', label: 'HTML' },
  { format: 'md', label: 'Markdown' },
]

/** The export buttons, what is being made, and where the last file went. */
export function ExportPanel({
  document,
  paper,
}: {
  readonly document: ReportDocument
  readonly paper: Paper
}) {
  const [busy, setBusy] = useState<ExportFormat | null>(null)
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null)

  const start = async (format: ExportFormat, label: string) => {
    setBusy(format)
    setOutcome(null)
    announce(`Making the ${label} report`)
    const result = await exportReport(document, format, paper)
    setBusy(null)
    setOutcome(result.type === 'cancelled' ? null : result)
  }

  return (
    <section className={styles['group']} aria-label="Export">
      <h3 className={styles['title']}>Export</h3>
      <div className={styles['formats']}>
        {FORMATS.map(({ format, label }) => (
          <Button
            key={format}
            variant={format === 'pdf' ? 'primary' : 'plain'}
            disabled={busy !== null}
            onClick={() => {
              void start(format, label)
            }}
          >
            {format === 'pdf' && <FileDown size={15} aria-hidden />}
            {busy === format ? `Making ${label}…` : label}
          </Button>
        ))}
      </div>
      <OutcomeNote outcome={outcome} />
    </section>
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
