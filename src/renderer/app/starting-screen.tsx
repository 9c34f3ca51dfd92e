import { LogoMark } from './logo.tsx'
import styles from './starting-screen.module.css'

export function StartingScreen() {
  return (
    <main className={styles['screen']} aria-busy>
      <span className={styles['mark']}>
        <LogoMark size={56} />
      </span>
      <p role="status">Opening your plan…</p>
    </main>
  )
}
