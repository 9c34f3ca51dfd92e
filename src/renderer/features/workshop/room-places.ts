import type { Room } from './room-data.ts'
import type { Held } from './room-store.ts'

/** A place for what is in the hand: the click and key twin of dragging it there. */
export type Place = {
  readonly key: string
  readonly drop: string
  readonly label: string
  /** Read aloud and shown on hover. */
  readonly title: string
}

const GARAGE: Place = {
  key: 'G',
  drop: 'garage',
  label: 'Garage',
  title: 'An initiative in the Garage',
}
const PARKING: Place = {
  key: 'P',
  drop: 'parking',
  label: 'Parking lot',
  title: 'Park it for later',
}

/** Where what is held can go, with the key of each place. */
export function placesFor(room: Room, held: Held): readonly Place[] {
  const legs = room.keyResults.slice(0, 9).map((keyResult, i): Place => {
    const number = String(i + 1)
    return {
      key: number,
      drop: `leg ${keyResult.id}`,
      label: `Leg ${number}`,
      title: `Place on leg ${number}: ${keyResult.title}`,
    }
  })
  if (held.kind === 'keyResult') return legs.filter(({ drop }) => drop !== `leg ${held.id}`)
  if (held.kind === 'initiative')
    return [
      ...legs,
      GARAGE,
      { key: 'X', drop: 'kerb', label: 'Kerb', title: 'Leave it at the kerb' },
    ]
  if (room.plan.card.get(held.id)?.became) return [PARKING]
  return [
    ...legs,
    GARAGE,
    { key: 'O', drop: 'destinations', label: 'Objective', title: 'Make it an objective' },
    ...(room.objective
      ? [{ key: 'K', drop: 'checkpoints', label: 'Key result', title: 'Make it a key result' }]
      : []),
    { key: 'C', drop: 'concerns', label: 'Concern', title: 'Make it a concern' },
    PARKING,
  ]
}
