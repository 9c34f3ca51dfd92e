import type { Id, Ref } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { usePlan } from '#store/plan-store.ts'
import { NO_FILTER, setFilter, showCycle, showScreen, useUi } from '#store/ui-store.ts'
import { commandState } from './command-state.ts'
import { cycleIdOf } from './cycle-of-thing.ts'
import { focusSoon } from './focus-soon.ts'
import { goTo } from './plan-commands.ts'

/** Shows any thing of the plan where it is at home: on the route, in its list, or in its workshop. */
export function goToThing(ref: Ref): void {
  const { plan } = usePlan.getState()
  if (!plan) return
  switch (ref.kind) {
    case 'cycle':
      showCycle(ref.id)
      showScreen('route')
      return
    case 'theme':
      setFilter({ ...NO_FILTER, themeIds: [ref.id] })
      showScreen('route')
      return
    case 'checkIn': {
      const keyResultId = plan.checkIn.get(ref.id)?.keyResultId
      if (keyResultId !== undefined) goToThing({ kind: 'keyResult', id: keyResultId })
      return
    }
    case 'journalEntry':
      showInList('journal', ref)
      return
    case 'detour':
      followCycle(plan, ref)
      showInList('detours', ref)
      return
    case 'workshop':
      void openWorkshop(ref.id)
      return
    case 'card':
      void openWorkshop(plan.card.get(ref.id)?.workshopId ?? null)
      return
    default:
      followCycle(plan, ref)
      goTo(ref)
  }
}

function followCycle(plan: Plan, ref: Ref): void {
  const cycleId = cycleIdOf(plan, ref)
  if (cycleId !== null && cycleId !== commandState().cycleId) showCycle(cycleId)
}

function showInList(screen: 'journal' | 'detours', lookedFor: Ref): void {
  showScreen(screen)
  useUi.setState({ lookedFor })
  focusSoon(() => document.querySelector<HTMLElement>(`[data-thing="${CSS.escape(lookedFor.id)}"]`))
}

async function openWorkshop(id: Id | null): Promise<void> {
  // Loaded with the workshop, which most starts never show.
  const { openRoom } = await import('#features/workshop/room-store.ts')
  openRoom(id)
  showScreen('workshop')
}
