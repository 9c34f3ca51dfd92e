import { Button } from '#ui/button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { WalkKey, WalkSpace } from '#ui/walk-frame.tsx'
import { pressNext } from './use-round-keys.ts'
import styles from './round.module.css'

const KEYS = [
  ['Enter', 'next'],
  ['Shift+Enter', 'back'],
  ['S', 'skip, with a reason'],
  ['W', 'win'],
] as const

const END_KEYS = [
  ['Enter', 'close'],
  ['Shift+Enter', 'back'],
] as const

const ALL_KEYS = [
  ...KEYS,
  ['L', 'lesson'],
  ['C', 'concern'],
  ['Tab', 'to the confidence (0–9, 1 then 0 for ten), the line, the tasks'],
  ['Space', 'ticks a task, a step or an initiative'],
  ['Escape', 'stops; goes on where you left'],
] as const

/** The keys of a round, all of them on demand, and the one button that does what Enter does. */
export function RoundFoot({
  showsKeys,
  onKeys,
  canGoBack,
  next,
}: {
  readonly showsKeys: boolean
  readonly onKeys: () => void
  readonly canGoBack: boolean
  /** What comes next, and its title; null at the end. */
  readonly next: { readonly words: string; readonly title: string | null } | null
}) {
  return (
    <>
      {showsKeys ? (
        <dl className={styles['allKeys']}>
          {ALL_KEYS.map(([keys, what]) => (
            <div key={keys} className={styles['key']}>
              <dt>
                <Kbd shortcut={keys} />
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <>
          {(next === null ? END_KEYS : KEYS)
            .filter(([, what]) => canGoBack || what !== 'back')
            .map(([keys, what]) => (
              <WalkKey key={keys} keys={keys} does={what} />
            ))}
          <button type="button" className={styles['key']} onClick={onKeys}>
            <Kbd shortcut="?" /> all keys
          </button>
        </>
      )}
      <WalkSpace />
      {next !== null && (
        <Button variant="primary" size="large" className={styles['next']} onClick={pressNext}>
          {next.words}{' '}
          {next.title !== null && (
            <span className={styles['nextWords']} dir="auto">
              {next.title}
            </span>
          )}{' '}
          →
        </Button>
      )}
    </>
  )
}
