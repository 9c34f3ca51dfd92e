import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { AgendaPanel } from './agenda-panel.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import type { Room } from './room-data.ts'
import { ROOM_KEYS } from './room-keys.ts'
import { showPanel } from './room-store.ts'
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
    people: <PeoplePanel room={room} />,
    notes: <NotesPanel room={room} />,
    agenda: <AgendaPanel room={room} />,
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
