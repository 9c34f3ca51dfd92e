import { formatDay, formatSpanSeenFrom } from '#domain/calendar/day-format.ts'
import type { Day } from '#domain/calendar/day.ts'
import type { Id, Ref } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import type { PaletteItem } from './palette-items.ts'

/** What fits on a line of the palette, and of that the name of another thing. */
const LINE_LENGTH = 160
const NAME_LENGTH = 40

/**
 * Everything in a plan that has a name or words of its own; a task leads to its initiative, a cycle to its
 * route, a theme to its objectives, a check-in to its key result, a card to its workshop. Cards that a room
 * still hides are not found. The days of a cycle are told from `today`: two may have one name.
 */
export function thingItems(plan: Plan, today: Day): readonly PaletteItem[] {
  const nameOf = (id: Id | null) => (id === null ? '' : (plan.person.get(id)?.name ?? ''))
  const items: PaletteItem[] = []
  const add = (ref: Ref, title: string, kind: string, more = '', key = '', text = ''): void => {
    if (title.trim() === '') return
    items.push({
      key: `${ref.kind} ${ref.id}${key}`,
      title,
      more: `${kind} ${more} ${text.slice(LINE_LENGTH)}`,
      detail: more === '' ? kind : `${kind} · ${more}`,
      shortcut: undefined,
      target: { type: 'thing', ref: { kind: ref.kind, id: ref.id } },
    })
  }
  for (const each of plan.objective.values())
    add(each, each.title, 'Objective', nameOf(each.ownerId))
  for (const each of plan.keyResult.values())
    add(each, each.title, 'Key result', nameOf(each.ownerId))
  for (const each of plan.initiative.values()) {
    add(each, each.title, 'Initiative', nameOf(each.ownerId))
    for (const { id, title } of each.tasks)
      add(each, title, 'Task', shortTitle(each.title), ` task ${id}`)
  }
  for (const each of plan.person.values()) add(each, each.name, 'Person', each.role)
  for (const each of plan.cycle.values())
    add(each, each.name, 'Cycle', formatSpanSeenFrom(today, each.startOn, each.endOn))
  for (const each of plan.theme.values()) add(each, each.name, 'Theme')
  for (const each of plan.workshop.values()) add(each, each.name, 'Workshop')
  const addText = (ref: Ref, text: string, kind: string, ...more: readonly string[]): void => {
    // A line shows the beginning of a long text; the whole of it is found.
    add(ref, text.slice(0, LINE_LENGTH), kind, more.filter(Boolean).join(' · '), '', text)
  }
  for (const each of plan.journalEntry.values())
    addText(each, each.text, sentenceCase(each.type), formatDay(each.day), nameOf(each.authorId))
  for (const each of plan.checkIn.values()) {
    const title = plan.keyResult.get(each.keyResultId)?.title ?? ''
    addText(each, each.note, 'Check-in', formatDay(each.day), title.slice(0, NAME_LENGTH))
  }
  for (const each of plan.detour.values())
    addText(each, each.why, 'Detour', formatDay(each.day), each.title.slice(0, NAME_LENGTH))
  for (const each of plan.card.values()) {
    const name = plan.workshop.get(each.workshopId)?.name ?? ''
    if (!each.hidden) addText(each, each.text, 'Card', name.slice(0, NAME_LENGTH))
  }
  return items
}

function sentenceCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
