import type { Id, Ref } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { UiState } from '#store/ui-store.ts'

export type CommandGroup = 'file' | 'edit' | 'plan' | 'view' | 'help'

/** What a command looks at to say whether it can run and how it is called now. */
export type CommandState = {
  readonly plan: Plan | null
  readonly canEdit: boolean
  readonly cycleId: Id | null
  readonly undoName: string | null
  readonly redoName: string | null
  readonly ui: UiState
  /** The one selected thing; null when none or several are selected. */
  readonly selected: Ref | null
}

/**
 * One thing that the app can do, as data: menu, palette, shortcuts and the shortcut sheet read the same
 * list, so that a command is called the same everywhere.
 */
export type AppCommand = {
  /** Stable; the native menu sends it back. */
  readonly id: string
  readonly label: string | ((state: CommandState) => string)
  readonly group: CommandGroup
  /** Such as `Mod+Shift+Z`; without Ctrl or ⌘ it does not fire while somebody types. */
  readonly shortcut?: string
  /** A text field keeps this key for itself although it holds Ctrl or ⌘ (undo, select all). */
  readonly fieldsFirst?: boolean
  /** Other words that the palette finds it by. */
  readonly words?: string
  readonly enabled?: (state: CommandState) => boolean
  /** A tick in menus. */
  readonly checked?: (state: CommandState) => boolean
  readonly run: (state: CommandState) => void | Promise<void>
}

export const labelOf = (command: AppCommand, state: CommandState): string =>
  typeof command.label === 'string' ? command.label : command.label(state)

export const isEnabled = (command: AppCommand, state: CommandState): boolean =>
  command.enabled?.(state) ?? true

/** The titles of the groups, in the order of the menu bar. */
export const GROUP_LABELS: Readonly<Record<CommandGroup, string>> = {
  file: 'Plan file',
  edit: 'Edit',
  plan: 'Add and change',
  view: 'View',
  help: 'Help',
}
