import { EyeOff, MoreHorizontal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { someoneIn } from '#domain/workshop/finished-workshop.ts'
import type { Card } from '#domain/workshop/workshop.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Menu } from '#ui/menu.tsx'
import { DotButtons, Dots } from './card-dots.tsx'
import { CardEditor } from './card-editor.tsx'
import { onCardKey } from './card-keys.ts'
import { cardEntries } from './card-menu.ts'
import { HueSign } from './card-sign.tsx'
import type { Room } from './room-data.ts'
import { act, rewrite, useRoom } from './room-store.ts'
import styles from './cards.module.css'

/** Letters from which a card is a text to be read, and no longer a headline. */
const LONG = 70

/** One card: an idea with its author's shape, its votes, and what it became. */
export function CardTile({
  room,
  card,
  members = [],
}: {
  readonly room: Room
  readonly card: Card
  readonly members?: readonly Card[]
}) {
  const held = useRoom((state) => state.held?.id === card.id)
  const dotsBy = useRoom((state) => state.dotsBy)
  const pen = useRoom(({ rewriting }) => (rewriting?.id === card.id ? rewriting.what : null))
  const [asked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const person = someoneIn(room.plan, room.workshop, card.personId)
  const { canEdit } = room
  // What is hidden is not shown to the room by rewriting it.
  const mode = !canEdit || (card.hidden && pen === 'text') ? null : pen
  const back = (byKey: boolean) => {
    wantsFocus.current = byKey
    rewrite(null)
  }
  useEffect(() => {
    if (mode !== null || !wantsFocus.current) return
    wantsFocus.current = false
    box.current?.focus()
  }, [mode])
  const editText = () => {
    if (!card.hidden) rewrite({ id: card.id, what: 'text' })
  }
  const nameGroup = () => {
    rewrite({ id: card.id, what: 'group' })
  }
  const name = card.hidden ? 'Hidden card' : card.text
  return (
    <div
      className={classNames(
        styles['card'],
        held && styles['held'],
        card.hidden && styles['hidden'],
        card.became !== null && styles['used'],
      )}
      data-hue={card.hue}
      {...(canEdit ? { 'data-card': card.id, 'data-drop': `card ${card.id}` } : {})}
    >
      {(members.length > 0 || card.groupName !== '') && mode !== 'group' && (
        <p className={styles['groupName']} dir="auto">
          {card.groupName === '' ? `Group of ${String(members.length + 1)}` : card.groupName}
        </p>
      )}
      {mode === 'group' && (
        <CardEditor
          keep={`card ${card.id} group`}
          start={card.groupName}
          label="Name of the group"
          onTake={(text) => act('card.renameGroup', { id: card.id, name: text })}
          onLeave={back}
        />
      )}
      {mode === 'text' ? (
        <CardEditor
          keep={`card ${card.id} text`}
          start={card.text}
          label="Text of the card"
          onTake={(text) => act('card.update', { id: card.id, changes: { text } })}
          onLeave={back}
        />
      ) : (
        <div
          ref={box}
          className={styles['face']}
          data-face
          tabIndex={0}
          role="group"
          aria-label={`${name}${person ? `, from ${person.name}` : ''}${card.became ? ', on the road' : ''}`}
          onDoubleClick={() => {
            if (canEdit) editText()
          }}
          onFocus={() => {
            setAsked(true)
          }}
          onPointerEnter={() => {
            setAsked(true)
          }}
          onKeyDown={(event) => {
            onCardKey(event, room, card, { editText, nameGroup })
          }}
        >
          <HueSign hue={card.hue} />
          <span
            className={styles['text']}
            dir="auto"
            data-long={card.text.length > LONG || undefined}
          >
            {card.hidden ? (
              <span className={styles['veiled']}>
                <EyeOff size={18} aria-hidden /> Hidden until revealed
              </span>
            ) : (
              card.text
            )}
            {person && <span className={styles['author']}>{person.initials}</span>}
            {card.became !== null && <span className={styles['author']}>On the road</span>}
          </span>
          {!card.hidden && <Dots card={card} />}
        </div>
      )}
      {dotsBy !== null && canEdit && !card.hidden && <DotButtons card={card} by={dotsBy} />}
      {canEdit && mode === null && asked && (
        <span className={styles['more']}>
          <Menu align="end" entries={cardEntries(room, card, editText, nameGroup)}>
            <Button variant="quiet" size="small" aria-label={`More for ${name}`}>
              <MoreHorizontal size={20} aria-hidden />
            </Button>
          </Menu>
        </span>
      )}
      {members.length > 0 && (
        <ul className={styles['members']}>
          {members.map((member) => (
            <li key={member.id}>
              <CardTile room={room} card={member} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
