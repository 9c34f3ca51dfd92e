import { focusFirstCard, stayAmong } from './card-focus.ts'
import type { Room } from './room-data.ts'
import { dropOn } from './room-drop.ts'
import { placesFor } from './room-places.ts'
import { act, pickUp, showPanel, useRoom } from './room-store.ts'
import { dismissLasting, showScreen, toast } from '#store/ui-store.ts'

/** What each key does, for the sheet of keys. */
export const ROOM_KEYS: readonly (readonly [string, string])[] = [
  ['N', 'Next step'],
  ['B', 'Step back'],
  ['Space', 'Pause the clock, or pick up the focused card'],
  ['T', 'Two more minutes'],
  ['I', 'Write an idea'],
  ['S', 'Begin the silent round, or reveal the cards'],
  ['V', 'Count dots; in the confidence step: open the vote'],
  ['↑ ↓', 'From card to card; from nowhere: to the first one'],
  ['+  −  0–9', 'Dots or hands for the focused card; 1 then 0 for ten'],
  ['1–9', 'With something picked up: place it on that leg'],
  [
    'G · O · K · C · P',
    'With a card picked up: Garage, objective, key result, concern, parking lot',
  ],
  ['Alt + ↑ ↓', 'Move the focused card up or down'],
  ['Q', 'A vote on a question: hands, fist of five, confidence'],
  ['Enter', 'Rewrite the focused card; while dots are given: the next person'],
  ['P · U · R', 'Park it, take it out of its group, name its group'],
  ['D', 'The ordinary route, the same things'],
  ['W', 'Who is in the room'],
  ['H', 'Private notes'],
  ['Y', 'Say why the route changed, while it is asked'],
  ['E', 'Edit the agenda'],
  ['Escape', 'Lay down, close, stop counting, leave a field'],
  ['?', 'These keys'],
]

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

const isPressable = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, [role="menu"], [data-card]') !== null

/** Puts down what is held at the place of a key. */
function placeAt(room: Room, key: string): boolean {
  const { held } = useRoom.getState()
  if (!held) return false
  const place = placesFor(room, held).find((each) => each.key.toLowerCase() === key)
  return place ? dropOn(room, held, place.drop) : false
}

/** While hands are counted a number goes into their field from anywhere; the key itself types it. */
function countHands(key: string): boolean {
  const field = /^\d$/.test(key) ? document.querySelector<HTMLElement>('[data-hands]') : null
  field?.focus()
  return field !== null
}

/** To the line for ideas, also where a panel, the counting of dots or other cards hide it. */
function writeIdea(): void {
  useRoom.setState({ panel: null, dotsBy: null })
  requestAnimationFrame(() => {
    const entry = () => document.querySelector<HTMLElement>('[data-card-entry]')
    if (!entry()) document.querySelector<HTMLElement>('[data-own-cards]')?.click()
    requestAnimationFrame(() => entry()?.focus())
  })
}

function perform(room: Room, key: string, target: EventTarget | null): boolean {
  const { workshop, present } = room
  const { id } = workshop
  if (placeAt(room, key)) return true
  switch (key) {
    case 'n':
      // Before the start there is no step to leave: the first one begins, with its clock.
      return act(workshop.currentStepId === null ? 'workshop.start' : 'workshop.next', { id })
    case 'b':
      return act('workshop.back', { id })
    case ' ':
      if (isPressable(target)) return false
      return act(workshop.state === 'running' ? 'workshop.pause' : 'workshop.start', { id })
    case 't':
      return act('workshop.addTime', { id, minutes: 2 })
    case 'i':
      writeIdea()
      return true
    case 's':
      return workshop.silent || room.cards.some((card) => card.hidden)
        ? act('card.reveal', { workshopId: id })
        : act('workshop.update', { id, changes: { silent: true } })
    case 'v': {
      const begin = document.querySelector<HTMLElement>('[data-begin-vote]')
      if (begin) begin.click()
      else
        useRoom.setState(({ dotsBy }) => ({
          dotsBy: dotsBy === null ? (present[0]?.id ?? 'room') : null,
        }))
      return true
    }
    default:
      return false
  }
}

function look(key: string): boolean {
  switch (key) {
    case 'w':
      showPanel('people')
      return true
    case 'h':
      showPanel('notes')
      return true
    case 'e':
      showPanel('agenda')
      return true
    case '?':
      showPanel('keys')
      return true
    case 'q':
      showPanel('vote')
      return true
    case 'd':
      showScreen('route')
      return true
    case 'y': {
      const line = document.querySelector<HTMLElement>('[data-detour-why]')
      line?.focus()
      return line !== null
    }
    default:
      return false
  }
}

/**
 * The keys of the workshop. They come before those of the app, and no letter without Ctrl or ⌘ gets through
 * to it while a workshop is open. Returns the way to stop.
 */
export function listenInRoom(roomNow: () => Room): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.metaKey) {
      if (!/^[zy]$/i.test(event.key) || roomNow().workshop.state !== 'finished') return
      event.preventDefault()
      event.stopPropagation()
      toast('This workshop is finished: nothing is taken back here. Its menu reopens it.', {
        tone: 'bad',
      })
      return
    }
    if (document.querySelector('[role="dialog"], [role="menu"]')) return
    if (useRoom.getState().passing !== null || isTyping(event.target)) return
    const room = roomNow()
    const { key } = event
    if (key === 'Escape') {
      const { held, panel } = useRoom.getState()
      // A message that stays lies on top; it goes first.
      if (dismissLasting()) event.stopPropagation()
      else if (held) pickUp(null)
      else if (panel) showPanel(panel)
      else useRoom.setState({ dotsBy: null })
      return
    }
    if (/^Arrow(Up|Down)$/.test(key) && event.target === document.body && focusFirstCard()) {
      event.preventDefault()
      return
    }
    if (key.length > 1 || event.altKey) return
    if (room.canEdit && useRoom.getState().held === null && countHands(key)) return
    const letter = key.toLowerCase()
    const stay = stayAmong(document.activeElement)
    const isDone = look(letter) || (room.canEdit && perform(room, letter, event.target))
    // What was done here is not done once more by the card that has the focus.
    if (isDone) {
      event.stopPropagation()
      stay()
    }
    // A letter that means something outside must not do it behind the workshop.
    if (isDone || letter !== ' ') event.preventDefault()
  }
  window.addEventListener('keydown', onKey, { capture: true })
  return () => {
    window.removeEventListener('keydown', onKey, { capture: true })
  }
}
