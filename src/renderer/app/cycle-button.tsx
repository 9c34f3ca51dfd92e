import { ChevronDown } from 'lucide-react'
import { formatSpanSeenFrom } from '#domain/calendar/day-format.ts'
import { usePlan } from '#store/plan-store.ts'
import { openCycles, openDialog, showCycle } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Menu } from '#ui/menu.tsx'
import type { MenuEntry } from '#ui/menu.tsx'
import { useCycleOnScreen } from './command-state.ts'
import { shortcutOf } from './commands.ts'
import styles from './top-bar.module.css'

/** The plan and the cycle that are on screen, and the way to others. */
export function CycleButton() {
  const plan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  const cycle = useCycleOnScreen()
  if (!plan) return null
  const cycles = [...plan.cycle.values()].sort((a, b) => (a.startOn < b.startOn ? 1 : -1))
  const entries: readonly MenuEntry[] = [
    { type: 'heading', id: 'plan', label: plan.meta.name },
    ...cycles.map((other) => ({
      id: other.id,
      label: other.name,
      detail: formatSpanSeenFrom(today, other.startOn, other.endOn),
      checked: other.id === cycle?.id,
      run: () => {
        showCycle(other.id)
      },
    })),
    { type: 'rule', id: 'rule' },
    {
      id: 'cycles',
      label: 'Cycles…',
      run: openCycles,
    },
    {
      id: 'plans',
      label: 'Open another plan…',
      shortcut: shortcutOf('file.plans'),
      run: () => {
        openDialog({ type: 'plans' })
      },
    },
  ]
  return (
    <Menu entries={entries}>
      <Button className={styles['cycle']} title={plan.meta.name}>
        <span className={styles['cycleName']} dir="auto">
          {cycle ? cycle.name : 'No cycle'}
        </span>
        {cycle && (
          <span className={styles['cycleDays']}>
            · {formatSpanSeenFrom(today, cycle.startOn, cycle.endOn)}
          </span>
        )}
        <ChevronDown size={14} aria-hidden />
      </Button>
    </Menu>
  )
}
