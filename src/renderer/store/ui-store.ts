import { create } from 'zustand'
import type { Day } from '#domain/calendar/day.ts'
import type { Id, Ref } from '#domain/plan/field.ts'
import type { ReminderChoice } from '#domain/check-in/reminder.ts'
import { NO_REMINDER } from '#domain/check-in/reminder.ts'
import type { RoundScope } from '#domain/check-in/round.ts'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import type { Status } from '#domain/key-result/key-result.ts'
import type { Thing } from '#domain/plan/thing.ts'
import type { ReportKind } from '#domain/report/options.ts'

export type Screen =
  | 'route'
  | 'people'
  | 'week'
  | 'journal'
  | 'detours'
  | 'review'
  | 'closing'
  | 'across'
  | 'data'
  | 'workshop'
export type Zoom = 'cycle' | 'month' | 'week'
export type ThemeChoice = 'light' | 'dark' | 'system'
export type RouteSort = 'order' | 'status' | 'progress' | 'owner' | 'title'

/** What the route shows; an empty list means "all". */
export type RouteFilter = {
  readonly text: string
  readonly ownerIds: readonly Id[]
  readonly themeIds: readonly Id[]
  readonly statuses: readonly Status[]
}
export const NO_FILTER: RouteFilter = { text: '', ownerIds: [], themeIds: [], statuses: [] }

/** At most one dialog is open; each variant carries what it needs. */
export type Dialog =
  | { readonly type: 'palette' }
  | { readonly type: 'shortcuts' }
  | { readonly type: 'about' }
  | { readonly type: 'settings' }
  | { readonly type: 'plans' }
  | { readonly type: 'new-plan' }
  | {
      readonly type: 'import'
      readonly source: { readonly name: string; readonly bytes: Uint8Array } | null
    }
  | { readonly type: 'cycles' }
  | { readonly type: 'review-walk'; readonly cycleId: Id }
  | { readonly type: 'next-cycle'; readonly fromId: Id }
  | { readonly type: 'move-to'; readonly refs: readonly Ref[] }
  | { readonly type: 'check-in-round' }
  | {
      readonly type: 'journal-entry'
      /** Null asks for it first. */
      readonly entryType: JournalEntry['type'] | null
      readonly about: Ref | null
    }
  | { readonly type: 'restore' }
  /** A file of a plan that is on this computer already, to be merged into it. */
  | {
      readonly type: 'merge'
      readonly name: string
      readonly things: readonly Thing[]
      readonly lineage: readonly string[]
    }
  /** Quitting found something that is not saved: `quitAnyway` or `stayOpen` of `store/quit.ts`. */
  | { readonly type: 'unsaved-quit'; readonly detail: string }

/** A check-in round and the place in it; kept, so that it goes on where somebody left. */
export type Round = {
  readonly cycleId: Id
  readonly scope: RoundScope
  /** The key results of the round as they were due when it began. */
  readonly stops: readonly Id[]
  /** Those that were answered or skipped. */
  readonly done: readonly Id[]
  /** Where one is; null at the end. */
  readonly at: Id | null
  /** The day it began: a round of another day begins anew. */
  readonly startedOn: Day
  /** Time spent in it so far. */
  readonly spentMs: number
}

/** A short message at the foot of the window, perhaps with one thing to do about it. */
export type Toast = {
  readonly id: number
  readonly tone: 'plain' | 'good' | 'bad'
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

export type UiState = {
  readonly screen: Screen
  /** The cycle on screen; null means "the plan's current one". */
  readonly cycleId: Id | null
  readonly selection: readonly Ref[]
  readonly zoom: Zoom
  readonly filter: RouteFilter
  readonly sort: RouteSort
  readonly collapsedAll: boolean
  /** Objectives whose lane differs from `collapsedAll`. */
  readonly collapseExceptions: ReadonlySet<Id>
  /** What was searched for: the list that holds it shows it, whatever else it leaves out. */
  readonly lookedFor: Ref | null
  readonly inspectorOpen: boolean
  /** The key result whose check-in form is open in the inspector. */
  readonly checkInId: Id | null
  readonly garageOpen: boolean
  /** The route also shows how it ran before its detours. */
  readonly showsOldRoad: boolean
  /** What was chosen for each kind of report, as the reports keep it. */
  readonly reports: unknown
  /** The kind of report that another screen asked for; the reports take it when they open. */
  readonly askedReport: ReportKind | null
  /** Who sits here, for "only mine" and as the author of what is said. */
  readonly meId: Id | null
  readonly round: Round | null
  /** Whether and when this computer says that check-ins are due. */
  readonly reminder: ReminderChoice
  readonly theme: ThemeChoice
  readonly dialog: Dialog | null
  readonly toasts: readonly Toast[]
  /** Read out by screen readers. */
  readonly announcement: string
}

export const INITIAL_UI: UiState = {
  screen: 'route',
  cycleId: null,
  selection: [],
  zoom: 'cycle',
  filter: NO_FILTER,
  sort: 'order',
  collapsedAll: false,
  collapseExceptions: new Set(),
  lookedFor: null,
  inspectorOpen: true,
  checkInId: null,
  garageOpen: true,
  showsOldRoad: false,
  reports: null,
  askedReport: null,
  meId: null,
  round: null,
  reminder: NO_REMINDER,
  theme: 'system',
  dialog: null,
  toasts: [],
  announcement: '',
}

/** Everything about the view and nothing about the plan. `data/prefs.ts` keeps the part worth keeping. */
export const useUi = create<UiState>()(() => INITIAL_UI)

const set = useUi.setState
/** More messages than these would lie over what they are about. */
const MOST_TOASTS = 3
let nextToast = 1

export const showScreen = (screen: Screen) => {
  set({ screen })
}
/** Opens the reports on one kind, of the cycle on screen. */
export const showReport = (askedReport: ReportKind) => {
  set({ screen: 'review', askedReport })
}
export const showCycle = (cycleId: Id | null) => {
  set({ cycleId, selection: [] })
}
export const select = (...refs: readonly Ref[]) => {
  set({ selection: refs })
}
/** Adds a thing to the selection, or takes it out when it is in. */
export const toggleSelected = (ref: Ref) => {
  set(({ selection }) => ({
    selection: selection.some((s) => s.id === ref.id && s.kind === ref.kind)
      ? selection.filter((s) => s.id !== ref.id || s.kind !== ref.kind)
      : [...selection, ref],
  }))
}
export const setZoom = (zoom: Zoom) => {
  set({ zoom })
}
export const setFilter = (filter: Partial<RouteFilter>) => {
  set((state) => ({ filter: { ...state.filter, ...filter } }))
}
export const setSort = (sort: RouteSort) => {
  set({ sort })
}
export const isCollapsed = (
  state: Pick<UiState, 'collapsedAll' | 'collapseExceptions'>,
  objectiveId: Id,
): boolean => state.collapsedAll !== state.collapseExceptions.has(objectiveId)
export const toggleLane = (objectiveId: Id) => {
  set(({ collapseExceptions }) => {
    const next = new Set(collapseExceptions)
    if (!next.delete(objectiveId)) next.add(objectiveId)
    return { collapseExceptions: next }
  })
}
export const collapseAll = (collapsedAll: boolean) => {
  set({ collapsedAll, collapseExceptions: new Set() })
}
export const openDialog = (dialog: Dialog) => {
  set({ dialog })
}
/** The dialog in which cycles are added and changed. */
export const openCycles = () => {
  openDialog({ type: 'cycles' })
}
export const closeDialog = () => {
  set({ dialog: null })
}
export const announce = (announcement: string) => {
  set({ announcement })
}
export const toast = (
  text: string,
  options: Partial<Pick<Toast, 'tone' | 'action'>> = {},
): number => {
  const id = nextToast++
  set(({ toasts }) => ({
    // What is said again is said once: messages that stay must not pile up over what they are about.
    toasts: [
      ...toasts.filter((other) => other.text !== text).slice(1 - MOST_TOASTS),
      { id, text, tone: 'plain', action: null, ...options },
    ],
    announcement: text,
  }))
  return id
}
/** Puts the newest of the messages that stay away; false where there is none. */
export const dismissLasting = (): boolean => {
  const last = useUi.getState().toasts.findLast(({ tone }) => tone === 'bad')
  if (last) dismissToast(last.id)
  return last !== undefined
}
export const dismissToast = (id: number) => {
  set(({ toasts }) => ({ toasts: toasts.filter((t) => t.id !== id) }))
}
/** A day that the route should scroll to; the route view listens and scrolls. */
export type RouteJump = { readonly day: Day | null; readonly ref: Ref | null }
export const routeJumps = new EventTarget()
export const jumpRoute = (jump: RouteJump) => {
  routeJumps.dispatchEvent(new CustomEvent<RouteJump>('jump', { detail: jump }))
}
