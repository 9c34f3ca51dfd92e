import { openDialog } from '#store/ui-store.ts'
import type { AppCommand } from './command.ts'

export const HELP_COMMANDS: readonly AppCommand[] = [
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'help',
    shortcut: '?',
    words: 'keys help',
    run: () => {
      openDialog({ type: 'shortcuts' })
    },
  },
  {
    id: 'help.about',
    label: 'About Roadbook',
    group: 'help',
    words: 'version host data folder',
    run: () => {
      openDialog({ type: 'about' })
    },
  },
]
