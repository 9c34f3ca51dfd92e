import type { Room } from './room-data.ts'
import { showPanel, useRoom } from './room-store.ts'
import styles from './room.module.css'

const KEYS: Readonly<Record<string, string>> = {
  vehicles: 'Space pick up · 1–6 leg · V dots · Q vote',
  confidence: 'V vote',
}

const COUNT_HANDS = '↑ ↓ card · 0–9 + − hands · V done'
const GIVE_DOTS = '↑ ↓ card · 0–9 + − dots · Enter next person · V done'

/** The question for the room, and the keys that matter now. */
export function AskBar({ room }: { readonly room: Room }) {
  const { step, isFinished } = room
  const dotsBy = useRoom((state) => state.dotsBy)
  const counting = dotsBy === 'room' ? COUNT_HANDS : dotsBy === null ? null : GIVE_DOTS
  const keys = isFinished
    ? 'Steps on the left · Q votes · H notes · ? keys'
    : (counting ??
      `${KEYS[step?.type ?? ''] ?? 'I idea · S silent · V dots · Q vote'} · N next · ? keys`)
  return (
    <footer className={styles['ask']}>
      {step && step.question !== '' && (
        <>
          <strong className={styles['askHead']}>
            {isFinished ? 'The room was asked' : 'Ask the room'}
          </strong>
          <q className={styles['question']} dir="auto">
            {step.question}
          </q>
        </>
      )}
      <span className={styles['space']} />
      <button
        type="button"
        className={styles['keys']}
        onClick={() => {
          showPanel('keys')
        }}
      >
        {keys}
      </button>
    </footer>
  )
}
