import { showScreen, useUi } from '#store/ui-store.ts'
import type { Screen } from '#store/ui-store.ts'
import { Tooltip } from '#ui/tooltip.tsx'
import { shortcutOf } from './commands.ts'
import styles from './review-tabs.module.css'

const TABS: readonly { readonly id: Screen; readonly label: string }[] = [
  { id: 'review', label: 'Reports' },
  { id: 'closing', label: 'Close the cycle' },
  { id: 'across', label: 'Across cycles' },
]

/** What the review holds: reports to take along, the closing of a cycle, cycles side by side. */
export function ReviewTabs() {
  const screen = useUi((state) => state.screen)
  return (
    <nav className={styles['tabs']} aria-label="Review">
      {TABS.map(({ id, label }) => (
        <Tooltip key={id} label={label} shortcut={shortcutOf(`view.${id}`)} side="bottom">
          <button
            type="button"
            className={styles['tab']}
            aria-current={screen === id ? 'page' : undefined}
            onClick={() => {
              showScreen(id)
            }}
          >
            {label}
          </button>
        </Tooltip>
      ))}
    </nav>
  )
}
