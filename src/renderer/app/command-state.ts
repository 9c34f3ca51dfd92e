import { useMemo } from 'react'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { usePlan } from '#store/plan-store.ts'
import type { PlanState } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import type { UiState } from '#store/ui-store.ts'
import { cycleOnScreen } from './cycle-on-screen.ts'
import type { CommandState } from './command.ts'

const stateOf = (plan: PlanState, ui: UiState): CommandState => ({
  plan: plan.plan,
  canEdit: plan.phase === 'ready' && plan.save.state !== 'failed',
  cycleId: plan.plan ? (cycleOnScreen(plan.plan, ui.cycleId, plan.today)?.id ?? null) : null,
  undoName: plan.undoName,
  redoName: plan.redoName,
  ui,
  selected: ui.selection.length === 1 ? (ui.selection[0] ?? null) : null,
})

/** What commands look at, as it is now. */
export function commandState(): CommandState {
  return stateOf(usePlan.getState(), useUi.getState())
}

/** The same for a component that shows commands; it renders again when anything of it changes. */
export function useCommandState(): CommandState {
  const plan = usePlan()
  const ui = useUi()
  return useMemo(() => stateOf(plan, ui), [plan, ui])
}

/** The cycle that the screens show; null while no plan is open or it has none. */
export function useCycleOnScreen(): Cycle | null {
  const plan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  const cycleId = useUi((state) => state.cycleId)
  return plan ? cycleOnScreen(plan, cycleId, today) : null
}
