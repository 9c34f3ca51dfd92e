import { useEffect } from 'react'
import { endCelebration, useCelebration } from '#store/celebration.ts'
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
      aria-label={`A win: ${win.text}. Put the postcard away`}
      onClick={endCelebration}
    >
      <svg className={styles['flag']} viewBox="0 0 40 48" width="34" height="41" aria-hidden>
        <path className={styles['pole']} d="M8 4v42" />
        <path className={styles['cloth']} d="M8 6c9-5 15 4 26 0v18c-11 4-17-5-26 0z" />
      </svg>
      <span className={styles['text']}>
        <span className={styles['word']}>A win</span>
        <span dir="auto" className={styles['said']}>
          {win.text}
        </span>
      </span>
    </button>
  )
}
