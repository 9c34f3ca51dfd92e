import { useMemo, useState } from 'react'
import { minutesModel, personSheet } from '#domain/workshop/minutes.ts'
import { printBytes } from '#domain/report/printed-number.ts'
import { bridge } from '#bridge/bridge.ts'
import { announce, toast } from '#store/ui-store.ts'
import { localDay, localTime } from '#lib/clock.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { stoodOf } from './plan-at-end.ts'
import type { Room } from './room-data.ts'
import type { ExportMinutes, MinutesOutcome } from './workshop-screen.tsx'
import styles from './stages.module.css'

const FORMATS = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
] as const

async function showFile(token: string): Promise<void> {
  const shown = await bridge().fileShow({ token })
  if (!shown.ok) toast(shown.message, { tone: 'bad' })
}

/** The minutes as a file, whole or one person's sheet. */
export function MinutesExport({
  room,
  exportMinutes,
}: {
  readonly room: Room
  readonly exportMinutes: ExportMinutes
}) {
  const { plan, index, workshop, today, present, shown } = room
  const [whose, setWhose] = useState('')
  const [busy, setBusy] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<MinutesOutcome | null>(null)
  const document = useMemo(() => {
    const options = { today, stood: stoodOf(shown), time: localTime, dayOf: localDay }
    return whose === ''
      ? minutesModel(plan, index, workshop, options)
      : personSheet(plan, index, workshop, whose, options)
  }, [plan, index, workshop, today, shown, whose])
  const start = async (format: (typeof FORMATS)[number][0], label: string) => {
    setBusy(label)
    setOutcome(null)
    announce(`Making the minutes as ${label}`)
    const result = await exportMinutes(document, format)
    setBusy(null)
    setOutcome(result.type === 'cancelled' ? null : result)
  }
  return (
    <section className={styles['export']} aria-label="Minutes">
      <h3 className={styles['head']}>Minutes of this workshop</h3>
      <SelectField
        label="What to export"
        value={whose}
        onChange={setWhose}
        options={[
          { value: '', label: 'All, with a sheet for each person' },
          ...present.map((person) => ({
            value: person.id,
            label: `Only the sheet of ${person.name}`,
          })),
        ]}
      />
      <div className={styles['buttons']}>
        {FORMATS.map(([format, label]) => (
          <Button
            key={format}
            variant={format === 'pdf' ? 'primary' : 'plain'}
            disabled={busy !== null}
            onClick={() => void start(format, label)}
          >
            {busy === label ? `Making ${label}…` : label}
          </Button>
        ))}
      </div>
      <div role="status">
        {outcome?.type === 'saved' && (
          <p className={styles['saved']}>
            Saved to <bdi>{outcome.place}</bdi> ({printBytes(outcome.size)}){' '}
            <Button variant="link" onClick={() => void showFile(outcome.showToken)}>
              Show in folder
            </Button>
          </p>
        )}
      </div>
      {outcome?.type === 'failed' && (
        <p className={styles['advice']} role="alert">
          {outcome.message}
        </p>
      )}
    </section>
  )
}
