import { bridge } from '#bridge/bridge.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import { isEnabled, labelOf } from './command.ts'
import { commandState } from './command-state.ts'
import { COMMANDS, runAppCommand } from './commands.ts'
import { accelerator, isTyping } from './shortcut.ts'

const QUIET_MS = 150

function menuItems() {
  const state = commandState()
  return COMMANDS.map((command) => ({
    id: command.id,
    label: labelOf(command, state).slice(0, 200),
    accelerator: accelerator(command.shortcut),
    group: command.group,
    enabled: isEnabled(command, state),
  }))
}

/** A menu entry chosen while somebody types belongs to the text: undo takes back letters, not steps. */
function runFromMenu(id: string): void {
  const inText = isTyping(document.activeElement)
  if (inText && (id === 'edit.undo' || id === 'edit.redo'))
    document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
  else if (!inText || id !== 'edit.delete') runAppCommand(id)
}

/** Keeps the native menu like the command list and runs what is chosen there. Returns the way to stop. */
export function followNativeMenu(): () => void {
  let sent = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    const items = menuItems()
    const text = JSON.stringify(items)
    if (text === sent) return
    sent = text
    void bridge().menuSet({ items })
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(send, QUIET_MS)
  }
  later()
  const stops = [
    usePlan.subscribe(later),
    useUi.subscribe(later),
    bridge().onCommand(({ id }) => {
      runFromMenu(id)
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
