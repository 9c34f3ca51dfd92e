import { LIMITS } from './limits.ts'

const SUFFIX = ' (copy)'

/** The title of a copy, cut where the suffix would make it too long. */
export function copiedTitle(title: string): string {
  if (title.length + SUFFIX.length <= LIMITS.title) return title + SUFFIX
  const letters = [...title]
  while (letters.join('').length + SUFFIX.length > LIMITS.title) letters.pop()
  return letters.join('') + SUFFIX
}
