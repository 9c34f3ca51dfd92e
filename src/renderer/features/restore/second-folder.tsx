import { useEffect, useState } from 'react'
import { bridge } from '#bridge/bridge.ts'
import { Button } from '#ui/button.tsx'
import styles from './restore.module.css'

type Folder = { readonly place: string | null; readonly problem: string }

/** The other folder that snapshots are copied to: another disk, a stick, a synchronised folder. */
export function SecondFolder({ onChanged }: { readonly onChanged: () => void }) {
  const [folder, setFolder] = useState<Folder | null>(null)
  useEffect(() => {
    void bridge()
      .backupFolderGet(undefined)
      .then((answer) => {
        setFolder(answer.ok ? answer : { place: null, problem: answer.message })
      })
      .catch(() => {
        setFolder({ place: null, problem: 'Whether there is a second folder is not known.' })
      })
  }, [])
  const choose = async () => {
    const answer = await bridge().backupFolderChoose(undefined)
    if (answer.ok) setFolder(answer)
    else if (answer.code !== 'cancelled')
      setFolder((before) => ({ place: before?.place ?? null, problem: answer.message }))
    onChanged()
  }
  const clear = async () => {
    const answer = await bridge().backupFolderClear(undefined)
    if (answer.ok) setFolder({ place: null, problem: '' })
    onChanged()
  }
  if (!folder) return null
  return (
    <section className={styles['folder']} aria-label="Second folder">
      <p>
        {folder.place === null ? (
          'Snapshots lie on this disk only.'
        ) : (
          <>
            Copied to <code>{folder.place}</code>
          </>
        )}
      </p>
      {folder.problem !== '' && (
        <p className={styles['bad']} role="alert">
          {folder.problem}
        </p>
      )}
      <div className={styles['row']}>
        <Button size="small" onClick={() => void choose()}>
          {folder.place === null ? 'Choose a second folder…' : 'Choose another…'}
        </Button>
        {folder.place !== null && (
          <Button size="small" variant="quiet" onClick={() => void clear()}>
            No more copies
          </Button>
        )}
      </div>
    </section>
  )
}
