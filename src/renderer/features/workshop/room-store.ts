import { create } from 'zustand'
import type { Id } from '#domain/plan/field.ts'
import type { CommandId, CommandInput } from '#domain/plan/commands.ts'
import { clearDraft, loadDraft, saveDraft } from '#store/drafts.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { announce, toast } from '#store/ui-store.ts'

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
  readonly panel: RoomPanel | 'vote' | null
  /** The card whose text or whose group's name is being written. */
  readonly rewriting: Rewriting | null
  /** A vote whose keyboard goes round. */
  readonly passing: Id | null
  readonly look: RoomLook
}

const PLAIN: RoomLook = { contrast: false, bigPointer: false, sound: false }

/** What the room shows and nothing of the plan. */
export const useRoom = create<RoomState>()(() => ({
  openId: null,
  held: null,
  dragged: null,
  dotsBy: null,
  readStepId: null,
  panel: null,
  rewriting: null,
  passing: null,
  look: PLAIN,
}))

const LOOK_KEY = 'workshop look'
const openKey = (planId: Id) => `${planId} workshop open`
const penKey = (workshopId: Id) => `${workshopId} rewriting`

/** Opens a workshop on the screen, or the list; kept, so that a restart comes back to it. */
export function openRoom(id: Id | null): void {
  useRoom.setState({
    openId: id,
    held: null,
    dotsBy: null,
    readStepId: null,
    panel: null,
    rewriting: null,
    passing: null,
  })
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
  const pen = openId === null ? null : await loadDraft(penKey(openId))
  useRoom.setState({ openId, look: lookFrom(look), rewriting: penFrom(pen) })
}

/** Takes the pen to a card, or puts it away. After a kill the same card is open again, with what was typed. */
export function rewrite(rewriting: Rewriting | null): void {
  useRoom.setState({ rewriting })
  const { openId } = useRoom.getState()
  if (openId === null) return
  if (rewriting) saveDraft(penKey(openId), `${rewriting.what} ${rewriting.id}`)
  else void clearDraft(penKey(openId))
}

function penFrom(text: string | null): Rewriting | null {
  const [what, id] = (text ?? '').split(' ')
  return (what === 'text' || what === 'group') && id !== undefined ? { what, id } : null
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
