import type { Day } from '#domain/calendar/day.ts'
import type { Id } from '#domain/plan/field.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { ReportOptions } from '#domain/report/options.ts'

/** What a report is made from: one state of the plan and what was chosen. */
export type ReportSource = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly cycleId: Id
  readonly today: Day
  /** The plan as it stood seven days ago, for a week; null where no history tells it. */
  readonly weekAgo?: Plan | null
  readonly options: ReportOptions
}
