import type { ReactNode } from 'react'
import type { Ref } from '#domain/plan/field.ts'
import { select } from '#store/ui-store.ts'
import { whyOf } from '#ui/why-tips.tsx'
import styles from './thing-card.module.css'

/** One thing in a list of the inspector: its title, a line about it, perhaps more. A click selects it. */
export function ThingCard({
  about,
  title,
  line,
  tone,
  isDropped = false,
  children,
}: {
  readonly about: Ref
  readonly title: string
  readonly line: string
  readonly tone?: 'bad' | undefined
  readonly isDropped?: boolean
  readonly children?: ReactNode
}) {
  return (
    <button
      type="button"
      className={styles['card']}
      data-tone={tone}
      {...whyOf(about.kind, about.id)}
      data-dropped={isDropped}
      onClick={() => {
        select({ kind: about.kind, id: about.id })
      }}
    >
      <span className={styles['cardTitle']} dir="auto">
        {title}
      </span>
      <span className={styles['cardLine']}>{line}</span>
      {children}
    </button>
  )
}
