import { Check, CircleDashed, Clock, Flag, TriangleAlert, TrendingDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Tone } from './ring.tsx'
import { why } from './why-tips.tsx'
import styles from './badge.module.css'

/** A short word on a coloured ground. */
export function Badge({
  tone = 'quiet',
  icon,
  reasons,
  isFocusable = false,
  children,
}: {
  readonly tone?: Tone
  readonly icon?: ReactNode
  /** The rule and the numbers behind the colour, shown on hover and focus. */
  readonly reasons?: readonly string[] | undefined
  /** It stands alone: the keyboard comes to it for its reasons. */
  readonly isFocusable?: boolean
  readonly children: ReactNode
}) {
  return (
    <span
      className={classNames(styles['badge'], styles[tone])}
      {...(reasons ? why(reasons) : {})}
      {...(reasons && isFocusable ? { tabIndex: 0, role: 'note' } : {})}
    >
      {icon}
      <span className={styles['words']}>{children}</span>
    </span>
  )
}

const STATUS = {
  'on-pace': { tone: 'good', word: 'On pace', Icon: Check },
  slipping: { tone: 'warn', word: 'Slipping', Icon: TrendingDown },
  behind: { tone: 'bad', word: 'Behind pace', Icon: TriangleAlert },
  outdated: { tone: 'warn', word: 'Outdated', Icon: Clock },
  'not-started': { tone: 'quiet', word: 'Not started', Icon: CircleDashed },
  done: { tone: 'good', word: 'Reached', Icon: Flag },
} as const

export type StatusName = keyof typeof STATUS

/** The word of a status, the same everywhere. */
export function statusWord(status: StatusName): string {
  return STATUS[status].word
}

/** The colour of a status. */
export function statusTone(status: StatusName): Tone {
  return STATUS[status].tone
}

/** A status as shape, word and colour together. */
export function StatusChip({
  status,
  reasons,
  isFocusable,
  children,
}: {
  readonly status: StatusName
  /** The rule and the numbers behind it, shown on hover and focus. */
  readonly reasons?: readonly string[] | undefined
  /** It stands alone and not within a button: the keyboard comes to it. */
  readonly isFocusable?: boolean
  /** Replaces the word, e.g. "Slipping, by hand". */
  readonly children?: ReactNode
}) {
  const { tone, word, Icon } = STATUS[status]
  return (
    <Badge
      tone={tone}
      icon={<Icon size={13} aria-hidden />}
      reasons={reasons}
      {...(isFocusable === undefined ? {} : { isFocusable })}
    >
      {children ?? word}
    </Badge>
  )
}
