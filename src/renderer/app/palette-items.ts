import { formatSpan } from '#domain/calendar/day-format.ts'
import type { Ref } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
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

/** Everything with a name in a plan; a task leads to its initiative, a cycle to its route. */
export function thingItems(plan: Plan): readonly PaletteItem[] {
  const ownerOf = (id: string | null) => (id === null ? '' : (plan.person.get(id)?.name ?? ''))
  const item = (
    ref: Ref,
    title: string,
    kind: string,
    owner: string,
    key = `${ref.kind} ${ref.id}`,
  ): PaletteItem => ({
    key,
    title,
    more: `${kind} ${owner}`,
    detail: owner === '' ? kind : `${kind} · ${owner}`,
    shortcut: undefined,
    target: { type: 'thing', ref },
  })
  const items: PaletteItem[] = []
  for (const { kind, id, title, ownerId } of plan.objective.values())
    items.push(item({ kind, id }, title, 'Objective', ownerOf(ownerId)))
  for (const { kind, id, title, ownerId } of plan.keyResult.values())
    items.push(item({ kind, id }, title, 'Key result', ownerOf(ownerId)))
  for (const { kind, id, title, ownerId, tasks } of plan.initiative.values()) {
    items.push(item({ kind, id }, title, 'Initiative', ownerOf(ownerId)))
    for (const task of tasks)
      items.push(item({ kind, id }, task.title, 'Task', shortTitle(title), `task ${id} ${task.id}`))
  }
  for (const { kind, id, name, role } of plan.person.values())
    items.push(item({ kind, id }, name, 'Person', role))
  for (const { kind, id, name, startOn, endOn } of plan.cycle.values())
    items.push(item({ kind, id }, name, 'Cycle', formatSpan(startOn, endOn)))
  return items
}
