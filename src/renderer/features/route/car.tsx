import { memo } from 'react'
import type { LaneLayout, PlacedCar } from '#domain/route/lane-layout.ts'
import { yAt } from '#domain/route/road.ts'
import { classNames } from '#ui/class-names.ts'
import styles from './car.module.css'

/** The car at the progress and its ghost at the expected pace: what lies between them is the gap. */
export const Cars = memo(function Cars({ layout }: { readonly layout: LaneLayout }) {
  const { car, ghost, isCollapsed } = layout
  return (
    <>
      {ghost && <Car layout={layout} place={ghost} isSmall={isCollapsed} isGhost />}
      {car && <Car layout={layout} place={car} isSmall={isCollapsed} />}
    </>
  )
})

function Car({
  layout,
  place,
  isSmall,
  isGhost = false,
}: {
  readonly layout: LaneLayout
  readonly place: PlacedCar
  readonly isSmall: boolean
  readonly isGhost?: boolean
}) {
  const slope = (yAt(layout.road, place.x + 6) - yAt(layout.road, place.x - 6)) / 12
  const percent = `${String(Math.round(place.share * 100))} %`
  return (
    <div
      className={classNames(styles['car'], isGhost && styles['ghost'], isSmall && styles['small'])}
      style={{
        left: place.x,
        top: place.y,
        rotate: `${(Math.atan(slope) * (180 / Math.PI)).toFixed(1)}deg`,
      }}
      title={isGhost ? `Expected by today: ${percent}` : `Progress: ${percent} of the way`}
    />
  )
}
