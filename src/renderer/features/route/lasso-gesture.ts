import { insideLasso } from '#domain/route/hit-test.ts'
import { visibleLanes } from '#domain/route/route-layout.ts'
import { select, useUi } from '#store/ui-store.ts'
import type { DragGesture, DragPoint } from '#ui/drag/drag-surface.tsx'
import { letGo, type HandTools } from './hand.ts'
import type { MapBox } from './hand-layer.tsx'

/** A lasso on the map: what it touches is selected, with Shift in addition. */
export function lassoGesture(
  tools: HandTools,
  start: { readonly x: number; readonly y: number },
  adds: boolean,
): DragGesture {
  const { model, painter, frame } = tools
  const from = frame.toMap(start.x, start.y)
  const boxAt = (point: DragPoint): MapBox => {
    const to = frame.toMap(point.x, point.y)
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    }
  }
  painter.cover('crosshair')
  return {
    move: (point) => {
      frame.scrollAtEdge(point.x, point.y)
      painter.showLasso(boxAt(point))
    },
    drop: (point) => {
      const box = boxAt(point)
      letGo(tools)
      const { first, last } = visibleLanes(model.layout, box.y, box.y + box.height + 0.01)
      const ids: string[] = []
      for (let i = first; i <= last; i++) {
        const lane = model.layout.lanes[i]
        const top = model.layout.tops[i] ?? 0
        if (lane) ids.push(...insideLasso(lane, { ...box, y: box.y - top }))
      }
      const before = adds ? useUi.getState().selection : []
      const fresh = ids.filter((id) => !before.some((ref) => ref.id === id))
      select(...before, ...fresh.map((id) => ({ kind: 'initiative' as const, id })))
    },
    cancel: () => {
      letGo(tools)
    },
  }
}
