import type { Id } from '#domain/plan/field.ts'
import { quoted } from '#domain/plan/title-quote.ts'
import { wallOf } from '#domain/workshop/wall.ts'
import { runAll } from '#store/plan-store.ts'
import type { CommandStep } from '#store/plan-store.ts'
import { announce, toast } from '#store/ui-store.ts'
import type { Room } from './room-data.ts'
import type { Held } from './room-store.ts'
import { act, pickUp } from './room-store.ts'

/** A place that takes things, read from its `data-drop`: a word and what belongs to it. */
function placeOf(drop: string): { readonly type: string; readonly of: string } {
  const at = drop.indexOf(' ')
  return at < 0 ? { type: drop, of: '' } : { type: drop.slice(0, at), of: drop.slice(at + 1) }
}

const CARD_WORDS: Readonly<Record<string, string>> = {
  card: 'Group with this card',
  parking: 'Park for later',
  destinations: 'Becomes an objective',
  checkpoints: 'Becomes a key result',
  garage: 'Becomes an initiative in the Garage',
  concerns: 'Becomes a concern',
  initiative: 'Becomes a task of this initiative',
}

/** What is held, in words that may be shown. */
export function nameOf({ plan }: Room, held: Held): string {
  if (held.kind === 'card') {
    const card = plan.card.get(held.id)
    return card?.hidden ? 'Hidden card' : (card?.text ?? '')
  }
  return plan[held.kind].get(held.id)?.title ?? ''
}

const IS_MOVING = new Set(['card', 'before', 'after', 'parking', 'column'])

/** What letting go here would do, in words; null where it does nothing. */
export function wordsFor(room: Room, held: Held, drop: string): string | null {
  const { type, of } = placeOf(drop)
  const legTitle = type === 'leg' ? quoted(room.plan.keyResult.get(of)?.title ?? '') : ''
  if (held.kind === 'card') {
    const card = room.plan.card.get(held.id)
    if (!card) return null
    if (type === 'column') return `Move to ${of === '' ? 'this board' : of}`
    if (type === 'before' || type === 'after') return 'Place here'
    if (!IS_MOVING.has(type) && card.became !== null) return 'It is part of the plan already'
    if (type === 'leg') return `Becomes an initiative for ${legTitle}`
    return CARD_WORDS[type] ?? null
  }
  if (held.kind === 'initiative') {
    if (type === 'leg') return `Serves ${legTitle}`
    if (type === 'garage') return 'Back to the Garage'
    return type === 'kerb' ? 'Left at the kerb' : null
  }
  return type === 'leg' && of !== held.id ? 'Takes this place on the road' : null
}

/** Does what letting go at a place means; the same for hand, key and click. */
export function dropOn(room: Room, held: Held, drop: string): boolean {
  const { type, of } = placeOf(drop)
  const words = wordsFor(room, held, drop)
  const isDone =
    held.kind === 'card'
      ? dropCard(room, held.id, type, of)
      : held.kind === 'initiative'
        ? dropInitiative(room, held.id, type, of)
        : type === 'leg' && moveCheckpoint(room, held.id, of)
  if (isDone) {
    pickUp(null)
    announce(words ?? 'Done')
  }
  return isDone
}

function dropCard(room: Room, id: Id, type: string, of: string): boolean {
  switch (type) {
    case 'card':
      return act('card.group', { ids: [id], onto: of })
    case 'before':
    case 'after':
      return putBeside(room, id, of, type)
    case 'parking':
      return act('card.park', { ids: [id], parked: true })
    case 'column':
      return putOnBoard(room, id, of)
    case 'destinations':
      return act('card.become', { id, becoming: { as: 'objective' } })
    case 'checkpoints':
      return room.objective
        ? act('card.become', { id, becoming: { as: 'keyResult', objectiveId: room.objective.id } })
        : false
    case 'leg':
      return act('card.become', { id, becoming: { as: 'initiative', keyResultId: of } })
    case 'garage':
      return act('card.become', { id, becoming: { as: 'initiative', keyResultId: null } })
    case 'initiative':
      return act('card.become', { id, becoming: { as: 'task', initiativeId: of } })
    case 'concerns':
      return act('card.become', { id, becoming: { as: 'concern' } })
    default:
      return false
  }
}

/** Onto a board of the current step; out of a group and out of the parking lot, where it was in one. */
function putOnBoard(room: Room, id: Id, column: string): boolean {
  const card = room.plan.card.get(id)
  if (!card) return false
  const stepId = room.step?.id ?? null
  const isThere = card.column === column && card.stepId === stepId && !card.parked
  const steps: CommandStep[] = []
  if (!isThere) steps.push({ id: 'card.update', input: { id, changes: { column, stepId } } })
  if (card.parked) steps.push({ id: 'card.park', input: { ids: [id], parked: false } })
  if (card.groupId !== null) steps.push({ id: 'card.ungroup', input: { id } })
  if (steps.length === 0) return act('card.move', { id, beforeId: null })
  const result = runAll(steps, column === '' ? 'Move a card' : `Move a card to ${column}`)
  if (!result.ok) toast(result.message, { tone: 'bad' })
  return result.ok
}

/** Beside another card: on its board, in its group or out of any, and at that place in the order. */
function putBeside(room: Room, id: Id, besideId: Id, side: 'before' | 'after'): boolean {
  const { plan, cards } = room
  const card = plan.card.get(id)
  const beside = plan.card.get(besideId)
  if (!card || !beside || id === besideId) return false
  const { column, stepId, groupId, parked } = beside
  if (groupId === id) return false
  const steps: CommandStep[] = []
  if (card.parked !== parked) steps.push({ id: 'card.park', input: { ids: [id], parked } })
  if (groupId !== null && groupId !== card.groupId)
    steps.push({ id: 'card.group', input: { ids: [id], onto: groupId } })
  else if (groupId === null && card.groupId !== null)
    steps.push({ id: 'card.ungroup', input: { id } })
  if (card.column !== column || card.stepId !== stepId)
    steps.push({ id: 'card.update', input: { id, changes: { column, stepId } } })
  const others = cards.filter((each) => each.id !== id && each.groupId === groupId)
  const at = others.findIndex((each) => each.id === besideId) + (side === 'after' ? 1 : 0)
  steps.push({ id: 'card.move', input: { id, beforeId: others[at]?.id ?? null } })
  const result = runAll(steps, card.hidden ? 'Move a hidden card' : `Move ${quoted(card.text)}`)
  if (!result.ok) toast(result.message, { tone: 'bad' })
  return result.ok
}

/** Moves a card past the one before or after it in its list; the key twin of dragging it there. */
export function stepCard(room: Room, id: Id, by: -1 | 1): boolean {
  const card = room.plan.card.get(id)
  if (!card) return false
  const { column, stepId, groupId, parked } = card
  const wall = wallOf(room.workshop, stepId)
  const list = room.cards.filter(
    (each) =>
      each.groupId === groupId &&
      each.parked === parked &&
      (parked || wall.has(each.stepId)) &&
      (groupId !== null || each.column === column),
  )
  const beside = list[list.findIndex((each) => each.id === id) + by]
  if (!beside || !putBeside(room, id, beside.id, by === 1 ? 'after' : 'before')) return false
  announce(by === 1 ? 'Moved down' : 'Moved up')
  return true
}

function dropInitiative(room: Room, id: Id, type: string, of: string): boolean {
  const initiative = room.plan.initiative.get(id)
  if (!initiative) return false
  const { startOn, dueOn } = initiative
  const moves = [{ id, startOn, dueOn }]
  if (type === 'leg') return act('initiative.move', { moves, to: { keyResultId: of } })
  if (type === 'garage') return act('initiative.move', { moves, to: 'garage' })
  return type === 'kerb' && leaveAtTheKerb(room, id)
}

/** Drops an initiative and writes it on the list of what was cut. */
export function leaveAtTheKerb(room: Room, id: Id): boolean {
  const initiative = room.plan.initiative.get(id)
  const { cycle } = room
  if (!initiative || !cycle) return false
  const reason = 'Left at the kerb'
  const result = runAll(
    [
      { id: 'initiative.drop', input: { ids: [id], reason } },
      {
        id: 'cycle.update',
        input: {
          id: cycle.id,
          changes: {
            leftAtTheKerb: [...cycle.leftAtTheKerb, { title: initiative.title, reason: '' }],
          },
        },
      },
    ],
    `Leave ${quoted(initiative.title)} at the kerb`,
  )
  if (!result.ok) toast(result.message, { tone: 'bad' })
  return result.ok
}

/** Puts a checkpoint at another one's place; the due days stay where they are and change hands. */
export function moveCheckpoint(room: Room, id: Id, toId: Id): boolean {
  const stops = room.keyResults
  const from = stops.findIndex((stop) => stop.id === id)
  const to = stops.findIndex((stop) => stop.id === toId)
  if (from < 0 || to < 0 || from === to) return false
  const order = stops.map((stop) => stop.id)
  order.splice(from, 1)
  order.splice(to, 0, id)
  const days = stops.map((stop) => stop.dueOn)
  const steps = order.flatMap((each, i): CommandStep[] => {
    const dueOn = days[i] ?? ''
    return room.plan.keyResult.get(each)?.dueOn === dueOn
      ? []
      : [{ id: 'keyResult.move', input: { id: each, dueOn } }]
  })
  if (steps.length === 0) {
    toast('Both are due on the same day. Give them different days first.')
    return false
  }
  const title = room.plan.keyResult.get(id)?.title ?? ''
  const result = runAll(steps, `Move ${quoted(title)} along the road`)
  if (!result.ok) toast(result.message, { tone: 'bad' })
  return result.ok
}
