import { CircleHelp, Settings } from 'lucide-react'
import { openDialog, showScreen, useUi } from '#store/ui-store.ts'
import { Tooltip } from '#ui/tooltip.tsx'
import { shortcutOf } from './commands.ts'
import { SCREENS } from './screens.tsx'
import styles from './rail.module.css'

/** The screens, one above the other. */
export function Rail() {
  const shown = useUi((state) => state.screen)
  const screen = SCREENS.find(({ id }) => id === shown)?.within ?? shown
  return (
    <nav className={styles['rail']} aria-label="Screens">
      {SCREENS.filter(({ fullScreen, within }) => !fullScreen && !within).map(
        ({ id, label, icon: Icon, shortcut }) => (
          <Tooltip key={id} label={label} shortcut={shortcut} side="right">
            <button
              type="button"
              className={styles['item']}
              aria-current={screen === id ? 'page' : undefined}
              onClick={() => {
                showScreen(id)
              }}
            >
              <Icon size={18} aria-hidden />
              {label}
            </button>
          </Tooltip>
        ),
      )}
      <span className={styles['space']} />
      <Tooltip label="Settings" shortcut={shortcutOf('file.settings')} side="right">
        <button
          type="button"
          className={styles['item']}
          onClick={() => {
            openDialog({ type: 'settings' })
          }}
        >
          <Settings size={18} aria-hidden />
          Settings
        </button>
      </Tooltip>
      <Tooltip label="Keyboard shortcuts" shortcut={shortcutOf('help.shortcuts')} side="right">
        <button
          type="button"
          className={styles['item']}
          onClick={() => {
            openDialog({ type: 'shortcuts' })
          }}
        >
          <CircleHelp size={18} aria-hidden />
          Keys
        </button>
      </Tooltip>
    </nav>
  )
}
