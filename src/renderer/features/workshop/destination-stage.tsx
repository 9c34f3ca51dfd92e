import { coachObjectiveTitle } from '#domain/coach/coach-text.ts'
import { Button } from '#ui/button.tsx'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { RoomText } from './room-field.tsx'
import { act, change } from './room-store.ts'
import cards from './plan-cards.module.css'
import styles from './stages.module.css'

/** The objectives of the cycle, large; one of them is on the road. */
export function DestinationStage({ room }: { readonly room: Room }) {
  const { workshop, objectives, objective, cycle, canEdit, isFinished } = room
  return (
    <div className={styles['scroll']} data-drop="destinations">
      <h2 className={styles['big']}>Where are we going?</h2>
      {objectives.map((each) => {
        const findings = coachObjectiveTitle(each.title)
        const isShown = each.id === objective?.id
        return (
          <article key={each.id} className={cards['goal']} data-hue={each.hue}>
            <RoomText
              room={room}
              keep={`objective ${each.id} title`}
              label="Objective"
              labelHidden
              asTitle
              value={each.title}
              required
              onCommit={(title) => change('objective.update', { id: each.id, changes: { title } })}
            />
            <RoomText
              room={room}
              keep={`objective ${each.id} why`}
              label="Because"
              labelHidden
              value={each.why}
              placeholder="because … (why it matters, and for whom)"
              multiline
              maxLength={20_000}
              onCommit={(why) => change('objective.update', { id: each.id, changes: { why } })}
            />
            {!isFinished &&
              findings.map((finding) => (
                <p key={finding.check} className={styles['advice']}>
                  {finding.reason}
                </p>
              ))}
            {isFinished ? (
              isShown && <p className={styles['quiet']}>On the road</p>
            ) : (
              <Button
                aria-pressed={isShown}
                disabled={!canEdit}
                onClick={() =>
                  act('workshop.update', { id: workshop.id, changes: { objectiveId: each.id } })
                }
              >
                {isShown ? 'On the road now' : 'Show its road'}
              </Button>
            )}
          </article>
        )
      })}
      {canEdit && cycle && (
        <QuickLine
          keep={`${workshop.id} objective`}
          label={objectives.length === 0 ? 'The objective' : 'Another objective'}
          onTake={(title) => act('objective.add', { cycleId: cycle.id, title })}
        />
      )}
    </div>
  )
}
