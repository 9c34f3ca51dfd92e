import { memo, useMemo } from 'react'
import { crossingLanes, crossingPath, type CrossingLanes } from '#domain/route/crossing.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { useUi } from '#store/ui-store.ts'
import { classNames } from '#ui/class-names.ts'
import styles from './crossing-curves.module.css'
import { curveState } from './curve-state.ts'
import type { RouteModel } from './route-model.ts'

type CrossingCurvesProps = {
  readonly lanes: RouteModel['lanes']
  readonly layout: RouteModel['layout']
  /** The lanes in view; a curve without an end in any of them is not drawn. */
  readonly first: number
  readonly last: number
}

/**
 * The curves from initiatives to key results on other roads, over the lanes and under what stands on them.
 * Most plans have none and mount nothing.
 */
export const CrossingCurves = memo(function CrossingCurves(props: CrossingCurvesProps) {
  const { lanes, first, last } = props
  const all = useMemo(() => crossingLanes(lanes), [lanes])
  const shown = useMemo(
    () => all.filter((each) => [each.fromLane, each.toLane].some((i) => i >= first && i <= last)),
    [all, first, last],
  )
  return shown.length === 0 ? null : <Curves {...props} shown={shown} />
})

function Curves({
  lanes,
  layout,
  shown,
}: CrossingCurvesProps & { readonly shown: readonly CrossingLanes[] }) {
  const selection = useUi((state) => state.selection)
  const paths = useMemo(() => {
    const chosen = new Set(selection.map(({ id }) => id))
    // One path a look, however many curves there are.
    const byLook = new Map<string, string>()
    for (const crossing of shown) {
      const { initiativeId, keyResultId, fromLane } = crossing
      const initiative = lanes[fromLane]?.bars.get(initiativeId)?.initiative
      const path = initiative && crossingPath(layout, crossing)
      if (!path) continue
      const isChosen = chosen.has(initiativeId) || chosen.has(keyResultId)
      const look = `${curveState(initiative)}${isChosen ? ' chosen' : ''}`
      byLook.set(look, (byLook.get(look) ?? '') + path)
    }
    return [...byLook]
  }, [lanes, layout, shown, selection])
  return (
    <svg className={styles['curves']} style={{ left: ROUTE.column }} data-crossings="" aria-hidden>
      {paths.map(([look, path]) => (
        <path
          key={look}
          className={classNames(...look.split(' ').map((word) => styles[word]))}
          d={path}
        />
      ))}
    </svg>
  )
}
