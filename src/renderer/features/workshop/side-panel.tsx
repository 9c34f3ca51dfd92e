import { ArrowDown, ArrowUp, ExternalLink, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { minutesOf } from '#domain/workshop/workshop-template.ts'
import { newId } from '#lib/ids.ts'
import { runAll } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { EditableText, NumberField } from '#ui/editable.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { HueSign } from './card-sign.tsx'
import { useKeptText } from './kept-text.ts'
import { openNotes } from './notes-host.ts'
import type { Room } from './room-data.ts'
import { ROOM_KEYS } from './room-keys.ts'
import { act, change, showPanel, useRoom } from './room-store.ts'
import type { RoomPanel } from './room-store.ts'
import styles from './panel.module.css'

const TITLES: Readonly<Record<RoomPanel, string>> = {
  people: 'People in the room',
  notes: 'Private notes',
  agenda: 'Agenda',
  keys: 'Keys',
}

/** What opens on the right instead of the cards. */
export function SidePanel({ room, panel }: { readonly room: Room; readonly panel: RoomPanel }) {
  const inside: Readonly<Record<RoomPanel, ReactNode>> = {
    people: <People room={room} />,
    notes: <Notes room={room} />,
    agenda: <AgendaEditor room={room} />,
    keys: <Keys />,
  }
  return (
    <aside className={styles['panel']} aria-label={TITLES[panel]}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{TITLES[panel]}</h2>
        <Button
          aria-label={`Close ${TITLES[panel].toLowerCase()}`}
          onClick={() => {
            showPanel(panel)
          }}
        >
          <X size={20} aria-hidden />
        </Button>
      </div>
      <div
        className={styles['body']}
        role="region"
        aria-label={`${TITLES[panel]}: all`}
        tabIndex={0}
      >
        {inside[panel]}
      </div>
    </aside>
  )
}

function People({ room }: { readonly room: Room }) {
  const { workshop, plan, canEdit } = room
  const [name, setName] = useKeptText(`${workshop.id} new person`)
  const people = room.index.people
  const add = () => {
    const personId = newId()
    const result = runAll(
      [
        { id: 'person.add', input: { id: personId, name: name.trim() } },
        { id: 'workshop.setPresent', input: { id: workshop.id, personId, present: true } },
      ],
      `Add ${name.trim()} to the room`,
    )
    if (result.ok) setName('')
    else toast(result.message, { tone: 'bad' })
  }
  return (
    <>
      <ul className={styles['people']}>
        {people.map((person) => {
          const isHere = workshop.presentIds.includes(person.id)
          const hasNone = workshop.withoutPartIds.includes(person.id)
          return (
            <li key={person.id} className={styles['person']}>
              <label className={styles['present']}>
                <input
                  type="checkbox"
                  checked={isHere}
                  disabled={!canEdit}
                  onChange={() =>
                    act('workshop.setPresent', {
                      id: workshop.id,
                      personId: person.id,
                      present: !isHere,
                    })
                  }
                />
                <Avatar person={person} size={30} decorative />
                <HueSign hue={person.hue} />
                <span dir="auto" className={styles['personName']}>
                  {person.name}
                </span>
              </label>
              {isHere && (
                <Button
                  size="small"
                  aria-pressed={hasNone}
                  disabled={!canEdit}
                  onClick={() =>
                    act('workshop.setWithoutPart', {
                      id: workshop.id,
                      personId: person.id,
                      withoutPart: !hasNone,
                    })
                  }
                >
                  {hasNone ? 'No part' : 'Has a part'}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {canEdit && (
        <input
          className={styles['input']}
          aria-label="Name of a new person"
          placeholder="New name, press Enter"
          dir="auto"
          value={name}
          maxLength={500}
          onChange={(event) => {
            setName(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && name.trim() !== '') add()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      )}
      {plan.person.size === 0 && <p>Nobody is in the plan yet. Type the first name.</p>}
    </>
  )
}

/** The notes go to their own window; the projector shows the cards again. */
async function moveOut(): Promise<void> {
  if (await openNotes()) useRoom.setState({ panel: null })
}

function Notes({ room }: { readonly room: Room }) {
  const { workshop, step } = room
  if (!step) return <p>Notes belong to a step. Start the workshop first.</p>
  return (
    <>
      <p className={styles['honest']}>
        What the projector shows, the room can read. A second window keeps the notes and the
        controls on your own screen.
      </p>
      <Button onClick={() => void moveOut()}>
        <ExternalLink size={18} aria-hidden /> Open in a second window
      </Button>
      <EditableText
        key={step.id}
        label={`For “${step.title}”`}
        value={step.privateNotes}
        multiline
        maxLength={20_000}
        disabled={!room.canEdit}
        onCommit={(privateNotes) =>
          change('workshop.updateStep', {
            id: workshop.id,
            stepId: step.id,
            changes: { privateNotes },
          })
        }
      />
      <EditableText
        key={`${step.id} question`}
        label="Question for the room"
        value={step.question}
        multiline
        maxLength={20_000}
        disabled={!room.canEdit}
        onCommit={(question) =>
          change('workshop.updateStep', {
            id: workshop.id,
            stepId: step.id,
            changes: { question },
          })
        }
      />
    </>
  )
}

function AgendaEditor({ room }: { readonly room: Room }) {
  const { workshop, canEdit } = room
  const { id, steps } = workshop
  return (
    <>
      <p>{minutesOf(steps)} minutes in all</p>
      <ol className={styles['agenda']}>
        {steps.map((step, i) => (
          <li key={step.id} className={styles['agendaStep']}>
            <div className={styles['grow']}>
              <EditableText
                label={`Title of step ${String(i + 1)}`}
                labelHidden
                value={step.title}
                required
                disabled={!canEdit}
                onCommit={(title) =>
                  change('workshop.updateStep', { id, stepId: step.id, changes: { title } })
                }
              />
              <NumberField
                label={`Minutes of step ${String(i + 1)}`}
                labelHidden
                value={step.minutes}
                unit="min"
                min={0}
                max={1440}
                required
                disabled={!canEdit}
                onCommit={(minutes) =>
                  change('workshop.updateStep', {
                    id,
                    stepId: step.id,
                    changes: { minutes: minutes ?? 0 },
                  })
                }
              />
            </div>
            <Button
              size="small"
              aria-label={`Move ${step.title} up`}
              disabled={!canEdit || i === 0}
              onClick={() =>
                act('workshop.moveStep', {
                  id,
                  stepId: step.id,
                  beforeId: steps[i - 1]?.id ?? null,
                })
              }
            >
              <ArrowUp size={18} aria-hidden />
            </Button>
            <Button
              size="small"
              aria-label={`Move ${step.title} down`}
              disabled={!canEdit || i === steps.length - 1}
              onClick={() =>
                act('workshop.moveStep', {
                  id,
                  stepId: step.id,
                  beforeId: steps[i + 2]?.id ?? null,
                })
              }
            >
              <ArrowDown size={18} aria-hidden />
            </Button>
            <Button
              size="small"
              aria-label={`Remove ${step.title}`}
              disabled={!canEdit || steps.length === 1}
              onClick={() => act('workshop.removeStep', { id, stepId: step.id })}
            >
              <Trash2 size={18} aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
      {canEdit && (
        <Button
          onClick={() =>
            act('workshop.addStep', { id, type: 'free', title: 'New step', minutes: 10 })
          }
        >
          Add a step
        </Button>
      )}
    </>
  )
}

function Keys() {
  return (
    <dl className={styles['keys']}>
      {ROOM_KEYS.map(([key, what]) => (
        <div key={key} className={styles['key']}>
          <dt>
            {/^[A-Z?]$|^[A-Z][a-z]+$/.test(key) ? <Kbd shortcut={key} /> : <strong>{key}</strong>}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
