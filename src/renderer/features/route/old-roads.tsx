import { useMemo } from 'react'
import { oldRoad } from '#domain/detour/old-road.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { listAt, type PlanIndex } from '#domain/plan/plan-index.ts'
import { roadEnds, roadPath, roadThrough, yAt } from '#domain/route/road.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { xMidDay } from '#domain/route/time-scale.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import type { RouteModel } from './route-model.ts'
import styles from './old-roads.module.css'

/** How far under the road of today the old one runs, so that both can be seen. */
const BELOW_PX = 14

/** A plan of another day than today's. */
export type PlanThen = { readonly plan: Plan; readonly index: PlanIndex }

/** On demand: how the roads in view ran before their detours, as thin grey lines with the old due days. */
export function OldRoads({
  model,
  indexes,
  then,
}: {
  readonly model: RouteModel
  readonly indexes: readonly number[]
  /** The plan that is drawn when it is not the one of today. */
  readonly then?: PlanThen | undefined
}) {
  const isShown = useUi((state) => state.showsOldRoad)
  return isShown ? indexes.map((i) => <OldRoad key={i} model={model} at={i} then={then} />) : null
}

function OldRoad({
  model,
  at,
  then,
}: {
  readonly model: RouteModel
  readonly at: number
  readonly then: PlanThen | undefined
}) {
  const planNow = usePlan((state) => state.plan)
  const indexNow = usePlan((state) => state.index)
  const { plan, index } = then ?? { plan: planNow, index: indexNow }
  const view = model.lanes[at]
  const lane = model.layout.lanes[at]
  const drawn = useMemo(() => {
    if (!plan || !index || !view || !lane) return null
    const { objective } = view
    const old = oldRoad(plan, listAt(index.detoursByCycle, objective.cycleId), objective.id)
    if (!old) return null
    const places = old.checkpoints.map(({ dueOn }) => xMidDay(model.scale, dueOn))
    const ys = lane.road.knots.map(({ y }) => y)
    const [startX, endX] = roadEnds(lane.road)
    const road = roadThrough(places, {
      startX,
      endX: Math.max(startX, Math.min(endX, places.at(-1) ?? endX)),
      midY: (Math.min(...ys) + Math.max(...ys)) / 2 + BELOW_PX,
      amplitude: (Math.max(...ys) - Math.min(...ys)) / 3,
    })
    return { old, places, road }
  }, [plan, index, view, lane, model.scale])
  if (!drawn || !lane) return null
  const { old, places, road } = drawn
  return (
    <svg
      className={styles['old']}
      style={{ top: model.layout.tops[at] ?? 0, left: ROUTE.column }}
      width={model.mapWidth}
      height={lane.height}
      data-old-road={view?.objective.id}
      aria-hidden
    >
      <path d={roadPath(road)} />
      {old.checkpoints.map((checkpoint, i) => {
        const x = places[i] ?? 0
        return (
          <circle
            key={checkpoint.keyResultId}
            className={checkpoint.isGone ? styles['gone'] : undefined}
            cx={x}
            cy={yAt(road, x)}
            r={4.5}
          />
        )
      })}
    </svg>
  )
}
