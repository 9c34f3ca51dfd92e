import { EyeOff, MoreHorizontal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { dotsOf } from '#domain/workshop/vote-tally.ts'
import type { Card } from '#domain/workshop/workshop.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Menu } from '#ui/menu.tsx'
import { cardEntries } from './card-menu.ts'
import { HueSign } from './card-sign.tsx'
import { useKeptText } from './kept-text.ts'
import type { Room } from './room-data.ts'
import { act, pickUp, useRoom } from './room-store.ts'
import styles from './cards.module.css'

const MANY_DOTS = 8

function Dots({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <span className={styles['dots']} role="img" aria-label={`${String(count)} votes`}>
      {count > MANY_DOTS ? `● ${String(count)}` : '●'.repeat(count)}
    </span>
  )
}

/** Adds to or takes from what the one who has the turn gave this card. */
export function giveDots(card: Card, by: string, more: number): void {
  const personId = by === 'room' ? null : by
  const now = card.dots.find((dot) => dot.personId === personId)?.count ?? 0
  const count = Math.max(0, Math.min(999, now + more))
  if (count !== now) act('card.setDots', { id: card.id, personId, count })
}

function DotButtons({ card, by }: { readonly card: Card; readonly by: string }) {
  return (
    <span className={styles['give']}>
      <Button
        size="small"
        aria-label={`One dot less for ${card.text}`}
        onClick={() => {
          giveDots(card, by, -1)
        }}
      >
        −
      </Button>
      <Button
        size="small"
        aria-label={`One dot more for ${card.text}`}
        onClick={() => {
          giveDots(card, by, 1)
        }}
      >
        +
      </Button>
    </span>
  )
}

function Editor({
  keep,
  start,
  label,
  onTake,
  onLeave,
}: {
  readonly keep: string
  readonly start: string
  readonly label: string
  readonly onTake: (text: string) => boolean
  readonly onLeave: () => void
}) {
  const [kept, setKept] = useKeptText(keep)
  const [isFresh, setFresh] = useState(true)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])
  const text = isFresh && kept === '' ? start : kept
  const leave = () => {
    setKept('')
    onLeave()
  }
  return (
    <textarea
      ref={field}
      className={styles['editor']}
      rows={2}
      dir="auto"
      aria-label={label}
      value={text}
      onChange={(event) => {
        setFresh(false)
        setKept(event.target.value)
      }}
      onBlur={() => {
        if (text.trim() === '' || text === start || onTake(text)) leave()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault()
          event.currentTarget.blur()
        }
        if (event.key === 'Escape') leave()
      }}
    />
  )
}

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
        <Editor
          keep={`card ${card.id} group`}
          start={card.groupName}
          label="Name of the group"
          onTake={(text) => act('card.renameGroup', { id: card.id, name: text })}
          onLeave={back}
        />
      )}
      {mode === 'text' ? (
        <Editor
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
            if (canEdit && !card.hidden) setMode('text')
          }}
          onFocus={() => {
            setAsked(true)
          }}
          onPointerEnter={() => {
            setAsked(true)
          }}
          onKeyDown={(event) => {
            if (event.target !== event.currentTarget || !canEdit) return
            if (event.ctrlKey || event.metaKey || event.altKey) return
            const { key } = event
            const by = dotsBy ?? 'room'
            const done = () => {
              event.preventDefault()
              event.stopPropagation()
            }
            if (key === 'Enter') {
              done()
              setMode('text')
            } else if (key === ' ') {
              done()
              pickUp(held || card.became !== null ? null : { kind: 'card', id: card.id }, name)
            } else if (key === 'Delete') {
              done()
              act('card.delete', { ids: [card.id] })
            } else if (key === 'p') {
              done()
              act('card.park', { ids: [card.id], parked: !card.parked })
            } else if (key === 'u') {
              done()
              act('card.ungroup', { id: card.id })
            } else if (key === 'r') {
              done()
              setMode('group')
            } else if (dotsBy !== null && key === '+') {
              done()
              giveDots(card, by, 1)
            } else if (dotsBy !== null && key === '-') {
              done()
              giveDots(card, by, -1)
            } else if (dotsBy !== null && /^\d$/.test(key)) {
              done()
              const personId = by === 'room' ? null : by
              act('card.setDots', { id: card.id, personId, count: Number(key) })
            }
          }}
        >
          <HueSign hue={card.hue} />
          <span className={styles['text']} dir="auto">
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
          {!card.hidden && <Dots count={dotsOf(card)} />}
        </div>
      )}
      {dotsBy !== null && canEdit && !card.hidden && <DotButtons card={card} by={dotsBy} />}
      {canEdit && mode === 'plain' && asked && (
        <span className={styles['more']}>
          <Menu
            align="end"
            entries={cardEntries(
              room,
              card,
              () => {
                setMode('text')
              },
              () => {
                setMode('group')
              },
            )}
          >
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
