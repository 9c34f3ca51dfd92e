import { dismissLasting, useUi } from '#store/ui-store.ts'
import { isEnabled } from './command.ts'
import type { AppCommand } from './command.ts'
import { commandState } from './command-state.ts'
import { COMMANDS, runAppCommand } from './commands.ts'
import { hasModifier, isPress, isTyping } from './shortcut.ts'

/** Redo by its other usual key. */
const ALSO: readonly { readonly shortcut: string; readonly id: string }[] = [
  { shortcut: 'Mod+Y', id: 'edit.redo' },
]

/** While a dialog is open only these still answer: the palette's own key and the size of everything. */
const IN_DIALOGS = new Set(['view.palette', 'view.larger', 'view.smaller', 'view.actual-size'])

function commandFor(event: KeyboardEvent): AppCommand | undefined {
  const other = ALSO.find(({ shortcut }) => isPress(event, shortcut))
  if (other) return COMMANDS.find(({ id }) => id === other.id)
  return COMMANDS.find(({ shortcut }) => shortcut !== undefined && isPress(event, shortcut))
}

/** What hangs open and takes letters for itself: a menu, a calendar. */
const hanging = () =>
  document.querySelector('[role="menu"], [data-radix-popper-content-wrapper] [role="dialog"]') !==
  null

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  // A field, a menu or a dialog that is open takes Escape for itself.
  if (event.key === 'Escape' && !isTyping(event.target) && !useUi.getState().dialog && !hanging())
    dismissLasting()
  const command = commandFor(event)
  if (!command?.shortcut) return
  const inField = isTyping(event.target)
  if (inField && (command.fieldsFirst || !hasModifier(command.shortcut))) return
  if (useUi.getState().dialog && !IN_DIALOGS.has(command.id)) return
  if (hanging() && !hasModifier(command.shortcut)) return
  if (!isEnabled(command, commandState())) {
    // The browser must not do something of its own instead (bookmark, history, find).
    if (hasModifier(command.shortcut)) event.preventDefault()
    return
  }
  event.preventDefault()
  runAppCommand(command.id)
}

/** Lets every command answer to its keys. Returns the way to stop. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKeyDown)
  return () => {
    window.removeEventListener('keydown', onKeyDown)
  }
}
