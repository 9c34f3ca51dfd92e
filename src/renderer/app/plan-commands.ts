import type { CommandId } from '#domain/plan/commands.ts'
import type { Id, Ref } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { newId } from '#lib/ids.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { jumpRoute, openCycles, openDialog, select, showScreen, useUi } from '#store/ui-store.ts'
import type { AppCommand, CommandState } from './command.ts'
import { dueNow } from './due-now.ts'
import { tell } from './edit-commands.ts'
import { focusSoon } from './focus-soon.ts'

/** The objective that the selection belongs to, so that new things land where the eye is. */
function selectedObjectiveId(plan: Plan, selected: Ref | null): Id | null {
  if (selected?.kind === 'objective') return selected.id
  if (selected?.kind === 'keyResult') return plan.keyResult.get(selected.id)?.objectiveId ?? null
  if (selected?.kind !== 'initiative') return null
  const served = plan.initiative.get(selected.id)?.serves[0]?.keyResultId
  return served === undefined ? null : (plan.keyResult.get(served)?.objectiveId ?? null)
}

function selectedKeyResultId(plan: Plan, selected: Ref | null): Id | null {
  if (selected?.kind === 'keyResult') return selected.id
  if (selected?.kind !== 'initiative') return null
  return plan.initiative.get(selected.id)?.serves[0]?.keyResultId ?? null
}

/** Shows a thing in the inspector and brings it into view. */
export function goTo(ref: Ref): void {
  showScreen(ref.kind === 'person' ? 'people' : 'route')
  useUi.setState({ inspectorOpen: true })
  select(ref)
  jumpRoute({ day: null, ref })
}

type NewThing = ({ readonly title: string } | { readonly name: string }) & {
  readonly cycleId?: Id | null
  readonly objectiveId?: Id | null
  readonly keyResultId?: Id | null
}

function add(command: CommandId, kind: Ref['kind'], input: NewThing): void {
  const id = newId()
  if (!tell(run(command, { ...input, id }))) return
  goTo({ kind, id })
  // The new name is a placeholder: put the caret into it as soon as the inspector shows it.
  const name = 'title' in input ? input.title : input.name
  focusSoon(() =>
    [...document.querySelectorAll<HTMLTextAreaElement>('[data-slot="inspector"] textarea')].find(
      ({ value }) => value === name,
    ),
  )
}

const canAdd = ({ canEdit, cycleId }: CommandState): boolean => canEdit && cycleId !== null

export const PLAN_COMMANDS: readonly AppCommand[] = [
  {
    id: 'plan.objective',
    label: 'New objective',
    group: 'plan',
    shortcut: 'O',
    words: 'add goal destination',
    enabled: canAdd,
    run: ({ cycleId }) => {
      add('objective.add', 'objective', { cycleId, title: 'New objective' })
    },
  },
  {
    id: 'plan.keyResult',
    label: 'New key result',
    group: 'plan',
    shortcut: 'K',
    words: 'add checkpoint kr measure',
    enabled: (state) =>
      canAdd(state) &&
      state.plan !== null &&
      selectedObjectiveId(state.plan, state.selected) !== null,
    run: ({ plan, selected }) => {
      const objectiveId = plan && selectedObjectiveId(plan, selected)
      add('keyResult.add', 'keyResult', { objectiveId, title: 'New key result' })
    },
  },
  {
    id: 'plan.initiative',
    label: 'New initiative',
    group: 'plan',
    shortcut: 'I',
    words: 'add project task work garage',
    enabled: canAdd,
    run: ({ plan, selected, cycleId }) => {
      const keyResultId = plan && selectedKeyResultId(plan, selected)
      add('initiative.add', 'initiative', { cycleId, title: 'New initiative', keyResultId })
    },
  },
  {
    id: 'plan.person',
    label: 'New person',
    group: 'plan',
    shortcut: 'P',
    words: 'add team member owner',
    enabled: ({ canEdit }) => canEdit,
    run: () => {
      add('person.add', 'person', { name: 'New person' })
    },
  },
  {
    id: 'plan.checkIn',
    label: 'Check in on the next key result',
    group: 'plan',
    shortcut: 'C',
    words: 'value confidence update progress due',
    enabled: ({ canEdit, cycleId, selected }) =>
      canEdit && (selected?.kind === 'keyResult' || dueNow(usePlan.getState(), cycleId).length > 0),
    run: ({ cycleId, selected }) => {
      const due = dueNow(usePlan.getState(), cycleId)
      const id = selected?.kind === 'keyResult' ? selected.id : due[0]?.id
      if (id !== undefined) checkInOn(id)
    },
  },
  {
    id: 'plan.round',
    label: 'Check-in round',
    group: 'plan',
    shortcut: 'R',
    words: 'weekly values confidence due all mine',
    enabled: canAdd,
    run: () => {
      openDialog({ type: 'check-in-round' })
    },
  },
  {
    id: 'plan.journal',
    label: 'Note a win, lesson, concern or decision…',
    group: 'plan',
    shortcut: 'J',
    words: 'journal blocker write',
    enabled: ({ canEdit }) => canEdit,
    run: ({ selected }) => {
      openDialog({ type: 'journal-entry', entryType: null, about: selected })
    },
  },
  {
    id: 'plan.why',
    label: 'Say why the route changed',
    group: 'plan',
    shortcut: 'Y',
    words: 'detour explain reason',
    enabled: ({ canEdit }) => canEdit && document.querySelector('[data-detour-why]') !== null,
    run: () => {
      document.querySelector<HTMLElement>('[data-detour-why]')?.focus()
    },
  },
  {
    id: 'plan.cycles',
    label: 'Cycles…',
    group: 'plan',
    words: 'quarter dates add edit state close',
    enabled: ({ plan }) => plan !== null,
    run: openCycles,
  },
]

/** Opens the key result with the caret in its check-in. */
export function checkInOn(keyResultId: Id): void {
  goTo({ kind: 'keyResult', id: keyResultId })
  useUi.setState({ checkInId: keyResultId })
  focusSoon(() =>
    document
      .querySelector('[data-slot="inspector"] form[aria-label="Check in"]')
      ?.querySelector<HTMLElement>('input, select, textarea'),
  )
}
