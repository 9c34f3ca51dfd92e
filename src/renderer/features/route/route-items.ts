import type { Id, Ref } from '#domain/plan/field.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { laneIndexOf, type RouteModel } from './route-model.ts'

/** A thing that the keyboard can reach, and the middle of where it is drawn. */
type Item = { readonly ref: Ref; readonly x: number; readonly y: number }

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

/** What the keyboard can reach in one lane: the objective, its key results, its initiatives. */
function itemsOf(model: RouteModel, laneIndex: number): readonly Item[] {
  const lane = model.layout.lanes[laneIndex]
  if (!lane) return []
  const top = model.layout.tops[laneIndex] ?? 0
  return [
    { ref: { kind: 'objective', id: lane.objectiveId }, x: Number.NEGATIVE_INFINITY, y: top + 60 },
    ...lane.discs.map((disc): Item => {
      return { ref: { kind: 'keyResult', id: disc.ids.at(-1) ?? '' }, x: disc.x, y: top + disc.y }
    }),
    ...[...lane.bars]
      .sort((a, b) => a.row - b.row || a.x - b.x)
      .map((bar): Item => {
        const y = top + bar.y + ROUTE.bar.height / 2
        return { ref: { kind: 'initiative', id: bar.id }, x: bar.x + bar.width / 2, y }
      }),
  ]
}

/** Where an arrow key leads from a thing; null where it leads nowhere. */
export function neighbourOf(model: RouteModel, id: Id, direction: Direction): Ref | null {
  const parked = model.garage.findIndex((initiative) => initiative.id === id)
  if (parked >= 0) return neighbourInGarage(model, parked, direction)
  const laneIndex = laneIndexOf(model, id)
  const items = itemsOf(model, laneIndex)
  const at = items.findIndex(({ ref }) => ref.id === id)
  switch (direction) {
    case 'left':
      return items[at - 1]?.ref ?? null
    case 'right':
      return items[at + 1]?.ref ?? null
    case 'first':
      return itemsOf(model, 0)[0]?.ref ?? null
    case 'last':
      return itemsOf(model, model.lanes.length - 1)[0]?.ref ?? null
    case 'up':
    case 'down':
      return vertical(model, laneIndex, items[at], direction === 'up' ? -1 : 1)
  }
}

/** The thing that Tab reaches before anything was focused. */
export function firstItem(model: RouteModel): Ref | null {
  const objective = model.lanes[0]?.objective
  if (objective) return { kind: 'objective', id: objective.id }
  const parked = model.garage[0]
  return parked ? { kind: 'initiative', id: parked.id } : null
}

function vertical(
  model: RouteModel,
  laneIndex: number,
  from: Item | undefined,
  step: 1 | -1,
): Ref | null {
  if (!from) return null
  if (from.ref.kind === 'objective') {
    const next = itemsOf(model, laneIndex + step)[0]
    return next?.ref ?? (step > 0 ? firstParked(model) : null)
  }
  const near = [...itemsOf(model, laneIndex), ...itemsOf(model, laneIndex + step)].filter(
    ({ ref, y }) => ref.kind !== 'objective' && (y - from.y) * step > 9,
  )
  const cost = (item: Item) => Math.abs(item.y - from.y) * 2 + Math.abs(item.x - from.x)
  const [best] = near.sort((a, b) => cost(a) - cost(b))
  const next = best ?? itemsOf(model, laneIndex + step)[0]
  return next?.ref ?? (step > 0 ? firstParked(model) : null)
}

function firstParked(model: RouteModel): Ref | null {
  const first = model.garage[0]
  return first ? { kind: 'initiative', id: first.id } : null
}

function neighbourInGarage(model: RouteModel, at: number, direction: Direction): Ref | null {
  const parked = (i: number): Ref | null => {
    const initiative = model.garage[i]
    return initiative ? { kind: 'initiative', id: initiative.id } : null
  }
  switch (direction) {
    case 'left':
      return parked(at - 1)
    case 'right':
      return parked(at + 1)
    case 'first':
      return parked(0)
    case 'last':
      return parked(model.garage.length - 1)
    case 'up':
      return itemsOf(model, model.lanes.length - 1)[0]?.ref ?? null
    case 'down':
      return null
  }
}
