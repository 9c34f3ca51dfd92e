import type { KeyboardEvent } from 'react'
import type { Card } from '#domain/workshop/workshop.ts'
import { nowMs } from '#lib/clock.ts'
import { giveDots } from './card-dots.tsx'
import { focusBeside, stayAmong } from './card-focus.ts'
import { nextTurn } from './dot-turn.ts'
import type { Room } from './room-data.ts'
import { dropOn, stepCard } from './room-drop.ts'
import { act, pickUp, useRoom } from './room-store.ts'
import type { Typed } from './typed-count.ts'
import { typedCount } from './typed-count.ts'

/** No more hands than people, and no more than can be shown where nobody is entered. */
const topOf = ({ present, workshop }: Room, by: string) =>
  by === 'room' ? present.length || 99 : workshop.votesPerPerson
let typed: Typed | null = null

type Edits = { readonly editText: () => void; readonly nameGroup: () => void }

/** What a key does with the card that has the focus. Whether it did something. */
function perform(room: Room, card: Card, key: string, { editText, nameGroup }: Edits): boolean {
  const { held, dotsBy } = useRoom.getState()
  const { id } = card
  if (held && held.id !== id) {
    // What is in the hand goes onto the card that has the focus; its other keys name places.
    if (key !== 'Enter' && key !== ' ') return false
    return dropOn(room, held, `card ${id}`)
  }
  switch (key) {
    case 'Enter':
      // While dots are given nothing is written: the keyboard goes on to the next one.
      if (dotsBy !== null && dotsBy !== 'room')
        useRoom.setState({ dotsBy: nextTurn(room.present, dotsBy) })
      else editText()
      return true
    case ' ':
      pickUp(held ? null : { kind: 'card', id }, card.hidden ? 'Hidden card' : card.text)
      return true
    case 'Delete':
      return act('card.delete', { ids: [id] })
    case 'u':
      return act('card.ungroup', { id })
    case 'r':
      nameGroup()
      return true
    case 'p':
      return held ? false : act('card.park', { ids: [id], parked: !card.parked })
  }
  if (held || dotsBy === null) return false
  if (key === '+' || key === '-') {
    giveDots(card, dotsBy, key === '+' ? 1 : -1)
    return true
  }
  if (!/^\d$/.test(key)) return false
  typed = typedCount(typed, { id, value: Number(key), atMs: nowMs() }, topOf(room, dotsBy))
  act('card.setDots', { id, personId: dotsBy === 'room' ? null : dotsBy, count: typed.count })
  return true
}

/** The keys of a card. What they answer to does not reach the keys of the room. */
export function onCardKey(event: KeyboardEvent, room: Room, card: Card, edits: Edits): void {
  if (event.target !== event.currentTarget || !room.canEdit) return
  if (event.ctrlKey || event.metaKey) return
  const { key } = event
  const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0
  const stay = stayAmong(event.currentTarget)
  const isDone = event.altKey
    ? step !== 0 && stepCard(room, card.id, step)
    : step !== 0
      ? focusBeside(event.currentTarget, step)
      : perform(room, card, key, edits)
  if (!isDone) return
  stay()
  event.preventDefault()
  event.stopPropagation()
}
