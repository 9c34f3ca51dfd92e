import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '#main/files/atomic-file.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { readWhole } from '#main/files/disk.ts'

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
})
const placeSchema = z.object({
  bounds: rectangleSchema.partial({ x: true, y: true }),
  isMaximised: z.boolean(),
})

export type Rectangle = z.infer<typeof rectangleSchema>
/** Where the window stands. Without x and y the system chooses. */
export type WindowPlace = z.infer<typeof placeSchema>

export const FIRST_PLACE: WindowPlace = {
  bounds: { width: 1440, height: 900 },
  isMaximised: false,
}
const MIN = { width: 1024, height: 640 } as const
/** So much of the title bar must lie on a display that a hand can take it. */
const GRIP = { width: 120, height: 40 } as const

const fileIn = (root: string) => join(root, 'window.json')

/** The place of last time; anything unreadable is as good as none. */
export async function readPlace(
  root: string,
  ports: Pick<FilePorts, 'disk'>,
): Promise<WindowPlace> {
  try {
    const text = (await readWhole(ports.disk, fileIn(root))).toString('utf8')
    return placeSchema.parse(JSON.parse(text))
  } catch {
    return FIRST_PLACE
  }
}

export async function writePlace(
  root: string,
  place: WindowPlace,
  ports: FilePorts,
): Promise<void> {
  await ports.disk.mkdir(root, { recursive: true })
  await writeAtomically(fileIn(root), Buffer.from(JSON.stringify(place)), ports)
}

const NOTES = { width: 900, height: 760 } as const

/**
 * Where the notes open: in the middle of a display that the main window is not on, so that the projector
 * stays clean; with one display alone the system chooses.
 */
export function notesBounds(
  main: Rectangle,
  workAreas: readonly Rectangle[],
): WindowPlace['bounds'] {
  const isOn = (area: Rectangle) =>
    main.x + main.width / 2 >= area.x &&
    main.x + main.width / 2 < area.x + area.width &&
    main.y + main.height / 2 >= area.y &&
    main.y + main.height / 2 < area.y + area.height
  const other = workAreas.length > 1 ? workAreas.find((area) => !isOn(area)) : undefined
  if (!other) return NOTES
  const width = Math.min(NOTES.width, other.width)
  const height = Math.min(NOTES.height, other.height)
  return {
    x: Math.round(other.x + (other.width - width) / 2),
    y: Math.round(other.y + (other.height - height) / 2),
    width,
    height,
  }
}

/** The place on the displays that are there now: no larger than its display, its title bar in reach. */
export function clampPlace(place: WindowPlace, workAreas: readonly Rectangle[]): WindowPlace {
  const { x, y } = place.bounds
  const home =
    x === undefined || y === undefined
      ? undefined
      : workAreas.find((area) => isInReach(x, y, place.bounds.width, area))
  const area = home ?? workAreas[0]
  const width = Math.max(MIN.width, Math.min(place.bounds.width, area?.width ?? MIN.width))
  const height = Math.max(MIN.height, Math.min(place.bounds.height, area?.height ?? MIN.height))
  if (!home || x === undefined || y === undefined) return { ...place, bounds: { width, height } }
  return { ...place, bounds: { x, y, width, height } }
}

function isInReach(x: number, y: number, width: number, area: Rectangle): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return seen >= GRIP.width && y >= area.y && y + GRIP.height <= area.y + area.height
}
