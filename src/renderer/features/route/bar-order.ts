import type { Id } from '#domain/plan/field.ts'
import type { LaneLayout, PlacedBar } from '#domain/route/lane-layout.ts'

/**
 * Before which bar a bar would come to stand when it is put into another row on its own days: only bars
 * that start on the same day can change places. Undefined where there is none in that row.
 */
export function routeBeforeId(
  lane: LaneLayout,
  moved: PlacedBar,
  row: number,
): Id | null | undefined {
  const tied = lane.bars
    .filter((bar) => bar.startOn === moved.startOn)
    .sort((a, b) => a.row - b.row)
  const at = tied.findIndex((bar) => bar.row === row && bar.id !== moved.id)
  const other = tied[at]
  if (!other) return undefined
  return row < moved.row ? other.id : behind(lane, other)
}

/** The same by keyboard: one place up or down among the bars that start on the same day. */
export function tiedNeighbour(lane: LaneLayout, id: Id, isUp: boolean): Id | null | undefined {
  const moved = lane.bars.find((bar) => bar.id === id)
  if (!moved) return undefined
  const tied = lane.bars
    .filter((bar) => bar.startOn === moved.startOn)
    .sort((a, b) => a.row - b.row)
  const other = tied[tied.indexOf(moved) + (isUp ? -1 : 1)]
  if (!other) return undefined
  return isUp ? other.id : behind(lane, other)
}

/** What follows a bar in the plan's own order: to stand before that is to stand behind the bar. */
function behind(lane: LaneLayout, other: PlacedBar): Id | null {
  return lane.bars[lane.bars.indexOf(other) + 1]?.id ?? null
}
