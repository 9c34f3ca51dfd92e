import type { Day } from '../calendar/day.ts'
import type { Id } from '../plan/field.ts'

/** What the rows of the sample share: fresh ids by name and days by number from the cycle's first. */
export type SampleContext = {
  readonly idOf: (name: string) => Id
  readonly dayOf: (number: number) => Day
  readonly cycleId: Id
}
