import type { Id } from '../plan/field.ts'
import { connectorPath, edgeOfDisc, endOfBar } from './connector.ts'
import type { RouteLayout } from './route-layout.ts'

/** A key result on another objective's road that an initiative serves as well. */
export type Crossing = {
  readonly initiativeId: Id
  /** The objective of the key result. */
  readonly objectiveId: Id
  readonly keyResultId: Id
}

/** A crossing between two lanes of a layout, by their places in it. */
export type CrossingLanes = Crossing & { readonly fromLane: number; readonly toLane: number }

/** The crossings of lanes with the places of both ends; those that lead to a lane that is not shown are left out. */
export function crossingLanes(
  lanes: readonly {
    readonly objective: { readonly id: Id }
    readonly crossings: readonly Crossing[]
  }[],
): readonly CrossingLanes[] {
  if (lanes.every(({ crossings }) => crossings.length === 0)) return NONE
  const places = new Map(lanes.map(({ objective }, i) => [objective.id, i] as const))
  return lanes.flatMap(({ crossings }, fromLane) =>
    crossings.flatMap((crossing) => {
      const toLane = places.get(crossing.objectiveId)
      return toLane === undefined ? [] : { ...crossing, fromLane, toLane }
    }),
  )
}

const NONE: readonly CrossingLanes[] = []

/**
 * Path data, from the top of the first lane, of the curve from a bar to a checkpoint of another road; null
 * where one of them is not drawn, as a bar in a collapsed lane.
 */
export function crossingPath(layout: RouteLayout, crossing: CrossingLanes): string | null {
  const { initiativeId, keyResultId, fromLane, toLane } = crossing
  const [from, to] = [layout.lanes[fromLane], layout.lanes[toLane]]
  const bar = from?.bars.find(({ id }) => id === initiativeId)
  const disc = to?.discs.find(({ ids }) => ids.includes(keyResultId))
  if (!to || !bar || !disc) return null
  const [barTop, discTop] = [layout.tops[fromLane] ?? 0, layout.tops[toLane] ?? 0]
  const edge = edgeOfDisc(disc, to, toLane > fromLane)
  const end = endOfBar(bar, edge.x)
  return connectorPath({ x: end.x, y: barTop + end.y }, { x: edge.x, y: discTop + edge.y })
}
