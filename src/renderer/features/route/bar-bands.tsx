import { memo, useMemo } from 'react'
import type { Id } from '#domain/plan/field.ts'
import type { LaneLayout, PlacedBar } from '#domain/route/lane-layout.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { Bar } from './bar.tsx'
import type { LaneView } from './lane-view.ts'
import styles from './bar-bands.module.css'

/** The bars of a few rows. They come and go together, as one element, when the map scrolls. */
type Band = {
  readonly number: number
  readonly top: number
  readonly bottom: number
  readonly places: readonly PlacedBar[]
}

const ROWS = 4

function bandsOf(places: readonly PlacedBar[]): readonly Band[] {
  const bands = new Map<number, PlacedBar[]>()
  for (const place of places) {
    const number = Math.floor(place.row / ROWS)
    const band = bands.get(number)
    if (band) band.push(place)
    else bands.set(number, [place])
  }
  return [...bands].map(([number, inBand]) => {
    const ys = inBand.map(({ y }) => y)
    const bottom = Math.max(...ys) + ROUTE.bar.height
    return { number, top: Math.min(...ys), bottom, places: inBand }
  })
}

type Shown = {
  readonly view: LaneView
  readonly chosen: ReadonlySet<Id>
  readonly faded: ReadonlySet<Id>
  readonly activeId: Id | null
  readonly fromX: number
  readonly toX: number
}

type BarBandsProps = Shown & {
  readonly layout: LaneLayout
  readonly fromY: number
  readonly toY: number
}

/** The bars of a lane that are in view, and the one that Tab reaches. */
export function BarBands({ layout, fromY, toY, activeId, ...shown }: BarBandsProps) {
  const bands = useMemo(() => bandsOf(layout.bars), [layout.bars])
  return bands.map((band) => {
    const isNear = band.bottom >= fromY && band.top <= toY
    const holdsActive = activeId !== null && band.places.some(({ id }) => id === activeId)
    if (!isNear && !holdsActive) return null
    return (
      <BarBand
        key={band.number}
        {...shown}
        band={band}
        isNear={isNear}
        activeId={holdsActive ? activeId : null}
      />
    )
  })
}

const BarBand = memo(function BarBand({
  band,
  view,
  isNear,
  activeId,
  chosen,
  faded,
  fromX,
  toX,
}: Shown & { readonly band: Band; readonly isNear: boolean }) {
  return (
    <div className={styles['band']} style={{ top: band.top }}>
      {band.places.map((place) => {
        const bar = view.bars.get(place.id)
        const isActive = place.id === activeId
        const left = Math.min(place.x, place.titleX)
        const right = Math.max(place.x + place.width, place.titleX + place.titleRoom)
        const isInView = isNear && right >= fromX && left <= toX
        if (!bar || (!isInView && !isActive)) return null
        return (
          <Bar
            key={place.id}
            view={bar}
            place={place}
            top={place.y - band.top}
            isSelected={chosen.has(place.id)}
            isActive={isActive}
            isFaded={faded.has(place.id)}
          />
        )
      })}
    </div>
  )
})
