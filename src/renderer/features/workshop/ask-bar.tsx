import type { Room } from './room-data.ts'
import { showPanel } from './room-store.ts'
import styles from './room.module.css'

const KEYS: Readonly<Record<string, string>> = {
  vehicles: 'Space pick up · 1–6 leg · V dots · Q vote',
  confidence: 'V vote',
}

/** The question for the room, and the keys that matter now. */
export function AskBar({ room }: { readonly room: Room }) {
  const { step } = room
  const own = step ? KEYS[step.type] : undefined
  return (
    <footer className={styles['ask']}>
      {step && step.question !== '' && (
        <>
          <strong className={styles['askHead']}>Ask the room</strong>
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
        {own ?? 'I idea · S silent · V dots · Q vote'} · N next · ? keys
      </button>
    </footer>
  )
}
