import { peopleMissing } from '#domain/workshop/people-parts.ts'
import { Button } from '#ui/button.tsx'
import type { Room } from './room-data.ts'
import { act, showPanel } from './room-store.ts'
import styles from './missing.module.css'

/** Who in the room is on nothing yet; each of them can be marked so on purpose. */
export function MissingPeople({ room }: { readonly room: Room }) {
  const { plan, workshop, canEdit } = room
  const missing = peopleMissing(plan, workshop)
  if (workshop.presentIds.length === 0)
    return (
      <p className={styles['line']}>
        Nobody is in the room.{' '}
        {canEdit && (
          <Button
            onClick={() => {
              showPanel('people')
            }}
          >
            Who is here?
          </Button>
        )}
      </p>
    )
  return (
    <section className={styles['block']} aria-label="Who is missing">
      <h3 className={styles['line']}>
        {missing.length === 0
          ? 'Everyone in the room is on something, or has none on purpose.'
          : missing.length === 1
            ? 'One person is on nothing yet:'
            : `${String(missing.length)} people are on nothing yet:`}
      </h3>
      {missing.length > 0 && (
        <ul className={styles['people']}>
          {missing.map((id) => {
            const name = plan.person.get(id)?.name ?? ''
            return (
              <li key={id} className={styles['person']}>
                <bdi className={styles['name']} title={name}>
                  {name}
                </bdi>
                {canEdit && (
                  <Button
                    aria-label={`${name}: no part this time`}
                    onClick={() =>
                      act('workshop.setWithoutPart', {
                        id: workshop.id,
                        personId: id,
                        withoutPart: true,
                      })
                    }
                  >
                    No part this time
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
