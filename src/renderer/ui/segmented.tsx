import { ToggleGroup as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './segmented.module.css'

export type Segment<V extends string> = {
  readonly value: V
  readonly label: string
  readonly icon?: ReactNode
}

/** One of a few, all in view. */
export function Segmented<V extends string>({
  label,
  value,
  segments,
  onChange,
}: {
  /** Accessible name of the group. */
  readonly label: string
  readonly value: V
  readonly segments: readonly Segment<V>[]
  readonly onChange: (value: V) => void
}) {
  return (
    <Radix.Root
      type="single"
      aria-label={label}
      className={styles['group']}
      value={value}
      onValueChange={(next) => {
        const chosen = segments.find((segment) => segment.value === next)
        if (chosen) onChange(chosen.value)
      }}
    >
      {segments.map((segment) => (
        <Radix.Item key={segment.value} value={segment.value} className={styles['item']}>
          {segment.icon}
          {segment.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  )
}
