import type { CommandResult, Refusal } from '../plan/command.ts'
import { refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Thing } from '../plan/thing.ts'
import type { Card, Vote, Workshop } from './workshop.ts'

export const WORKSHOP_GONE = 'This workshop is not in the plan any more.'
export const CARD_GONE = 'This card is not in the plan any more.'
const FINISHED = 'This workshop is finished. Reopen it to change it.'

/** The workshop when it may be changed, else why not. */
export function openWorkshop(plan: Plan, id: Id): Workshop | Refusal {
  const workshop = plan.workshop.get(id)
  if (!workshop) return refuse('id', WORKSHOP_GONE)
  return workshop.state === 'finished' ? refuse('', FINISHED) : workshop
}

/** Cards of workshops that may be changed, all of them or why not. */
export function openCards(plan: Plan, ids: readonly Id[]): Card[] | Refusal {
  const cards: Card[] = []
  for (const id of new Set(ids)) {
    const card = plan.card.get(id)
    if (!card) return refuse('id', CARD_GONE)
    const workshop = openWorkshop(plan, card.workshopId)
    if (isRefusal(workshop)) return workshop
    cards.push(card)
  }
  return cards
}

export function isRefusal(value: object): value is Refusal {
  return 'ok' in value && value.ok === false
}

/** An accepted change that only writes rows. */
export function put(name: string, ...puts: readonly Thing[]): CommandResult {
  return { ok: true, patch: { puts, deletes: [] }, name }
}

/** All cards of a workshop in no particular order. */
export function cardsOf(plan: Plan, workshopId: Id): Card[] {
  const cards: Card[] = []
  for (const card of plan.card.values()) if (card.workshopId === workshopId) cards.push(card)
  return cards
}

/** All votes of a workshop, in the order in which they were opened. */
export function votesOf(plan: Plan, workshopId: Id): Vote[] {
  const votes: Vote[] = []
  for (const vote of plan.vote.values()) if (vote.workshopId === workshopId) votes.push(vote)
  return votes.sort((a, b) =>
    a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : a.round - b.round,
  )
}
