import { useHand } from './hand.ts'
import styles from './hand-hint.module.css'

/** How to go on while something is held by the keyboard or by clicks. */
export function HandHint() {
  const held = useHand((state) => state.held)
  if (!held || held.by === 'pointer') return null
  return (
    <div className={styles['hint']} role="note">
      {held.by === 'click' ? (
        <span>
          Click where to put it · <kbd>Esc</kbd> puts it back
        </span>
      ) : held.kind === 'objective' ? (
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> move · <kbd>Space</kbd> drops · <kbd>Esc</kbd> puts it back
        </span>
      ) : (
        <span>
          <kbd>←</kbd> <kbd>→</kbd> a day, with <kbd>Shift</kbd> a week
          {held.kind === 'initiative' && (
            <>
              {' '}
              · <kbd>↑</kbd> <kbd>↓</kbd> another leg or the Garage · <kbd>Alt</kbd> <kbd>←</kbd>{' '}
              <kbd>→</kbd> its end
            </>
          )}{' '}
          · <kbd>Space</kbd> drops · <kbd>Esc</kbd> puts it back
        </span>
      )}
    </div>
  )
}
