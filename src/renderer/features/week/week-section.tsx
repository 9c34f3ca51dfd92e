import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Ref } from '#domain/plan/field.ts'
import { Button } from '#ui/button.tsx'
import { why, whyOf } from '#ui/why-tips.tsx'
import styles from './week-screen.module.css'

/** One line: what, and in a few words why it is here. It opens its thing. */
export type WeekLine = {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly before?: ReactNode
  readonly tone?: 'good' | 'warn' | 'bad' | undefined
  /** The thing whose colour this is, or the rule itself: shown on hover and focus. */
  readonly reasons: Ref | readonly string[]
  readonly open: () => void
}

/** More lines than one acts on in a minute; the rest comes on demand. */
const SHOWN = 6

/** One question of the week with its lines; an answer in words when there are none. */
export function WeekSection({
  title,
  empty,
  lines,
}: {
  readonly title: string
  readonly empty: string
  readonly lines: readonly WeekLine[]
}) {
  const id = useId()
  const [all, setAll] = useState(false)
  const shown = all ? lines : lines.slice(0, SHOWN)
  return (
    <section className={styles['section']} aria-labelledby={id} data-empty={lines.length === 0}>
      <h2 id={id} className={styles['sectionTitle']}>
        {title}
        {lines.length > 0 && <span className={styles['count']}> · {lines.length}</span>}
      </h2>
      {lines.length === 0 && <p className={styles['empty']}>{empty}</p>}
      <ul>
        {shown.map((line) => (
          <li key={line.id}>
            <button type="button" className={styles['line']} onClick={line.open}>
              <span
                className={styles['mark']}
                data-tone={line.tone}
                aria-hidden
                {...('kind' in line.reasons
                  ? whyOf(line.reasons.kind, line.reasons.id)
                  : why(line.reasons))}
              />
              <span className={styles['text']}>
                <span className={styles['lineTitle']} dir="auto">
                  {line.title}
                </span>
                <span className={styles['words']} dir="auto">
                  {line.words}
                </span>
              </span>
              {line.before}
            </button>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && (
        <Button
          variant="link"
          onClick={() => {
            setAll(!all)
          }}
        >
          {all ? 'Show fewer' : `Show all ${String(lines.length)}`}
        </Button>
      )}
    </section>
  )
}
