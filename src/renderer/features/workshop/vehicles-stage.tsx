import { listAt } from '#domain/plan/plan-index.ts'
import { classNames } from '#ui/class-names.ts'
import { JourneyView } from './journey-view.tsx'
import { ObjectiveHead } from './objective-head.tsx'
import type { Room } from './room-data.ts'
import { pickUp, useRoom } from './room-store.ts'
import garageLook from './garage.module.css'
import styles from './stages.module.css'

/** The road, the Garage below it, and what is in the hand. */
export function VehiclesStage({ room }: { readonly room: Room }) {
  const { index, cycle, canEdit } = room
  const held = useRoom((state) => state.held)
  const garage = cycle
    ? listAt(index.garageByCycle, cycle.id).filter(({ state }) => state !== 'dropped')
    : []
  return (
    <>
      <ObjectiveHead room={room} low />
      <JourneyView room={room} />
      <section className={garageLook['garage']} aria-label="Garage" data-drop="garage">
        <h3 className={garageLook['garageTitle']}>Garage</h3>
        {garage.length === 0 ? (
          <span className={styles['quiet']}>What serves no key result yet waits here.</span>
        ) : (
          <ul className={garageLook['chips']}>
            {garage.map((initiative) => (
              <li key={initiative.id}>
                <button
                  type="button"
                  className={classNames(
                    garageLook['parkedCar'],
                    held?.id === initiative.id && garageLook['isHeld'],
                  )}
                  data-initiative={canEdit ? initiative.id : undefined}
                  disabled={!canEdit}
                  onClick={() => {
                    pickUp(
                      held?.id === initiative.id ? null : { kind: 'initiative', id: initiative.id },
                      initiative.title,
                    )
                  }}
                >
                  {initiative.title}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
