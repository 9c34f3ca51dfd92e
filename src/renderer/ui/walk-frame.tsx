import type { ReactNode, Ref } from 'react'
import { Dialog } from './dialog.tsx'
import { Kbd } from './kbd.tsx'
import styles from './walk-frame.module.css'

/** A full-screen walk through a list: a bar above, the list on the left, what is here, the keys below. */
export function WalkFrame({
  name,
  title,
  about,
  tools,
  list,
  listName,
  hereName,
  hereRef,
  foot,
  onClose,
  children,
}: {
  /** Accessible name of the whole. */
  readonly name: string
  readonly title: string
  /** Where one is in it, beside the title. */
  readonly about: ReactNode
  readonly tools: ReactNode
  readonly list: ReactNode
  readonly listName: string
  /** Accessible name of the part in the middle. */
  readonly hereName: string
  /** To scroll and focus it. */
  readonly hereRef?: Ref<HTMLDivElement>
  readonly foot: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <Dialog title={name} size="screen" bare onClose={onClose}>
      <header className={styles['bar']} data-walk>
        <h1 className={styles['title']} dir="auto">
          {title}
        </h1>
        <p className={styles['quiet']}>{about}</p>
        <span className={styles['space']} />
        {tools}
      </header>
      <div className={styles['middle']}>
        <nav className={styles['list']} aria-label={listName}>
          {list}
        </nav>
        <div
          ref={hereRef}
          className={styles['here']}
          tabIndex={-1}
          role="region"
          aria-label={hereName}
        >
          {children}
        </div>
      </div>
      <footer className={styles['foot']}>{foot}</footer>
    </Dialog>
  )
}

/** Pushes what follows in the bar or the foot to its far end. */
export function WalkSpace() {
  return <span className={styles['space']} />
}

/** One key of the foot with what it does. */
export function WalkKey({ keys, does }: { readonly keys: string; readonly does: string }) {
  return (
    <span className={styles['key']}>
      <Kbd shortcut={keys} /> {does}
    </span>
  )
}
