import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Review } from '../retrospective/review.ts'
import type { ReportModel } from './report-model.ts'

/** All that a retrospective is told from. */
export type Story = {
  readonly review: Review
  /** The review report of the same cycle on the same day: numbers, drawing, journal. */
  readonly model: ReportModel
  readonly plan: Plan
  /** Printed numbers of objectives and key results by id. */
  readonly numbers: ReadonlyMap<Id, string>
}
