import { classNames } from './class-names.ts'
import styles from './avatar.module.css'

type AvatarProps = {
  /** null draws "nobody". */
  readonly person: { readonly name: string; readonly initials: string; readonly hue: string } | null
  readonly size?: number
  /** The name stands beside it already. */
  readonly decorative?: boolean
}

/** A person's initials in their hue. */
export function Avatar({ person, size = 22, decorative = false }: AvatarProps) {
  const name = person?.name ?? 'Nobody'
  return (
    <span
      className={classNames(styles['avatar'], !person && styles['nobody'])}
      data-hue={person?.hue}
      style={{ width: size, height: size, fontSize: Math.max(8, size * 0.4) }}
      title={decorative ? undefined : name}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {person ? [...person.initials].slice(0, 3).join('') : '–'}
    </span>
  )
}
