import type { KeyResultStatus } from '#domain/key-result/status.ts'
import type { RollUp } from '#domain/objective/roll-up.ts'
import type { Id } from '#domain/plan/field.ts'
import type { FigureSources, InitiativeFigures } from './figures.ts'
import { initiativeFigures, keyResultFigures, objectiveFigures } from './figures.ts'
import type { SaveStatus } from './save-queue.ts'
import type { PlanState } from './working-copy.ts'
import { usePlan } from './working-copy.ts'

/** The sources of figures in a state; null while no plan is open. */
export function figureSources({ plan, index, today }: PlanState): FigureSources | null {
  return plan && index ? { plan, index, today } : null
}

/** Progress, pace, confidence and status of a key result, with the rules; null when it is not there. */
export function useKeyResultFigures(id: Id): KeyResultStatus | null {
  return usePlan((state) => {
    const sources = figureSources(state)
    const keyResult = sources?.plan.keyResult.get(id)
    return sources && keyResult ? keyResultFigures(sources, keyResult) : null
  })
}

/** The roll-up of an objective with its reasons; null when it is not there. */
export function useObjectiveFigures(id: Id): RollUp | null {
  return usePlan((state) => {
    const sources = figureSources(state)
    const objective = sources?.plan.objective.get(id)
    return sources && objective ? objectiveFigures(sources, objective) : null
  })
}

/** Share done, lateness and "work done, number flat" of an initiative; null when it is not there. */
export function useInitiativeFigures(id: Id): InitiativeFigures | null {
  return usePlan((state) => {
    const sources = figureSources(state)
    const initiative = sources?.plan.initiative.get(id)
    return sources && initiative ? initiativeFigures(sources, initiative) : null
  })
}

/** Where the latest change stands, as it may be shown; a plan that can only be read says so. */
export function useSaveState(): SaveStatus['state'] {
  return usePlan(({ save, readOnlyReason }) => (readOnlyReason === null ? save.state : 'read-only'))
}
