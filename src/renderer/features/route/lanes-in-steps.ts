import { useEffect, useState } from 'react'
import type { Objective } from '#domain/objective/objective.ts'
import { listAt, type PlanIndex } from '#domain/plan/plan-index.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { isCollapsed, useUi } from '#store/ui-store.ts'

/** A row holds at least one bar; most hold several. */
const BARS_IN_A_ROW = 4
/** Worked out between two frames, while nobody waits for them. */
const LANES_A_STEP = 25
const AT_LATEST_MS = 250

/**
 * How many lanes of a cycle are worked out: at once those that fill a screen, the others step by step after
 * they are painted, so that a plan of hundreds of lanes is there as soon as a small one. Infinity at the end,
 * so that an objective that comes later has its lane at once.
 */
export function useLanesInSteps(objectives: readonly Objective[], index: PlanIndex): number {
  const [count, setCount] = useState(() => upTo(lanesOfFirstPaint(objectives, index), objectives))
  useEffect(() => {
    if (count === Infinity) return
    // When the frame is on screen and nothing else is to do; soon in any case, for the scroll bar tells of them.
    const step = requestIdleCallback(
      () => {
        setCount(upTo(count + LANES_A_STEP, objectives))
      },
      { timeout: AT_LATEST_MS },
    )
    return () => {
      cancelIdleCallback(step)
    }
  }, [count, objectives])
  return count
}

function upTo(count: number, objectives: readonly Objective[]): number {
  return count >= objectives.length ? Infinity : count
}

/** Lanes whose rows fill the window, whatever their real heights turn out to be. */
function lanesOfFirstPaint(objectives: readonly Objective[], index: PlanIndex): number {
  const ui = useUi.getState()
  let height = 0
  let count = 0
  for (const { id } of objectives) {
    if (height > innerHeight) break
    const bars = isCollapsed(ui, id) ? 0 : listAt(index.initiativesByObjective, id).length
    height += ROUTE.collapsed.height + Math.floor(bars / BARS_IN_A_ROW) * ROUTE.bar.pitch
    count += 1
  }
  return count
}
