import { ExternalLink } from 'lucide-react'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { Button } from '#ui/button.tsx'
import { openNotes } from './notes-host.ts'
import type { Room } from './room-data.ts'
import { RoomText } from './room-field.tsx'
import { change, useRoom } from './room-store.ts'
import styles from './panel.module.css'

/** The notes go to their own window; the projector shows the cards again. */
async function moveOut(): Promise<void> {
  if (await openNotes()) useRoom.setState({ panel: null })
}

/** The private notes and the question of the step, and the way to a window of their own. */
export function NotesPanel({ room }: { readonly room: Room }) {
  const { workshop, step } = room
  return (
    <>
      {!room.isFinished && (
        <>
          <p className={styles['honest']}>
            What the projector shows, the room can read. A second window keeps the notes and the
            controls on your own screen.
          </p>
          <Button onClick={() => void moveOut()}>
            <ExternalLink size={18} aria-hidden /> Open in a second window
          </Button>
        </>
      )}
      {!step && (
        <p>
          Notes belong to a step.{' '}
          {room.isFinished ? 'Choose one on the left.' : 'Start the workshop first.'}
        </p>
      )}
      {step && (
        <>
          <RoomText
            key={step.id}
            room={room}
            keep={`step ${step.id} notes`}
            label={`For ${inQuotes(step.title, 500)}`}
            value={step.privateNotes}
            multiline
            maxLength={20_000}
            onCommit={(privateNotes) =>
              change('workshop.updateStep', {
                id: workshop.id,
                stepId: step.id,
                changes: { privateNotes },
              })
            }
          />
          <RoomText
            key={`${step.id} question`}
            room={room}
            keep={`step ${step.id} question`}
            label="Question for the room"
            value={step.question}
            multiline
            maxLength={20_000}
            onCommit={(question) =>
              change('workshop.updateStep', {
                id: workshop.id,
                stepId: step.id,
                changes: { question },
              })
            }
          />
        </>
      )}
    </>
  )
}
