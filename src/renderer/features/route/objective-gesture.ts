import type { Id } from '#domain/plan/field.ts'
import { laneGapAt } from '#domain/route/hit-test.ts'
import type { DragGesture, DragPoint } from '#ui/drag/drag-surface.tsx'
import { useUi } from '#store/ui-store.ts'
import { elementsOf, letGo, takeHold, type HandTools, type Held } from './hand.ts'
import { performDrop } from './perform-drop.ts'
import { laneIndexOf, type RouteModel } from './route-model.ts'

/** Why objectives cannot be moved while the map shows them in another order. */
export const SORTED = 'Sorted: choose “Own order” to move objectives'

/** The objective before which the lane at `index` comes to stand in gap `gap`; undefined where nothing changes. */
export function beforeIdAt(model: RouteModel, index: number, gap: number): Id | null | undefined {
  if (index < 0 || gap === index || gap === index + 1) return undefined
  return model.lanes[gap]?.objective.id ?? null
}

/** An objective held by the pointer: a line shows between which lanes it would come to stand. */
export function objectiveGesture(
  tools: HandTools,
  id: Id,
  start: { readonly x: number; readonly y: number },
  by: Held['by'] = 'pointer',
): DragGesture | null {
  const { model, painter, frame, screen } = tools
  const index = laneIndexOf(model, id)
  if (index < 0) return null
  const isSorted = useUi.getState().sort !== 'order'
  const gapAt = (point: DragPoint) => laneGapAt(model.layout, frame.toMap(point.x, point.y).y)
  takeHold(tools, { by, kind: 'objective', ids: [id] })
  painter.lift(elementsOf(screen, [id]))
  return {
    move: (point) => {
      if (by === 'pointer') frame.scrollAtEdge(point.x, point.y)
      painter.moveLifted(point.x - start.x, point.y - start.y)
      if (isSorted) {
        painter.say(point.x + 14, point.y + 26, SORTED, '')
        return
      }
      const gap = gapAt(point)
      const before = beforeIdAt(model, index, gap)
      painter.showGap(before === undefined ? null : (model.layout.tops[gap] ?? 0))
    },
    drop: (point) => {
      const beforeId = isSorted ? undefined : beforeIdAt(model, index, gapAt(point))
      letGo(tools)
      if (beforeId !== undefined) performDrop({ type: 'objective', id, beforeId })
    },
    cancel: () => {
      letGo(tools)
    },
  }
}
