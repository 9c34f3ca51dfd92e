import type { Room } from './room-data.ts'
import { showPanel } from './room-store.ts'
import styles from './room.module.css'

const KEYS: Readonly<Record<string, string>> = {
  vehicles: 'Space pick up · 1–6 leg · V dots · Q vote',
  confidence: 'V vote',
}

/** The question for the room, and the keys that matter now. */
export function AskBar({ room }: { readonly room: Room }) {
  const { step, isFinished } = room
  const keys = isFinished
    ? 'Steps on the left · Q votes · H notes · ? keys'
    : `${KEYS[step?.type ?? ''] ?? 'I idea · S silent · V dots · Q vote'} · N next · ? keys`
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
