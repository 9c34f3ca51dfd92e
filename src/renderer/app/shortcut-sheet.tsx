import { closeDialog } from '#store/ui-store.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { commandState } from './command-state.ts'
import { GROUP_LABELS, labelOf } from './command.ts'
import type { CommandGroup } from './command.ts'
import { COMMANDS } from './commands.ts'
import styles from './shortcut-sheet.module.css'

type Line = { readonly id: string; readonly label: string; readonly shortcuts: readonly string[] }

/** Keys that belong to what has the focus; they are no commands of their own. */
const ON_THE_ROUTE: readonly Line[] = [
  {
    id: 'next',
    label: 'From one to the next',
    shortcuts: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  },
  { id: 'ends', label: 'To the first, the last', shortcuts: ['Home', 'End'] },
  { id: 'show', label: 'Show in the inspector', shortcuts: ['S'] },
  { id: 'more', label: 'Add to the selection', shortcuts: ['Shift+S'] },
  { id: 'along', label: 'Add what you pass', shortcuts: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
  { id: 'order', label: 'Put before, after', shortcuts: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { id: 'pick', label: 'Pick up, put down', shortcuts: ['Space', 'Enter'] },
  { id: 'click', label: 'Pick up, then click where to', shortcuts: ['V'] },
  { id: 'days', label: 'Held: move by a day', shortcuts: ['ArrowLeft', 'ArrowRight'] },
  {
    id: 'weeks',
    label: 'Held: move by a week',
    shortcuts: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
  },
  { id: 'leg', label: 'Held: to another leg', shortcuts: ['ArrowUp', 'ArrowDown'] },
  { id: 'end', label: 'Held: its end', shortcuts: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  {
    id: 'start',
    label: 'Held: its start',
    shortcuts: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'],
  },
  { id: 'back', label: 'Put back, close, cancel', shortcuts: ['Escape'] },
]

function groups(): readonly { readonly title: string; readonly lines: readonly Line[] }[] {
  // Names of steps to undo would only confuse here.
  const state = { ...commandState(), undoName: null, redoName: null }
  const order = Object.keys(GROUP_LABELS) as readonly CommandGroup[]
  const ofCommands = order.map((group) => ({
    group,
    title: GROUP_LABELS[group],
    lines: COMMANDS.filter((command) => command.group === group).flatMap((command) =>
      command.shortcut === undefined
        ? []
        : [{ id: command.id, label: labelOf(command, state), shortcuts: [command.shortcut] }],
    ),
  }))
  // Beside the longest group, so that both columns end together.
  const at = ofCommands.findIndex(({ group }) => group === 'view')
  return [
    ...ofCommands.slice(0, at),
    { title: 'On the route', lines: ON_THE_ROUTE },
    ...ofCommands.slice(at),
  ].filter(({ lines }) => lines.length > 0)
}

/** All keys on one page. */
export function ShortcutSheet() {
  return (
    <Dialog
      title="Keyboard shortcuts"
      description="Keys without Ctrl or ⌘ rest while you type."
      size="wide"
      readOnly
      onClose={closeDialog}
    >
      <div className={styles['columns']}>
        {groups().map(({ title, lines }) => (
          <section key={title} className={styles['group']}>
            <h3 className={styles['heading']}>{title}</h3>
            <dl>
              {lines.map(({ id, label, shortcuts }) => (
                <div key={id} className={styles['line']}>
                  <dt>{label}</dt>
                  <dd className={styles['keys']}>
                    {shortcuts.map((shortcut) => (
                      <Kbd key={shortcut} shortcut={shortcut} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
