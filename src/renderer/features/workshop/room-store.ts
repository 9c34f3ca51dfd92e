import { create } from 'zustand'
import type { Id } from '#domain/plan/field.ts'
import type { CommandId, CommandInput } from '#domain/plan/commands.ts'
import { clearDraft, loadDraft, saveDraft } from '#store/drafts.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { announce, toast } from '#store/ui-store.ts'
import { EMPTY_HANDS, readInHand, stillInHand, writeInHand } from './room-memory.ts'

/** What is in the hand of whoever places things without dragging. */
export type Held = { readonly kind: 'card' | 'initiative' | 'keyResult'; readonly id: Id }

export type RoomPanel = 'people' | 'notes' | 'agenda' | 'keys'

export type RoomLook = {
  readonly contrast: boolean
  readonly bigPointer: boolean
  readonly sound: boolean
}

/** A card under the pen. */
export type Rewriting = { readonly id: Id; readonly what: 'text' | 'group' }

export type RoomState = {
  /** The workshop on the screen; null shows the list. */
  readonly openId: Id | null
  readonly held: Held | null
  /** What is being dragged now. */
  readonly dragged: Held | null
  /** Counting dots: by whom (an id); `room` when the facilitator counts for all. */
  readonly dotsBy: string | null
  /** The step of a finished workshop that is read; null for its summary. */
  readonly readStepId: Id | null
  /** The objective of a finished workshop whose road is read; null for the one of its end. */
  readonly readObjectiveId: Id | null
  readonly panel: RoomPanel | 'vote' | null
  /** The card whose text or whose group's name is being written. */
  readonly rewriting: Rewriting | null
  /** A vote whose keyboard goes round. */
  readonly passing: Id | null
  /** Whom the keyboard passes over in that vote. */
  readonly skipped: readonly Id[]
  readonly look: RoomLook
}

const PLAIN: RoomLook = { contrast: false, bigPointer: false, sound: false }

/** What the room shows and nothing of the plan. */
export const useRoom = create<RoomState>()(() => ({
  ...EMPTY_HANDS,
  openId: null,
  dragged: null,
  look: PLAIN,
}))

const LOOK_KEY = 'workshop look'
const openKey = (planId: Id) => `${planId} workshop open`
const inHandKey = (workshopId: Id) => `${workshopId} in hand`

// After a kill the same panel, the same turn and the same card are there again.
useRoom.subscribe((state, before) => {
  if (state.openId === null || state.openId !== before.openId) return
  const text = writeInHand(state)
  if (text !== writeInHand(before)) saveDraft(inHandKey(state.openId), text)
})

// An undo may take away what is in the hand, and then its keys must not be waited for.
usePlan.subscribe(({ plan }, before) => {
  const now = useRoom.getState()
  const workshop = plan?.workshop.get(now.openId ?? '')
  if (!plan || !workshop || plan === before.plan) return
  const still = stillInHand(now, plan, workshop)
  if (Object.entries(still).some(([key, value]) => now[key as keyof typeof still] !== value))
    useRoom.setState(still)
})

/** Opens a workshop on the screen, or the list; kept, so that a restart comes back to it. */
export function openRoom(id: Id | null): void {
  useRoom.setState({ ...EMPTY_HANDS, openId: id })
  if (id !== null) void clearDraft(inHandKey(id))
  const planId = usePlan.getState().plan?.meta.id
  if (planId !== undefined) saveDraft(openKey(planId), id ?? '')
}

/** The workshop that was on the screen when the app was last used, else the one that runs. */
export async function restoreRoom(planId: Id): Promise<void> {
  const [kept, look] = await Promise.all([loadDraft(openKey(planId)), loadDraft(LOOK_KEY)])
  const { plan } = usePlan.getState()
  if (!plan || plan.meta.id !== planId) return
  const running = [...plan.workshop.values()].find(({ state }) => state === 'running')
  const found = kept !== null && plan.workshop.has(kept) ? kept : kept === '' ? null : running?.id
  const openId = found ?? null
  // Only a start has forgotten what is in hand; a look at the route has not.
  if (openId !== null && openId === useRoom.getState().openId) return
  const inHand = openId === null ? null : await loadDraft(inHandKey(openId))
  useRoom.setState({ openId, look: lookFrom(look), ...readInHand(inHand, plan, openId ?? '') })
}

/** Takes the pen to a card, or puts it away. */
export function rewrite(rewriting: Rewriting | null): void {
  useRoom.setState({ rewriting })
}

/** Lets the keyboard go round for a vote, from the first who has not voted, or takes it back. */
export function passKeyboard(voteId: Id | null): void {
  useRoom.setState({ passing: voteId, skipped: [] })
}

function lookFrom(text: string | null): RoomLook {
  const words = new Set((text ?? '').split(' '))
  return {
    contrast: words.has('contrast'),
    bigPointer: words.has('bigPointer'),
    sound: words.has('sound'),
  }
}

/** Switches one part of the look and keeps it. */
export function switchLook(part: keyof RoomLook): void {
  const { look } = useRoom.getState()
  const next = { ...look, [part]: !look[part] }
  useRoom.setState({ look: next })
  const kept = (['contrast', 'bigPointer', 'sound'] as const).filter((key) => next[key])
  saveDraft(LOOK_KEY, kept.join(' '))
}

export const showPanel = (panel: RoomPanel | 'vote' | null) => {
  useRoom.setState((room) => ({ panel: room.panel === panel ? null : panel }))
}

/** Takes a thing into the hand, or lays it down again. */
export const pickUp = (held: Held | null, name = '') => {
  useRoom.setState({ held })
  if (held) announce(`${name} picked up. Choose a place by its key, or press Escape.`)
}

/** Runs a command and says why when it was refused. */
export function act<C extends CommandId>(
  id: C,
  input: CommandInput<C>,
  options: { readonly coalesce?: string } = {},
): boolean {
  const result = run(id, input, options)
  // It goes by itself: nobody leaves the keyboard in front of a room to close a message.
  if (!result.ok) toast(result.message)
  return result.ok
}

/** The same for a field: the sentence of a refusal, or null. */
export function change<C extends CommandId>(id: C, input: CommandInput<C>): string | null {
  const result = run(id, input)
  return result.ok ? null : result.message
}
