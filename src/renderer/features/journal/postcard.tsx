import { useEffect } from 'react'
import { endCelebration, useCelebration } from '#store/celebration.ts'
import { Flag } from '#ui/flag.tsx'
import styles from './postcard.module.css'

const STAYS_MS = 4_500

/** A win slides in as a postcard with a flag that waves once, and goes by itself. */
export function Postcard() {
  const win = useCelebration((state) => state.win)
  useEffect(() => {
    if (!win) return undefined
    const timer = setTimeout(endCelebration, STAYS_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [win])
  if (!win) return null
  return (
    <button
      key={win.id}
      type="button"
      className={styles['card']}
      data-over-dialogs
      aria-label={`A win: ${win.text}. Put the postcard away`}
      onClick={endCelebration}
    >
      <Flag waves />
      <span className={styles['text']}>
        <span className={styles['word']}>A win</span>
        <span dir="auto" className={styles['said']}>
          {win.text}
        </span>
      </span>
    </button>
  )
}
