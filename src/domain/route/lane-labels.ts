import type { CheckpointInput } from './lane-input.ts'
import type { LaneLayout, PlacedCar } from './lane-layout.ts'
import { placeLabels, type Box } from './label-placing.ts'
import { yAt, type Road } from './road.ts'
import { ROUTE } from './route-measures.ts'
import type { Mark } from './spreading.ts'
import { estimateTextWidth } from './text-width.ts'
import type { TimeScale } from './time-scale.ts'

/** The labels over a road at height 0, clear of each other, of discs, car and flag. */
export function labelsOver(
  checkpoints: readonly CheckpointInput[],
  marks: readonly Mark[],
  road: Road,
  car: PlacedCar | null,
  scale: TimeScale,
): LaneLayout['labels'] {
  const { label, expanded } = ROUTE
  const wishes = marks.flatMap((mark) =>
    mark.members.flatMap((i) => {
      const checkpoint = checkpoints[i]
      if (!checkpoint) return []
      const width = labelWidth(checkpoint)
      const y = yAt(road, mark.x) - expanded.disc - 8 - label.height
      const least = Math.min(width, labelMinWidth(checkpoint))
      return { id: checkpoint.id, discX: mark.x, anchorX: mark.x, y, width, minWidth: least }
    }),
  )
  const discs = marks.map((mark) => around(mark.x, yAt(road, mark.x), expanded.disc))
  const end = road.knots.at(-1) ?? { x: scale.endX, y: 0 }
  const obstacles = [
    ...discs,
    ...(car ? [around(car.x, car.y, ROUTE.car.width / 2, ROUTE.car.height / 2 + 2)] : []),
    flagBox(end.x - 4, end.y),
  ]
  const placed = placeLabels(wishes, {
    height: label.height,
    rowStep: label.rowStep,
    gap: label.gap,
    minX: 4,
    maxX: Math.max(scale.endX, end.x) + ROUTE.endRoom - ROUTE.endLead - 4,
    obstacles,
  })
  return placed.map((box, i) => ({
    ...box,
    id: wishes[i]?.id ?? '',
    discX: wishes[i]?.discX ?? box.x,
  }))
}

/** The flag with its pole. */
function flagBox(x: number, y: number): Box {
  return { x: x - 2, y: y - 38, width: 28, height: 38 }
}

function around(x: number, y: number, halfWidth: number, halfHeight = halfWidth): Box {
  return { x: x - halfWidth, y: y - halfHeight, width: halfWidth * 2, height: halfHeight * 2 }
}

function labelWidth({ title, measure, textWidth }: CheckpointInput): number {
  const { fontPx, padX, maxWidth, minWidth } = ROUTE.label
  const text = measure === '' ? title : `${title} ${measure}`
  const width = (textWidth ?? estimateTextWidth(text.slice(0, 120), fontPx)) + 2 * padX + 2
  return Math.ceil(Math.max(minWidth, Math.min(maxWidth, width)))
}

/** The measure is kept whole as long as it is short; the title gives way first. */
function labelMinWidth({ measure }: CheckpointInput): number {
  const { fontPx, padX, minWidth } = ROUTE.label
  const width = estimateTextWidth(measure.slice(0, 24), fontPx) + 2 * padX + 30
  return Math.ceil(Math.max(minWidth, Math.min(120, width)))
}
