import { Presentation, Redo2, Undo2 } from 'lucide-react'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { shortcutText } from '#ui/platform.ts'
import { Tooltip } from '#ui/tooltip.tsx'
import { useCycleOnScreen } from './command-state.ts'
import { runAppCommand, shortcutOf } from './commands.ts'
import { CycleButton } from './cycle-button.tsx'
import { weekWords } from './cycle-on-screen.ts'
import { dueNow, overdueNow } from './due-now.ts'
import { Logo } from './logo.tsx'
import { SavePill } from './save-pill.tsx'
import styles from './top-bar.module.css'

function StepButtons() {
  // A plan that may only be looked at keeps its history and offers nothing of it.
  const undoName = usePlan((state) => (state.phase === 'ready' ? state.undoName : null))
  const redoName = usePlan((state) => (state.phase === 'ready' ? state.redoName : null))
  return (
    <div className={styles['group']}>
      <IconButton
        className={styles['icon']}
        variant="plain"
        label="Undo"
        hint={undoName === null ? 'Nothing to undo' : `Undo: ${undoName}`}
        shortcut={shortcutOf('edit.undo')}
        icon={<Undo2 size={16} />}
        disabled={undoName === null}
        onClick={() => runAppCommand('edit.undo')}
      />
      <IconButton
        className={styles['icon']}
        variant="plain"
        label="Redo"
        hint={redoName === null ? 'Nothing to redo' : `Redo: ${redoName}`}
        shortcut={shortcutOf('edit.redo')}
        icon={<Redo2 size={16} />}
        disabled={redoName === null}
        onClick={() => runAppCommand('edit.redo')}
      />
    </div>
  )
}

function CheckInButton() {
  const cycleId = useCycleOnScreen()?.id ?? null
  const due = usePlan((state) => dueNow(state, cycleId))
  const overdue = usePlan((state) => overdueNow(state, cycleId))
  const canEdit = usePlan((state) => state.phase === 'ready')
  const [first] = due
  if (!first || !canEdit) return null
  return (
    <Tooltip label={`Next: ${shortTitle(first.title, 120)}`} shortcut={shortcutOf('plan.round')}>
      <Button
        variant="primary"
        className={styles['icon']}
        onClick={() => runAppCommand('plan.round')}
      >
        Check in · {due.length} due{overdue > 0 && `, ${String(overdue)} overdue`}
      </Button>
    </Tooltip>
  )
}

/** Where one is, whether it is saved, and what is always at hand. */
export function TopBar() {
  const today = usePlan((state) => state.today)
  const cycle = useCycleOnScreen()
  const keys = shortcutOf('view.palette')
  return (
    <header className={styles['bar']}>
      <Logo nameClass={styles['name']} />
      <CycleButton />
      {cycle && <span className={styles['week']}>{weekWords(cycle, today)}</span>}
      <span className={styles['space']} />
      <SavePill />
      <StepButtons />
      <Button className={styles['icon']} onClick={() => runAppCommand('view.palette')}>
        {keys && <span className={styles['searchKeys']}>{shortcutText(keys)}</span>} Search
      </Button>
      <Tooltip label="Plan together on one screen" shortcut={shortcutOf('view.workshop')}>
        <Button className={styles['icon']} onClick={() => runAppCommand('view.workshop')}>
          <Presentation size={16} aria-hidden /> Workshop
        </Button>
      </Tooltip>
      <CheckInButton />
    </header>
  )
}
