import type { Person } from '#domain/people/person.ts'

/** Who gives dots after somebody; the first after hands for all, and nobody after the last. */
export function nextTurn(present: readonly Pick<Person, 'id'>[], by: string): string | null {
  const at = by === 'room' ? -1 : present.findIndex(({ id }) => id === by)
  return present[at + 1]?.id ?? null
}
