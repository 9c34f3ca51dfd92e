import { create } from 'zustand'
import type { CatalogueRow } from '#data/db.ts'

/** A plan in the list of plans. `deletedAt` is set until the app closes; then its folder is in the trash. */
export type PlanListing = CatalogueRow

/** All plans that the database knows, the one opened last first. */
export const usePlans = create<{ readonly plans: readonly PlanListing[] }>()(() => ({ plans: [] }))

/** Shows the catalogue as it now stands. */
export function showPlans(rows: readonly CatalogueRow[]): void {
  usePlans.setState({
    plans: [...rows].sort((a, b) =>
      a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0,
    ),
  })
}
