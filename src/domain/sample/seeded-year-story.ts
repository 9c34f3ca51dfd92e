import type { Hue } from '../people/person.ts'
import type { SeededCycle } from './seeded-cycle.ts'
import { SEEDED_Q1 } from './seeded-q1.ts'
import { SEEDED_Q2 } from './seeded-q2.ts'
import { SEEDED_Q3 } from './seeded-q3.ts'
import { SEEDED_Q4 } from './seeded-q4.ts'

/** The three teams of the seeded year with their two people each; the first leads. */
export const TEAMS: readonly {
  readonly name: string
  readonly hue: Hue
  readonly people: readonly [string, string]
}[] = [
  { name: 'Support', hue: 'blue', people: ['Mira Kowalski', 'Tom Reyes'] },
  { name: 'Product', hue: 'violet', people: ['Jon Dahl', 'Ada Okafor'] },
  { name: 'Growth', hue: 'green', people: ['Sara Lind', 'Wei Chen'] },
]

/** Four quarters of 2026: a fair one, a missed one, a good one, and one that waits for its review. */
export const SEEDED_CYCLES: readonly SeededCycle[] = [SEEDED_Q1, SEEDED_Q2, SEEDED_Q3, SEEDED_Q4]
