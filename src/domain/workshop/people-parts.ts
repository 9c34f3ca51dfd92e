import type { Day } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Initiative, Task } from '../initiative/initiative.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import { carriersOf } from '../people/capacity.ts'
import type { Id } from '../plan/field.ts'
import { byOrder } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { cardsOf } from './workshop-patch.ts'
import { ACTION_BOARD } from './workshop-template.ts'
import type { Card, Workshop } from './workshop.ts'

/** Something to do that is no initiative: of a retrospective, or a card on a board of actions. */
export type Action = { readonly text: string; readonly dueOn: Day | null }

/** One thing that a person is on, and how. */
export type Part =
  | { readonly role: 'leads'; readonly objective: Objective }
  | { readonly role: 'owns'; readonly keyResult: KeyResult }
  | {
      readonly role: 'drives' | 'helps'
      readonly initiative: Initiative
      /** Part of its effort, 0–1. */
      readonly share: number
    }
  | { readonly role: 'task'; readonly task: Task; readonly initiative: Initiative }
  | { readonly role: 'answers'; readonly concern: JournalEntry }
  | { readonly role: 'acts'; readonly action: Action }

/** The open risks and concerns that a workshop looks at: those of its cycle and those of no thing at all. */
export function openConcerns(plan: Plan, cycleId: Id | null): readonly JournalEntry[] {
  return [...plan.journalEntry.values()]
    .filter(
      (entry) =>
        entry.type === 'concern' &&
        entry.resolvedOn === null &&
        (entry.about === null || entry.about.id === cycleId),
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
}

/**
 * Who still has something to do besides the initiatives: actions of the cycle's own retrospective and of
 * the one before it, and what somebody took from this workshop's board of actions.
 */
function openActions(
  plan: Plan,
  workshop: Pick<Workshop, 'id' | 'cycleId'>,
): readonly (Action & { readonly ownerId: Id | null })[] {
  const cycle = plan.cycle.get(workshop.cycleId ?? '')
  const before = cycle && cycleBefore(plan, cycle.startOn)
  const written = [...plan.retrospective.values()]
    .filter(({ cycleId }) => cycleId === cycle?.id || cycleId === before?.id)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ actions }) => actions.filter(({ done }) => !done))
  const onBoard = cardsOf(plan, workshop.id)
    .filter((card) => card.column === ACTION_BOARD && isShown(card) && card.became === null)
    .sort(byOrder)
    .map(({ text, personId }) => ({ text, dueOn: null, ownerId: personId }))
  return [...written, ...onBoard]
}

const isShown = (card: Card) => !card.parked && !card.hidden

/** The cycle that ended last before a day; undefined for the first. */
export function cycleBefore(plan: Plan, day: Day): Cycle | undefined {
  let last: Cycle | undefined
  for (const cycle of plan.cycle.values())
    if (cycle.endOn < day && (!last || cycle.endOn > last.endOn)) last = cycle
  return last
}

/**
 * Who is on what in the cycle of a workshop: objectives led, key results owned, initiatives driven or
 * helped with, tasks, concerns to answer, actions to do. People who are on nothing are not in the map.
 */
export function partsByPerson(
  plan: Plan,
  workshop: Pick<Workshop, 'id' | 'cycleId'>,
): ReadonlyMap<Id, readonly Part[]> {
  const { cycleId } = workshop
  const found = new Map<Id, Part[]>()
  const add = (id: Id | null, part: Part) => {
    if (id === null) return
    const parts = found.get(id)
    if (parts) parts.push(part)
    else found.set(id, [part])
  }
  if (cycleId !== null) addWork(plan, cycleId, add)
  for (const concern of openConcerns(plan, cycleId))
    add(concern.answerOwnerId, { role: 'answers', concern })
  for (const action of openActions(plan, workshop)) add(action.ownerId, { role: 'acts', action })
  return found
}

/** What drives the cycle: objectives, key results, initiatives with their tasks. */
function addWork(plan: Plan, cycleId: Id, add: (id: Id | null, part: Part) => void): void {
  const objectives = [...plan.objective.values()]
    .filter((each) => each.cycleId === cycleId && each.state !== 'dropped')
    .sort(byOrder)
  const keyResults = [...plan.keyResult.values()]
    .filter(({ state }) => state === 'active')
    .sort(byOrder)
  for (const objective of objectives) {
    add(objective.ownerId, { role: 'leads', objective })
    for (const keyResult of keyResults)
      if (keyResult.objectiveId === objective.id)
        add(keyResult.ownerId, { role: 'owns', keyResult })
  }
  const initiatives = [...plan.initiative.values()]
    .filter((each) => each.cycleId === cycleId && each.state !== 'dropped')
    .sort(byOrder)
  for (const initiative of initiatives) {
    for (const [id, share] of carriersOf(initiative))
      add(id, { role: initiative.ownerId === id ? 'drives' : 'helps', initiative, share })
    for (const task of initiative.tasks) add(task.assigneeId, { role: 'task', task, initiative })
  }
}

/** Those in the room who are on nothing and not marked so on purpose, in the order of the room. */
export function peopleMissing(plan: Plan, workshop: Workshop): readonly Id[] {
  const parts = partsByPerson(plan, workshop)
  return workshop.presentIds.filter(
    (id) => plan.person.has(id) && !parts.has(id) && !workshop.withoutPartIds.includes(id),
  )
}
