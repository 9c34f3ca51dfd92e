// The one door for features: reading by hooks, changing by commands, the life of whole plans.
export { usePlans } from './plan-list.ts'
export type { PlanListing } from './plan-list.ts'
export { createPlan, duplicatePlan } from './make-plan.ts'
export { openPlan } from './open-plan.ts'
export {
  closePlan,
  deletePlan,
  keepBoth,
  renamePlan,
  retrySave,
  undeletePlan,
} from './plan-life.ts'
export type { PlanOutcome } from './plan-session.ts'
export type { SaveStatus } from './save-queue.ts'
export type { CommandStep } from './run-command.ts'
export { FINISHED_WORKSHOP, redo, refusalOf, run, runAll, undo } from './run-command.ts'
export { discardUnsaved, flush, usePlan } from './working-copy.ts'
export type { PlanState } from './working-copy.ts'
