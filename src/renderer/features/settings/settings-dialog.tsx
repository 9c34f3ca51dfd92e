import { usePlan } from '#store/plan-store.ts'
import { closeDialog, useUi } from '#store/ui-store.ts'
import { Dialog } from '#ui/dialog.tsx'
import { EditableText } from '#ui/editable.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { change, changeSettings } from './change-settings.ts'
import { LineList } from './line-list.tsx'
import { ReminderFields } from './reminder-fields.tsx'
import { RhythmFields } from './rhythm-fields.tsx'
import { ThemeList } from './theme-list.tsx'
import styles from './settings.module.css'

const APPEARANCES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'As the system' },
] as const

function Appearance() {
  const theme = useUi((state) => state.theme)
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>Appearance</h3>
      <div>
        <Segmented
          label="Appearance"
          value={theme}
          segments={APPEARANCES}
          onChange={(next) => {
            useUi.setState({ theme: next })
          }}
        />
      </div>
    </section>
  )
}

function PlanSections() {
  const meta = usePlan((state) => state.plan?.meta)
  if (!meta) return null
  const { settings } = meta
  return (
    <>
      <section className={styles['section']}>
        <h3 className={styles['heading']}>This plan</h3>
        <EditableText
          label="Name"
          required
          value={meta.name}
          onCommit={(name) => change('plan.update', { changes: { name } })}
        />
        <EditableText
          label="Direction"
          hint="Where are we going, in the sponsor’s own words?"
          multiline
          maxLength={20_000}
          value={meta.direction}
          onCommit={(direction) => change('plan.update', { changes: { direction } })}
        />
      </section>
      <RhythmFields settings={settings} />
      <ThemeList />
      <LineList
        title="What we are not doing"
        about="Said once, so that it does not come back every week."
        addLabel="Add something that we are not doing"
        lines={settings.notDoing}
        onChange={(notDoing) => changeSettings({ notDoing })}
      />
      <LineList
        title="Team agreements"
        about="How we work together in this plan."
        addLabel="Add an agreement"
        lines={settings.agreements}
        onChange={(agreements) => changeSettings({ agreements })}
      />
    </>
  )
}

/** How the app looks, and the rules of the open plan. Everything here is taken at once and can be undone. */
export function SettingsDialog() {
  const readOnly = usePlan((state) => state.phase !== 'ready')
  return (
    <Dialog title="Settings" size="wide" onClose={closeDialog}>
      <div className={styles['page']}>
        <Appearance />
        <ReminderFields />
        <fieldset disabled={readOnly} className={styles['page']}>
          <PlanSections />
        </fieldset>
      </div>
    </Dialog>
  )
}
