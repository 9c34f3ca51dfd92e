import { create } from 'zustand'
import type { Day } from '#domain/calendar/day.ts'
import type { Id } from '#domain/plan/field.ts'

/** What is being written on the map right now; null days and legs are chosen by the place. */
export type Adding =
  | { readonly type: 'objective' }
  | { readonly type: 'keyResult'; readonly objectiveId: Id; readonly dueOn: Day | null }
  | {
      readonly type: 'initiative'
      readonly objectiveId: Id
      readonly keyResultId: Id | null
      readonly startOn: Day | null
    }

/** The one open field for a new thing, or null. */
export const useAdding = create<{ readonly adding: Adding | null }>()(() => ({ adding: null }))

export function startAdding(adding: Adding): void {
  useAdding.setState({ adding })
}

export function stopAdding(): void {
  useAdding.setState({ adding: null })
}
