import { Check, CircleAlert, Clock, LoaderCircle, Lock } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import styles from './save-mark.module.css'

const LOOKS = {
  saved: { words: 'Saved on this computer', brief: 'Saved', Icon: Check },
  saving: { words: 'Saving…', brief: 'Saving…', Icon: LoaderCircle },
  late: {
    words: 'Saved · safety copy is late',
    brief: 'Saved · safety copy is late',
    Icon: Clock,
  },
  failed: { words: 'Not saved', brief: 'Not saved', Icon: CircleAlert },
  'read-only': { words: 'Read only', brief: 'Read only', Icon: Lock },
} as const

/** Where the latest change can stand. */
export type SaveLook = keyof typeof LOOKS

type Props = Omit<ComponentProps<'span'>, 'children'> & {
  readonly state: SaveLook
  /** For places that are short of room. */
  readonly isBrief?: boolean
}

/** Where the latest change stands, in words and with a sign. */
export function SaveMark({ state, isBrief = false, className, ...rest }: Props) {
  const { words, brief, Icon } = LOOKS[state]
  return (
    <span
      role="status"
      aria-label={words}
      {...rest}
      className={classNames(styles['mark'], className)}
      data-look={state}
      data-brief={isBrief || undefined}
    >
      <Icon size="1.1em" aria-hidden />
      <span className={styles['words']}>{isBrief ? brief : words}</span>
    </span>
  )
}
