import { Plus } from 'lucide-react'
import { newId } from '#lib/ids.ts'
import { usePlan } from '#store/plan-store.ts'
import { closeDialog, toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { change } from './change-settings.ts'
import { CycleFields } from './cycle-fields.tsx'
import { nextCycle } from './next-cycle.ts'
import styles from './settings.module.css'

/** The plan's cycles: names, days and states, the latest first. */
export function CyclesDialog() {
  const cycles = usePlan((state) => state.plan?.cycle)
  const today = usePlan((state) => state.today)
  const readOnly = usePlan((state) => state.phase !== 'ready')
  const sorted = [...(cycles?.values() ?? [])].sort((a, b) => (a.startOn < b.startOn ? 1 : -1))
  return (
    <Dialog
      title="Cycles"
      description="A cycle is planned, then active, then reviewed, then closed."
      size="wide"
      onClose={closeDialog}
      footer={
        <Button
          disabled={readOnly}
          onClick={() => {
            const next = nextCycle(sorted, today)
            const refused = change('cycle.add', { ...next, id: newId() })
            if (refused !== null) toast(refused, { tone: 'bad' })
          }}
        >
          <Plus size={15} aria-hidden /> Add a cycle
        </Button>
      }
    >
      <fieldset disabled={readOnly} className={styles['page']}>
        {sorted.map((cycle) => (
          <CycleFields key={cycle.id} cycle={cycle} isLast={sorted.length === 1} />
        ))}
      </fieldset>
    </Dialog>
  )
}
