import type { Ref } from '#domain/plan/field.ts'
import type { AppCommand, CommandState } from './command.ts'
import { GROUP_LABELS, isEnabled, labelOf } from './command.ts'
import { COMMANDS } from './commands.ts'
import type { Findable } from './palette-search.ts'

/** One line of the palette: a command to run or a thing of the plan to go to. */
export type PaletteItem = Findable & {
  /** What stands at the right: the group of a command, the kind and owner of a thing. */
  readonly detail: string
  readonly shortcut: string | undefined
  readonly target:
    | { readonly type: 'command'; readonly command: AppCommand }
    | { readonly type: 'thing'; readonly ref: Ref }
}

/** The commands that can run now, without the palette's own. */
export function commandItems(state: CommandState): readonly PaletteItem[] {
  return COMMANDS.filter(
    (command) => command.id !== 'view.palette' && isEnabled(command, state),
  ).map((command) => ({
    key: command.id,
    title: labelOf(command, state),
    more: command.words ?? '',
    detail: GROUP_LABELS[command.group],
    shortcut: command.shortcut,
    target: { type: 'command', command },
  }))
}
