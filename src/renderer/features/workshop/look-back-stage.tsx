import { useMemo } from 'react'
import { listAt } from '#domain/plan/plan-index.ts'
import { CARRY_BOARD } from '#domain/workshop/workshop-template.ts'
import { Button } from '#ui/button.tsx'
import { Boards } from './board-stage.tsx'
import type { Room } from './room-data.ts'
import { act } from './room-store.ts'
import styles from './stages.module.css'

/** Wins, lessons and what is carried over, beside what the last cycle left unfinished. */
export function LookBackStage({ room }: { readonly room: Room }) {
  const { plan, index, cycle, step, workshop, cards, canEdit } = room
  const before = useMemo(
    () =>
      cycle
        ? [...plan.cycle.values()]
            .filter((each) => each.endOn < cycle.startOn || each.id === cycle.id)
            .filter((each) => each.id !== cycle.id)
            .sort((a, b) => (a.endOn < b.endOn ? 1 : -1))[0]
        : undefined,
    [plan.cycle, cycle],
  )
  const unfinished = before
    ? listAt(index.initiativesByCycle, before.id).filter(
        ({ state }) => state !== 'done' && state !== 'dropped',
      )
    : []
  const texts = new Set(cards.map((card) => card.text))
  return (
    <>
      <h2 className={styles['big']}>Look back{before ? `: ${before.name}` : ''}</h2>
      {unfinished.length > 0 && (
        <section aria-label="Not finished">
          <h3 className={styles['head']}>Not finished</h3>
          <ul className={styles['chips']}>
            {unfinished.slice(0, 8).map((initiative) => (
              <li key={initiative.id}>
                <Button
                  disabled={!canEdit || texts.has(initiative.title)}
                  onClick={() =>
                    act('card.add', {
                      workshopId: workshop.id,
                      text: initiative.title,
                      column: CARRY_BOARD,
                      stepId: step?.id ?? null,
                    })
                  }
                >
                  <span className={styles['clip']} dir="auto">
                    {initiative.title}
                  </span>{' '}
                  + take along
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Boards room={room} columns={step?.columns ?? []} stepId={step?.id ?? null} />
    </>
  )
}
