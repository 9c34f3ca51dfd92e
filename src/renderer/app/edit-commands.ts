import type { CommandResult } from '#domain/plan/command.ts'
import type { Kind, Ref } from '#domain/plan/field.ts'
import { thingAt } from '#domain/plan/plan.ts'
import { quoted } from '#domain/plan/title-quote.ts'
import { FINISHED_WORKSHOP, redo, runAll, undo } from '#store/plan-store.ts'
import type { CommandStep } from '#store/plan-store.ts'
import { announce, openDialog, select, toast } from '#store/ui-store.ts'
import type { AppCommand, CommandState } from './command.ts'

/** Runs a command of the plan and says a refusal aloud. */
export function tell(result: CommandResult): boolean {
  if (!result.ok) toast(result.message, { tone: 'bad' })
  return result.ok
}

/** Undo or redo, said aloud. What would change a finished workshop is done on purpose only. */
function travel(
  type: 'undo' | 'redo',
  name: string,
  options: { readonly evenFinished?: boolean } = {},
): void {
  const result = type === 'undo' ? undo(options) : redo(options)
  if (result.ok) announce(`${type === 'undo' ? 'Undone' : 'Done again'}: ${name}`)
  else if (result.field === FINISHED_WORKSHOP)
    toast(result.message, {
      tone: 'bad',
      action: {
        label: type === 'undo' ? 'Undo it anyway' : 'Redo it anyway',
        run: () => {
          travel(type, name, { evenFinished: true })
        },
      },
    })
  else tell(result)
}

type Deed = 'duplicate' | 'drop' | 'restore' | 'delete'
const DEEDS: Readonly<Partial<Record<Kind, readonly Deed[]>>> = {
  objective: ['duplicate', 'drop', 'restore', 'delete'],
  keyResult: ['duplicate', 'drop', 'restore', 'delete'],
  initiative: ['duplicate', 'drop', 'restore', 'delete'],
  person: ['delete'],
}

const isDropped = (state: CommandState, ref: Ref): boolean => {
  const thing = state.plan && thingAt(state.plan, ref)
  return (
    thing !== null &&
    thing !== undefined &&
    'state' in thing &&
    (thing.state === 'dropped' || thing.state === 'retired')
  )
}

const canDo =
  (deed: Deed) =>
  (state: CommandState): boolean =>
    state.canEdit &&
    state.ui.selection.length > 0 &&
    state.ui.selection.every((ref) => DEEDS[ref.kind]?.includes(deed)) &&
    (deed !== 'duplicate' || state.selected !== null) &&
    (deed !== 'drop' || state.ui.selection.some((ref) => !isDropped(state, ref))) &&
    (deed !== 'restore' || state.ui.selection.some((ref) => isDropped(state, ref)))

/** Initiatives take a list of ids for what can be done with several; everything else takes one. */
function stepsFor(deed: Deed, refs: readonly Ref[]): readonly CommandStep[] {
  const ids = refs.filter((ref) => ref.kind === 'initiative').map((ref) => ref.id)
  const steps = refs.flatMap(({ kind, id }): readonly CommandStep[] => {
    const input = { id }
    switch (kind) {
      case 'objective':
        return [{ id: `objective.${deed}`, input }]
      case 'keyResult':
        return [{ id: `keyResult.${deed}`, input }]
      case 'initiative':
        return deed === 'duplicate' ? [{ id: 'initiative.duplicate', input }] : []
      case 'person':
        return deed === 'delete' ? [{ id: 'person.delete', input }] : []
      default:
        return []
    }
  })
  return ids.length > 0 && deed !== 'duplicate'
    ? [...steps, { id: `initiative.${deed}`, input: { ids } }]
    : steps
}

/** `Delete “Chatbot”` for one thing, `Delete 3 things` for several. */
function stepName(label: string, { plan, ui, selected }: CommandState): string {
  const thing = plan && selected && thingAt(plan, selected)
  if (!thing) return `${label} ${String(ui.selection.length)} things`
  return `${label} ${quoted('title' in thing ? thing.title : 'name' in thing ? thing.name : '')}`
}

const deedCommand = (deed: Deed, label: string, words: string, shortcut?: string): AppCommand => ({
  id: `edit.${deed}`,
  label,
  group: 'edit',
  words,
  fieldsFirst: true,
  ...(shortcut === undefined ? {} : { shortcut }),
  enabled: canDo(deed),
  run: (state) => {
    const { ui } = state
    const steps = stepsFor(deed, ui.selection)
    const done = runAll(steps, stepName(label, state))
    if (!tell(done)) return
    if (done.ok) announce(done.name)
    if (deed === 'delete') {
      select()
      toast(done.ok ? done.name : '', { action: { label: 'Undo', run: () => void undo() } })
    }
  },
})

/** What stands on the route and has a place in it. */
const MOVABLE: readonly Ref['kind'][] = ['objective', 'keyResult', 'initiative']

export const EDIT_COMMANDS: readonly AppCommand[] = [
  {
    id: 'edit.undo',
    label: ({ undoName }) => (undoName === null ? 'Undo' : `Undo: ${undoName}`),
    group: 'edit',
    shortcut: 'Mod+Z',
    fieldsFirst: true,
    enabled: ({ undoName, canEdit }) => canEdit && undoName !== null,
    run: ({ undoName }) => {
      travel('undo', undoName ?? '')
    },
  },
  {
    id: 'edit.redo',
    label: ({ redoName }) => (redoName === null ? 'Redo' : `Redo: ${redoName}`),
    group: 'edit',
    shortcut: 'Mod+Shift+Z',
    fieldsFirst: true,
    enabled: ({ redoName, canEdit }) => canEdit && redoName !== null,
    run: ({ redoName }) => {
      travel('redo', redoName ?? '')
    },
  },
  deedCommand('duplicate', 'Duplicate', 'copy', 'Mod+D'),
  {
    id: 'edit.move',
    label: 'Move to…',
    group: 'edit',
    shortcut: 'M',
    words: 'leg garage dates order drag',
    enabled: ({ canEdit, ui }) =>
      canEdit && ui.selection.length > 0 && ui.selection.every((ref) => MOVABLE.includes(ref.kind)),
    run: ({ ui }) => {
      openDialog({ type: 'move-to', refs: ui.selection })
    },
  },
  deedCommand('drop', 'Drop', 'cancel stop park'),
  deedCommand('restore', 'Take up again', 'restore undrop'),
  deedCommand('delete', 'Delete', 'remove', 'Delete'),
]
