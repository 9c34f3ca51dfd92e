import type { Id } from '#domain/plan/field.ts'
import { addDays } from '#domain/calendar/day.ts'
import { daysAfterStretch, type DragState } from '#domain/route/plan-drop.ts'
import { daysInDistance } from '#domain/route/time-scale.ts'
import type { DragGesture, DragPoint } from '#ui/drag/drag-surface.tsx'
import { consequencesFor } from './consequences.ts'
import { letGo, takeHold, type HandTools } from './hand.ts'
import { barBox } from './landing.ts'
import { performDrop } from './perform-drop.ts'
import { laneIndexOf } from './route-model.ts'

/** One end of a bar held by the pointer. The bar itself is left alone; the outline shows its new days. */
export function stretchGesture(
  tools: HandTools,
  id: Id,
  edge: 'start' | 'end',
  start: { readonly x: number; readonly y: number },
): DragGesture | null {
  const { model, plan, painter, frame } = tools
  const laneIndex = laneIndexOf(model, id)
  const bar = model.layout.lanes[laneIndex]?.bars.find((each) => each.id === id)
  const initiative = plan.initiative.get(id)
  if (!bar || !initiative) return null
  const grabbed = frame.toMap(start.x, start.y)
  const from = edge === 'start' ? bar.startOn : bar.dueOn
  const drawn = { id, startOn: bar.startOn, dueOn: bar.dueOn }
  const consider = consequencesFor(plan, model.cycle, [id])
  const dragAt = (point: DragPoint): Extract<DragState, { type: 'place' }> => {
    const { x } = frame.toMap(point.x, point.y)
    const day = addDays(from, daysInDistance(model.scale, x - grabbed.x, point.shiftKey))
    return { type: 'place', moves: [daysAfterStretch(drawn, edge, day)], target: { type: 'same' } }
  }
  takeHold(tools, { by: 'pointer', kind: 'end', ids: [id] })
  let shown = ''
  let words = consider(dragAt({ ...start, shiftKey: false }))
  return {
    move: (point) => {
      frame.scrollAtEdge(point.x, point.y)
      const drag = dragAt(point)
      const after = drag.moves[0]
      const key = `${after?.startOn ?? ''} ${after?.dueOn ?? ''}`
      if (after?.startOn && after.dueOn && key !== shown) {
        shown = key
        words = consider(drag)
        const box = barBox(model, laneIndex, bar.row, after.startOn, after.dueOn)
        painter.showLanding(box ? [box] : [])
      }
      painter.say(point.x + 14, point.y + 26, words.words, words.warning)
    },
    drop: (point) => {
      const drag = dragAt(point)
      letGo(tools)
      performDrop(drag)
    },
    cancel: () => {
      letGo(tools)
    },
  }
}
