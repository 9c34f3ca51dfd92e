import { addDays, maxDay } from '#domain/calendar/day.ts'
import type { Id } from '#domain/plan/field.ts'
import type { DragState } from '#domain/route/plan-drop.ts'
import { yAt } from '#domain/route/road.ts'
import { daysInDistance, xMidDay } from '#domain/route/time-scale.ts'
import type { DragGesture, DragPoint } from '#ui/drag/drag-surface.tsx'
import { consequencesFor } from './consequences.ts'
import { elementsOf, letGo, takeHold, type HandTools, type Held } from './hand.ts'
import { performDrop } from './perform-drop.ts'
import { laneIndexOf } from './route-model.ts'

/** A checkpoint held by the pointer: it slides along its road from day to day. */
export function checkpointGesture(
  tools: HandTools,
  id: Id,
  start: { readonly x: number; readonly y: number },
  by: Held['by'] = 'pointer',
): DragGesture | null {
  const { model, plan, painter, frame, screen } = tools
  const laneIndex = laneIndexOf(model, id)
  const lane = model.layout.lanes[laneIndex]
  const disc = lane?.discs.find((each) => each.ids.includes(id))
  const keyResult = plan.keyResult.get(id)
  if (!lane || !disc || !keyResult) return null
  const grabbed = frame.toMap(start.x, start.y)
  const origin = frame.toScreen(disc.x, disc.y)
  const consider = consequencesFor(plan, model.cycle, [])
  const dragAt = (point: DragPoint): Extract<DragState, { type: 'checkpoint' }> => {
    const { x } = frame.toMap(point.x, point.y)
    const days = daysInDistance(model.scale, x - grabbed.x, point.shiftKey)
    return {
      type: 'checkpoint',
      id,
      dueOn: maxDay(addDays(keyResult.dueOn, days), model.cycle.startOn),
    }
  }
  takeHold(tools, { by, kind: 'keyResult', ids: [id] })
  painter.lift(elementsOf(screen, [disc.ids.at(-1) ?? id]), false)
  let shown = ''
  let words = consider({ type: 'checkpoint', id, dueOn: keyResult.dueOn })
  return {
    move: (point) => {
      if (by === 'pointer') frame.scrollAtEdge(point.x, point.y)
      const drag = dragAt(point)
      const x = xMidDay(model.scale, drag.dueOn) + (disc.x - disc.dueX)
      const at = frame.toScreen(x, yAt(lane.road, x))
      painter.moveLifted(at.x - origin.x, at.y - origin.y)
      if (drag.dueOn !== shown) {
        shown = drag.dueOn
        words = consider(drag)
      }
      const top = model.layout.tops[laneIndex] ?? 0
      const below = frame.toScreen(x, top + yAt(lane.road, x) + 26)
      painter.say(below.x + 14, below.y, words.words, words.warning)
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
