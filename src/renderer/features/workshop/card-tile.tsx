import { EyeOff, MoreHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
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
import { act, useRoom } from './room-store.ts'
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
  const [mode, setMode] = useState<'plain' | 'text' | 'group'>('plain')
  const [asked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const person = card.personId === null ? null : room.plan.person.get(card.personId)
  const { canEdit } = room
  const back = () => {
    setMode('plain')
    box.current?.focus()
  }
  const editText = () => {
    // What is hidden is not shown to the room by rewriting it.
    if (!card.hidden) setMode('text')
  }
  const nameGroup = () => {
    setMode('group')
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
      {canEdit && mode === 'plain' && asked && (
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
