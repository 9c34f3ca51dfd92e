import { Button } from '#ui/button.tsx'
import { LogoMark } from './logo.tsx'
import { saveCopy } from './plan-file.ts'
import styles from './failed-screen.module.css'

/** Roadbook could not start, or all of its screen broke: what happened, what was kept, what to do. */
export function FailedScreen({
  what,
  hasPlan = false,
}: {
  readonly what: string
  readonly hasPlan?: boolean
}) {
  return (
    <main className={styles['screen']}>
      <div className={styles['box']} role="alert">
        <LogoMark size={36} />
        <h1 className={styles['title']}>Roadbook had to stop</h1>
        <dl className={styles['facts']}>
          <div>
            <dt>What happened</dt>
            <dd>{what}</dd>
          </div>
          <div>
            <dt>What was kept</dt>
            <dd>Everything that was shown as saved, in the database and in the journal on disk.</dd>
          </div>
          <div>
            <dt>What to do</dt>
            <dd>
              Load Roadbook again. If this comes back, save a copy of the plan where you can, and
              close and start Roadbook.
            </dd>
          </div>
        </dl>
        <div className={styles['actions']}>
          {hasPlan && <Button onClick={() => void saveCopy()}>Save a copy…</Button>}
          <Button
            variant="primary"
            onClick={() => {
              window.location.reload()
            }}
          >
            Load again
          </Button>
        </div>
      </div>
    </main>
  )
}
