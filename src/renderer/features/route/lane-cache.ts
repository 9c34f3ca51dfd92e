import type { LaneInput } from '#domain/route/lane-input.ts'
import { laneLayout, type LaneLayout } from '#domain/route/lane-layout.ts'
import type { TimeScale } from '#domain/route/time-scale.ts'

type Kept = { readonly scale: TimeScale; readonly layout: LaneLayout }

const open = new WeakMap<LaneInput, Kept>()
const collapsed = new WeakMap<LaneInput, Kept>()

/** The layout of a lane, computed again only when its input, the scale or its collapse changed. */
export function keptLayout(input: LaneInput, scale: TimeScale, isCollapsed: boolean): LaneLayout {
  const kept = isCollapsed ? collapsed : open
  const known = kept.get(input)
  if (known?.scale === scale) return known.layout
  const layout = laneLayout(input, scale, isCollapsed)
  kept.set(input, { scale, layout })
  return layout
}
