import { addDays, maxDay, type Day } from '#domain/calendar/day.ts'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { Id, Ref } from '#domain/plan/field.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import {
  daysAfterStretch,
  daysOnLeg,
  lengthDays,
  type DragState,
  type DropTarget,
  type DroppedDays,
} from '#domain/route/plan-drop.ts'
import { xMidDay } from '#domain/route/time-scale.ts'
import { yAt } from '#domain/route/road.ts'
import { announce, toast, useUi } from '#store/ui-store.ts'
import { consequencesFor } from './consequences.ts'
import { letGo, showGarageTakes, takeHold, type HandTools } from './hand.ts'
import { barBox, legPath, rowOf } from './landing.ts'
import { beforeIdAt, SORTED } from './objective-gesture.ts'
import { performDrop } from './perform-drop.ts'
import { laneIndexOf } from './route-model.ts'

/** Something held by the keyboard. `key` answers whether it took the key. */
export type KeyboardHold = {
  readonly key: (event: KeyboardEvent) => boolean
  readonly cancel: () => void
}

/** Days that an arrow key means: a week with Shift. */
function daysOf(event: KeyboardEvent): number {
  const days = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
  return event.shiftKey && !event.altKey ? days * 7 : days
}

/** Picks a thing up with Space or Enter. `onEnd` is told when the hand is empty again. */
export function holdByKeyboard(
  tools: HandTools,
  ref: Ref,
  ids: readonly Id[],
  onEnd: () => void,
): KeyboardHold | null {
  const hold =
    ref.kind === 'initiative'
      ? holdInitiatives(tools, ids)
      : ref.kind === 'keyResult'
        ? holdCheckpoint(tools, ref.id)
        : ref.kind === 'objective'
          ? holdObjective(tools, ref.id)
          : null
  if (!hold) return null
  const kind = ref.kind as 'initiative' | 'keyResult' | 'objective'
  takeHold(tools, { by: 'keyboard', kind, ids })
  hold.show()
  const end = () => {
    letGo(tools)
    onEnd()
  }
  return {
    key: (event) => {
      if (event.key === 'Escape') {
        end()
        announce('Put back where it was.')
        return true
      }
      if (event.key === ' ' || event.key === 'Enter') {
        const drag = hold.drag()
        end()
        if (drag) performDrop(drag)
        else announce('Put back where it was.')
        return true
      }
      if (event.key === 'Tab') {
        end()
        return false
      }
      if (hold.key(event)) hold.show()
      return true
    },
    cancel: end,
  }
}

type Hold = {
  readonly key: (event: KeyboardEvent) => boolean
  readonly show: () => void
  readonly drag: () => DragState | null
}

function holdInitiatives(tools: HandTools, ids: readonly Id[]): Hold | null {
  const { model, plan, painter, frame, screen } = tools
  const legs = model.lanes.flatMap((lane) => lane.input.checkpoints.map(({ id }) => id))
  const first = plan.initiative.get(ids[0] ?? '')
  if (!first) return null
  const drawn = new Map(
    ids.map((id) => {
      const lane = model.layout.lanes[laneIndexOf(model, id)]
      return [id, lane?.bars.find((bar) => bar.id === id)] as const
    }),
  )
  let moves: readonly DroppedDays[] = ids.flatMap((id) => {
    const each = plan.initiative.get(id)
    return each ? [{ id, startOn: each.startOn, dueOn: each.dueOn }] : []
  })
  const home = first.serves.findLast((s) => legs.includes(s.keyResultId))?.keyResultId
  const homeIndex = home === undefined ? legs.length : legs.indexOf(home)
  let at = homeIndex
  const consider = consequencesFor(plan, model.cycle, ids)
  const target = (): DropTarget => {
    if (at === homeIndex) return { type: 'same' }
    const keyResultId = legs[at]
    return keyResultId === undefined ? { type: 'garage' } : { type: 'leg', keyResultId }
  }
  /** First days for what has none: as the map draws them, or up to the day that its leg ends. */
  const withDays = (move: DroppedDays): DroppedDays & { startOn: Day; dueOn: Day } => {
    const { id, startOn, dueOn } = move
    if (startOn !== null && dueOn !== null) return { id, startOn, dueOn }
    const bar = drawn.get(id)
    if (bar) return { id, startOn: bar.startOn, dueOn: bar.dueOn }
    const each = plan.initiative.get(id)
    const length = each ? lengthDays(each) : 1
    if (startOn !== null) return { id, startOn, dueOn: addDays(startOn, length - 1) }
    const leg = legs[at]
    const onLeg = each && leg !== undefined ? daysOnLeg(plan, each, leg) : null
    const due = dueOn ?? onLeg?.dueOn ?? model.cycle.endOn
    return { id, startOn: onLeg?.startOn ?? addDays(due, 1 - length), dueOn: due }
  }
  const drag = (): DragState => {
    const to = target()
    // What is drawn without days stays without: it only goes to another leg.
    const placed =
      to.type === 'leg'
        ? moves.map((move) =>
            move.startOn === null && move.dueOn === null && !drawn.get(move.id)
              ? withDays(move)
              : move,
          )
        : moves
    return { type: 'place', moves: placed, target: to }
  }
  return {
    key: (event) => {
      const days = daysOf(event)
      const bracket = event.key === '[' ? -1 : event.key === ']' ? 1 : 0
      if (bracket !== 0 || (days !== 0 && event.altKey)) {
        const by = bracket === 0 ? days : bracket
        const edge = event.altKey && event.shiftKey ? 'start' : 'end'
        moves = moves
          .map(withDays)
          .map((move) =>
            daysAfterStretch(move, edge, addDays(edge === 'end' ? move.dueOn : move.startOn, by)),
          )
        return true
      }
      if (days !== 0) {
        moves = moves.map(withDays).map(({ id, startOn, dueOn }) => ({
          id,
          startOn: addDays(startOn, days),
          dueOn: addDays(dueOn, days),
        }))
        return true
      }
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false
      at = Math.max(0, Math.min(legs.length, at + (event.key === 'ArrowUp' ? -1 : 1)))
      return true
    },
    show: () => {
      const to = target()
      const leg = to.type === 'leg' ? legPath(model, to.keyResultId) : null
      painter.showLeg(leg?.path ?? null, leg?.top ?? 0)
      showGarageTakes(screen, to.type === 'garage' ? 2 : 1)
      const boxes = (to.type === 'garage' ? [] : moves).flatMap((move, i) => {
        const keyResultId = to.type === 'leg' ? to.keyResultId : null
        const laneIndex = laneIndexOf(model, keyResultId ?? move.id)
        const lane = model.layout.lanes[laneIndex]
        if (!lane) return []
        const { startOn, dueOn } = withDays(move)
        const row = lane.bars.some((bar) => bar.id === move.id)
          ? rowOf(lane, move.id)
          : lane.rows + i
        return barBox(model, laneIndex, row, startOn, dueOn) ?? []
      })
      painter.showLanding(boxes)
      const box = boxes[0]
      if (box) frame.reveal(box)
      const { words, warning } = consider(drag())
      const near = frame.toScreen(box?.x ?? 0, (box?.y ?? 0) + 32)
      painter.say(near.x, near.y, words, warning)
      const where = to.type === 'garage' ? 'Garage' : ''
      announce([words || where || 'Picked up', warning].filter(Boolean).join('. '))
    },
    drag,
  }
}

function holdCheckpoint(tools: HandTools, id: Id): Hold | null {
  const { model, plan, painter, frame } = tools
  const keyResult = plan.keyResult.get(id)
  const laneIndex = laneIndexOf(model, id)
  const lane = model.layout.lanes[laneIndex]
  if (!keyResult || !lane) return null
  let dueOn = keyResult.dueOn
  const consider = consequencesFor(plan, model.cycle, [])
  const drag = (): DragState => ({ type: 'checkpoint', id, dueOn })
  return {
    key: (event) => {
      const days = daysOf(event)
      if (days === 0) return false
      dueOn = maxDay(addDays(dueOn, days), model.cycle.startOn)
      return true
    },
    show: () => {
      const x = xMidDay(model.scale, dueOn)
      const y = (model.layout.tops[laneIndex] ?? 0) + yAt(lane.road, x)
      const box = { x: x - 19, y: y - 19, width: 38, height: 38 }
      painter.showLanding([box])
      frame.reveal(box)
      const { words, warning } = consider(drag())
      const near = frame.toScreen(x, y + 26)
      painter.say(near.x, near.y, words || `Due ${formatDay(dueOn)}`, warning)
      announce([words || `Due ${formatDay(dueOn)}`, warning].filter(Boolean).join('. '))
    },
    drag,
  }
}

function holdObjective(tools: HandTools, id: Id): Hold | null {
  const { model, painter, frame } = tools
  const index = laneIndexOf(model, id)
  if (index < 0) return null
  if (useUi.getState().sort !== 'order') {
    toast(SORTED)
    return null
  }
  let gap = index
  return {
    key: (event) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false
      const step = event.key === 'ArrowUp' ? -1 : 1
      gap = Math.max(0, Math.min(model.lanes.length, gap + step))
      // The gap right behind a lane is where it stands already.
      if (gap === index + 1) gap = Math.max(0, Math.min(model.lanes.length, gap + step))
      return true
    },
    show: () => {
      const before = beforeIdAt(model, index, gap)
      const y = model.layout.tops[gap] ?? 0
      painter.showGap(before === undefined ? null : y)
      frame.reveal({ x: 0, y: Math.max(0, y - 30), width: 10, height: 60 })
      const next = model.lanes[gap]?.objective.title
      announce(
        before === undefined
          ? 'Where it was'
          : next === undefined
            ? 'To the end'
            : `Before ${shortTitle(next)}`,
      )
    },
    drag: () => {
      const beforeId = beforeIdAt(model, index, gap)
      return beforeId === undefined ? null : { type: 'objective', id, beforeId }
    },
  }
}
