import type { AppCommand } from './command.ts'
import { isEnabled } from './command.ts'
import { commandState } from './command-state.ts'
import { EDIT_COMMANDS } from './edit-commands.ts'
import { FILE_COMMANDS } from './file-commands.ts'
import { HELP_COMMANDS } from './help-commands.ts'
import { PLAN_COMMANDS } from './plan-commands.ts'
import { VIEW_COMMANDS } from './view-commands.ts'

/** Everything that the app can do, in the order of the menu bar. */
export const COMMANDS: readonly AppCommand[] = [
  ...FILE_COMMANDS,
  ...EDIT_COMMANDS,
  ...PLAN_COMMANDS,
  ...VIEW_COMMANDS,
  ...HELP_COMMANDS,
]

const byId = new Map(COMMANDS.map((command) => [command.id, command]))

/** Runs a command when it can run now; says whether it did. */
export function runAppCommand(id: string): boolean {
  const command = byId.get(id)
  const state = commandState()
  if (!command || !isEnabled(command, state)) return false
  void command.run(state)
  return true
}

/** The keys of a command, for tooltips. */
export function shortcutOf(id: string): string | undefined {
  return byId.get(id)?.shortcut
}
