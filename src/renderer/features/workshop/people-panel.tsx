import { someoneIn } from '#domain/workshop/finished-workshop.ts'
import { partsByPerson } from '#domain/workshop/people-parts.ts'
import type { Part } from '#domain/workshop/people-parts.ts'
import { newId } from '#lib/ids.ts'
import { runAll } from '#store/plan-store.ts'
import { announce, toast } from '#store/ui-store.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { HueSign } from './card-sign.tsx'
import { useKeptText } from './kept-text.ts'
import type { Room } from './room-data.ts'
import { act } from './room-store.ts'
import styles from './panel.module.css'

const partWords = (parts: readonly Part[]) =>
  parts.length === 1 ? 'on 1 item' : `on ${String(parts.length)} items`

/** Who is here, ticked or typed, and what each of them is on so far. */
export function PeoplePanel({ room }: { readonly room: Room }) {
  const { workshop, plan, canEdit } = room
  const parts = partsByPerson(plan, workshop)
  if (room.isFinished) return <WereHere room={room} />
  return (
    <>
      <ul className={styles['people']}>
        {room.index.people.map((person) => {
          const isHere = workshop.presentIds.includes(person.id)
          const hasNone = workshop.withoutPartIds.includes(person.id)
          const own = parts.get(person.id) ?? []
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
                <span dir="auto" className={styles['personName']} title={person.name}>
                  {person.name}
                </span>
              </label>
              {isHere && own.length > 0 && (
                <span className={styles['parts']}>{partWords(own)}</span>
              )}
              {isHere && own.length === 0 && (
                <Button
                  size="small"
                  aria-label={`${hasNone ? 'None, on purpose' : 'On nothing yet'}: ${person.name}`}
                  title={hasNone ? 'Should have a part after all' : 'Has no part this time'}
                  disabled={!canEdit}
                  onClick={() =>
                    act('workshop.setWithoutPart', {
                      id: workshop.id,
                      personId: person.id,
                      withoutPart: !hasNone,
                    })
                  }
                >
                  {hasNone ? 'None, on purpose' : 'On nothing yet'}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {canEdit && <NewPerson room={room} />}
      {plan.person.size === 0 && <p>Nobody is in the plan yet. Type the first name.</p>}
    </>
  )
}

/** Who was here, by the names of that day where somebody has left the plan since. */
function WereHere({ room }: { readonly room: Room }) {
  const { workshop, plan } = room
  return workshop.presentIds.length === 0 ? (
    <p>Nobody was entered.</p>
  ) : (
    <ul className={styles['people']}>
      {workshop.presentIds.map((id) => (
        <li key={id} className={styles['present']} dir="auto">
          {someoneIn(plan, workshop, id)?.name ?? 'Somebody who left the plan'}
        </li>
      ))}
    </ul>
  )
}

/** A name and Enter; several names with commas or on several lines are several people. */
function NewPerson({ room }: { readonly room: Room }) {
  const { workshop, index } = room
  const [text, setText] = useKeptText(`${workshop.id} new person`)
  const add = () => {
    const names = [
      ...new Set(
        text
          .split(/[\n,;]/)
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      ),
    ]
    if (names.length === 0) return
    const steps = names.flatMap((name) => {
      // Somebody whom the plan knows comes in; nobody is made twice.
      const known = index.people.find((each) => each.name.toLowerCase() === name.toLowerCase())
      const personId = known?.id ?? newId()
      const join = {
        id: 'workshop.setPresent' as const,
        input: { id: workshop.id, personId, present: true },
      }
      return known ? [join] : [{ id: 'person.add' as const, input: { id: personId, name } }, join]
    })
    const result = runAll(
      steps,
      names.length === 1
        ? `Add ${names[0] ?? ''} to the room`
        : `Add ${String(names.length)} people to the room`,
    )
    if (result.ok) {
      setText('')
      announce(`${names.join(', ')} in the room`)
    } else toast(result.message, { tone: 'bad' })
  }
  return (
    <textarea
      className={styles['input']}
      rows={1}
      aria-label="Name of a new person"
      placeholder="New name, press Enter"
      dir="auto"
      value={text}
      maxLength={5_000}
      onChange={(event) => {
        setText(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') {
          event.preventDefault()
          add()
        }
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
