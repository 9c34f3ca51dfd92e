import type { Ref } from '#domain/plan/field.ts'
import type { CommandId, CommandInput } from '#domain/plan/commands.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { openDialog, select, toast, toggleLane, useUi } from '#store/ui-store.ts'
import type { MenuEntry } from '#ui/menu.tsx'
import { startAdding } from './adding.ts'

/** Runs a command and says a refusal. */
export function attempt<C extends CommandId>(id: C, input: CommandInput<C>): boolean {
  const result = run(id, input)
  if (!result.ok) toast(result.message, { tone: 'bad' })
  return result.ok
}

/** What can be done with what was clicked; several initiatives at once where several are selected. */
export function itemMenu(
  ref: Ref,
  refs: readonly Ref[],
  canEdit: boolean,
  pickUp: (ref: Ref) => void,
): readonly MenuEntry[] {
  const open: MenuEntry = {
    id: 'open',
    label: 'Open in the inspector',
    run: () => {
      select(ref)
      useUi.setState({ inspectorOpen: true })
    },
  }
  if (!canEdit) return [open]
  const moving: readonly MenuEntry[] = [
    {
      id: 'move-to',
      label: 'Move to…',
      shortcut: 'M',
      run: () => {
        openDialog({ type: 'move-to', refs })
      },
    },
    {
      id: 'pick-up',
      label: 'Pick up, then click where to put it',
      shortcut: 'V',
      run: () => {
        pickUp(ref)
      },
    },
  ]
  switch (ref.kind) {
    case 'initiative':
      return [open, ...moving, { type: 'rule', id: 'r1' }, ...initiativeEntries(refs)]
    case 'keyResult':
      return [
        open,
        ...checkInEntry(ref),
        ...moving,
        { type: 'rule', id: 'r1' },
        ...keyResultEntries(ref),
      ]
    case 'objective':
      return [open, ...moving, { type: 'rule', id: 'r1' }, ...objectiveEntries(ref)]
    default:
      return [open]
  }
}

function checkInEntry(ref: Ref): readonly MenuEntry[] {
  return [
    {
      id: 'check-in',
      label: 'Check in',
      run: () => {
        select(ref)
        useUi.setState({ inspectorOpen: true })
      },
    },
  ]
}

function initiativeEntries(refs: readonly Ref[]): readonly MenuEntry[] {
  const { plan } = usePlan.getState()
  const ids = refs.map(({ id }) => id)
  const all = ids.flatMap((id) => plan?.initiative.get(id) ?? [])
  const isDropped = all.length > 0 && all.every(({ state }) => state === 'dropped')
  const many = ids.length > 1 ? ` ${String(ids.length)} initiatives` : ''
  return [
    ...(ids.length === 1
      ? [
          {
            id: 'duplicate',
            label: 'Duplicate',
            run: () => {
              attempt('initiative.duplicate', { id: ids[0] ?? '' })
            },
          },
        ]
      : []),
    isDropped
      ? {
          id: 'restore',
          label: `Take up again${many}`,
          run: () => {
            attempt('initiative.restore', { ids })
          },
        }
      : {
          id: 'drop',
          label: `Drop${many} (kept, greyed)`,
          run: () => {
            attempt('initiative.drop', { ids })
          },
        },
    {
      id: 'delete',
      label: `Delete${many}`,
      shortcut: 'Delete',
      danger: true,
      run: () => {
        if (attempt('initiative.delete', { ids })) select()
      },
    },
  ]
}

function keyResultEntries({ id }: Ref): readonly MenuEntry[] {
  const keyResult = usePlan.getState().plan?.keyResult.get(id)
  const isActive = keyResult?.state === 'active'
  return [
    {
      id: 'add',
      label: 'New initiative on this leg',
      run: () => {
        if (keyResult)
          startAdding({
            type: 'initiative',
            objectiveId: keyResult.objectiveId,
            keyResultId: id,
            startOn: null,
          })
      },
    },
    {
      id: 'duplicate',
      label: 'Duplicate',
      run: () => {
        attempt('keyResult.duplicate', { id })
      },
    },
    {
      id: 'drop',
      label: isActive ? 'Drop (kept, greyed)' : 'Take up again',
      run: () => {
        attempt(isActive ? 'keyResult.drop' : 'keyResult.restore', { id })
      },
    },
    {
      id: 'delete',
      label: 'Delete',
      shortcut: 'Delete',
      danger: true,
      run: () => {
        if (attempt('keyResult.delete', { id })) select()
      },
    },
  ]
}

function objectiveEntries({ id }: Ref): readonly MenuEntry[] {
  const isDropped = usePlan.getState().plan?.objective.get(id)?.state === 'dropped'
  return [
    {
      id: 'collapse',
      label: 'Collapse or expand',
      run: () => {
        toggleLane(id)
      },
    },
    {
      id: 'add',
      label: 'New key result',
      run: () => {
        startAdding({ type: 'keyResult', objectiveId: id, dueOn: null })
      },
    },
    {
      id: 'duplicate',
      label: 'Duplicate',
      run: () => {
        attempt('objective.duplicate', { id })
      },
    },
    {
      id: 'drop',
      label: isDropped ? 'Take up again' : 'Drop (kept, greyed)',
      run: () => {
        attempt(isDropped ? 'objective.restore' : 'objective.drop', { id })
      },
    },
    {
      id: 'delete',
      label: 'Delete with its key results',
      shortcut: 'Delete',
      danger: true,
      run: () => {
        if (attempt('objective.delete', { id })) select()
      },
    },
  ]
}
