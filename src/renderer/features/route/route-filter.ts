import type { Status } from '#domain/key-result/key-result.ts'
import type { Id } from '#domain/plan/field.ts'
import type { RouteFilter, RouteSort } from '#store/ui-store.ts'
import type { LaneView } from './lane-view.ts'

/** True while the filter hides anything. */
export function isFiltering({ text, ownerIds, themeIds, statuses }: RouteFilter): boolean {
  return text.trim() !== '' || ownerIds.length + themeIds.length + statuses.length > 0
}

/** Whether a lane shows: each part of the filter must find something in it. */
export function passesFilter(lane: LaneView, filter: RouteFilter): boolean {
  const { objective } = lane
  const { ownerIds, themeIds, statuses } = filter
  if (themeIds.length > 0 && !themeIds.includes(objective.themeId ?? '')) return false
  if (statuses.length > 0 && !statuses.includes(lane.status)) return false
  if (ownerIds.length > 0 && !ownersOf(lane).some((id) => ownerIds.includes(id))) return false
  const text = fold(filter.text.trim())
  return text === '' || titlesOf(lane).some((title) => fold(title).includes(text))
}

const NONE: ReadonlySet<Id> = new Set()

/**
 * The bars of a lane that the filter does not mean, where it means others of them: a lane stands there for
 * one bar, and that bar should be seen. Where only the lane itself was meant, all its bars are.
 */
export function fadedBars({ bars }: LaneView, filter: RouteFilter): ReadonlySet<Id> {
  const { ownerIds } = filter
  const text = fold(filter.text.trim())
  if (ownerIds.length === 0 && text === '') return NONE
  const faded = new Set<Id>()
  for (const { initiative } of bars.values()) {
    const isOwned = ownerIds.length === 0 || ownerIds.includes(initiative.ownerId ?? '')
    if (!isOwned || !fold(initiative.title).includes(text)) faded.add(initiative.id)
  }
  return faded.size === bars.size ? NONE : faded
}

function ownersOf({ objective, checkpoints, bars }: LaneView): readonly string[] {
  const owners = [objective.ownerId]
  for (const { keyResult } of checkpoints.values()) owners.push(keyResult.ownerId)
  for (const { initiative } of bars.values()) owners.push(initiative.ownerId)
  return owners.filter((id) => id !== null)
}

function titlesOf({ objective, checkpoints, bars }: LaneView): readonly string[] {
  return [
    objective.title,
    ...[...checkpoints.values()].map(({ keyResult }) => keyResult.title),
    ...[...bars.values()].map(({ initiative }) => initiative.title),
  ]
}

/** Case and accents do not matter when looking for a word. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase('en')
}

const URGENCY: Readonly<Record<Status, number>> = {
  behind: 0,
  slipping: 1,
  outdated: 2,
  'not-started': 3,
  'on-pace': 4,
  done: 5,
}

/** Lanes in the order asked for; lanes that tie keep the order of the plan. */
export function sortLanes(lanes: readonly LaneView[], sort: RouteSort): readonly LaneView[] {
  if (sort === 'order') return lanes
  const compare: Record<Exclude<RouteSort, 'order'>, (a: LaneView, b: LaneView) => number> = {
    status: (a, b) => URGENCY[a.status] - URGENCY[b.status],
    progress: (a, b) => (a.progress ?? -1) - (b.progress ?? -1),
    owner: (a, b) => (a.owner?.name ?? '\uffff').localeCompare(b.owner?.name ?? '\uffff', 'en'),
    title: (a, b) => a.objective.title.localeCompare(b.objective.title, 'en'),
  }
  return [...lanes].sort(compare[sort])
}
