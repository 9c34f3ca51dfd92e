import { addDays, daysBetween, type Day } from '#domain/calendar/day.ts'
import type { Id } from '#domain/plan/field.ts'
import { placeAt, type MapPlace } from '#domain/route/hit-test.ts'
import {
  daysAfterMove,
  lengthDays,
  startOf,
  type DragState,
  type DropTarget,
} from '#domain/route/plan-drop.ts'
import { dayAtX, daysInDistance } from '#domain/route/time-scale.ts'
import { routeBeforeId } from './bar-order.ts'
import { consequencesFor, type Consequences } from './consequences.ts'
import { elementsOf, letGo, showGarageTakes, takeHold, type HandTools, type Held } from './hand.ts'
import { barBox, legPath, rowOf } from './landing.ts'
import { performDrop } from './perform-drop.ts'
import { laneIndexOf } from './route-model.ts'
import type { DragGesture, DragPoint } from '#ui/drag/drag-surface.tsx'

type Aim = {
  readonly drag: DragState
  readonly place: MapPlace | null
  readonly target: DropTarget
  /** Set where the place cannot take it. */
  readonly problem: string
}

/**
 * Initiatives held by the pointer. In the room under its own road a bar moves in time; on a road it is given
 * to the leg there and keeps its days; under another objective's road it gets both; below, the Garage.
 */
export function moveGesture(
  tools: HandTools,
  ids: readonly Id[],
  start: { readonly x: number; readonly y: number },
  by: Held['by'] = 'pointer',
): DragGesture {
  const { model, plan, painter, frame, screen } = tools
  const first = ids[0] ?? ''
  const homeIndex = laneIndexOf(model, first)
  const homeLane = model.layout.lanes[homeIndex]
  const drawn = homeLane?.bars.find((bar) => bar.id === first)
  const initiative = plan.initiative.get(first)
  const startOn = drawn?.startOn ?? (initiative ? startOf(initiative) : null)
  const grabbed = frame.toMap(start.x, start.y)
  const consider = consequencesFor(plan, model.cycle, ids)
  const others = ids.slice(1)
  let shown = ''

  const aimAt = (point: DragPoint): Aim => {
    const at = frame.toMap(point.x, point.y)
    const keep = (target: DropTarget, place: MapPlace | null, problem = ''): Aim => ({
      drag: { type: 'move', ids, target, startOn: null },
      place,
      target,
      problem,
    })
    if (frame.isOverGarage(point.y)) return keep({ type: 'garage' }, null)
    const place = placeAt(model.layout, model.scale, at.x, at.y)
    const shifted = shiftedStart(startOn, at.x - grabbed.x, point.shiftKey, at.x)
    if (!place) return keep({ type: 'same' }, null)
    const isHome = place.laneIndex === homeIndex && homeIndex >= 0
    if (isHome && place.zone === 'bars') {
      const moved = { type: 'move', ids, target: { type: 'same' }, startOn: shifted } as const
      const reorder = reorderAt(place, shifted)
      return { drag: reorder ?? moved, place, target: moved.target, problem: '' }
    }
    if (place.keyResultId === null)
      return keep({ type: 'same' }, place, 'This objective needs a key result first')
    const target: DropTarget = { type: 'leg', keyResultId: place.keyResultId }
    const keepsDays = place.zone === 'road' && startOn !== null
    return {
      drag: { type: 'move', ids, target, startOn: keepsDays ? null : shifted },
      place,
      target,
      problem: '',
    }
  }

  /** Days from the distance; where there are none yet, the day under the pointer. */
  const shiftedStart = (from: Day | null, dx: number, inWeeks: boolean, x: number): Day =>
    from === null ? dayAtX(model.scale, x) : addDays(from, daysInDistance(model.scale, dx, inWeeks))

  /** On its own days but in another row: the order where days tie. */
  const reorderAt = (place: MapPlace, shifted: Day): DragState | null => {
    if (ids.length > 1 || !drawn || !homeLane || shifted !== startOn || place.row === drawn.row)
      return null
    const beforeId = routeBeforeId(homeLane, drawn, place.row)
    return beforeId === undefined ? null : { type: 'reorder', id: first, beforeId }
  }

  const draw = (aim: Aim, words: Consequences) => {
    const { place, target, drag } = aim
    showGarageTakes(screen, target.type === 'garage' ? 2 : 1)
    const leg = target.type === 'leg' ? legPath(model, target.keyResultId) : null
    painter.showLeg(leg?.path ?? null, leg?.top ?? 0)
    const newStart = drag.type === 'move' ? drag.startOn : null
    const days = daysAfterMove(plan, ids, newStart, target)
    const outlines = target.type === 'garage' ? [] : days
    painter.showLanding(
      outlines.flatMap(({ id, startOn: from, dueOn: to }, i) => {
        const laneIndex =
          place && (i === 0 || target.type === 'leg') ? place.laneIndex : laneIndexOf(model, id)
        const lane = model.layout.lanes[laneIndex]
        const isOwn = laneIndexOf(model, id) === laneIndex
        const row =
          i === 0 && place?.zone === 'bars'
            ? place.row
            : isOwn
              ? rowOf(lane, id)
              : (lane?.rows ?? 0) + i
        const shownFrom = from ?? drawn?.startOn ?? null
        if (shownFrom === null || aim.problem !== '') return []
        const length = initiativeLength(id)
        return barBox(model, laneIndex, row, shownFrom, to ?? addDays(shownFrom, length - 1)) ?? []
      }),
    )
    return words
  }

  const initiativeLength = (id: Id): number => {
    const each = plan.initiative.get(id)
    if (id === first && drawn) return daysBetween(drawn.startOn, drawn.dueOn) + 1
    return each ? lengthDays(each) : 1
  }

  takeHold(tools, { by, kind: 'initiative', ids })
  if (by === 'pointer') painter.lift(elementsOf(screen, [first, ...others]))
  let current: Consequences = { words: '', warning: '' }
  return {
    move: (point) => {
      if (by === 'pointer') frame.scrollAtEdge(point.x, point.y)
      painter.moveLifted(point.x - start.x, point.y - start.y)
      const aim = aimAt(point)
      const key = JSON.stringify([aim.drag, aim.place?.laneIndex, aim.place?.row, aim.problem])
      if (key !== shown) {
        shown = key
        const considered = consider(aim.drag)
        current = draw(aim, aim.problem === '' ? considered : { words: aim.problem, warning: '' })
      }
      painter.say(point.x + 14, point.y + 26, current.words, current.warning)
    },
    drop: (point) => {
      const aim = aimAt(point)
      letGo(tools)
      if (aim.problem === '') performDrop(aim.drag)
    },
    cancel: () => {
      letGo(tools)
    },
  }
}
