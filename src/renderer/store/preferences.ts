import type { Id } from '#domain/plan/field.ts'
import type { Prefs } from '#data/prefs.ts'
import type { UiState } from './ui-store.ts'
import { useUi } from './ui-store.ts'
import { usePlan } from './working-copy.ts'

/** Choices are kept a moment after the last one, so that a slider does not write at each step. */
const KEEP_AFTER_MS = 300

type Restored = {
  /** The plan that was open when the app was last used. */
  readonly lastPlanId: Id | null
  /** Stops keeping. */
  readonly stop: () => void
}

/**
 * Brings the kept look back into the ui-store and from then on keeps each change of it; not in a page that
 * must not write.
 */
export async function restorePreferences(prefs: Prefs, mayWrite: boolean): Promise<Restored> {
  const { lastPlanId, ...look } = await prefs.app()
  useUi.setState(look)
  let timer: ReturnType<typeof setTimeout> | null = null
  let shownPlanId: Id | null = null
  let kept = lastPlanId
  let restoring = false

  const keep = () => {
    timer = null
    const ui = useUi.getState()
    const { theme, screen, inspectorOpen, garageOpen, reports, reminder } = ui
    const writes = [
      prefs.keepApp({
        ...{ theme, screen, inspectorOpen, garageOpen, reports, reminder },
        lastPlanId: kept,
      }),
    ]
    if (shownPlanId !== null && !restoring) writes.push(prefs.keepView(shownPlanId, viewOf(ui)))
    // A look that cannot be kept is not worth a word.
    void Promise.allSettled(writes)
  }
  const soon = () => {
    if (mayWrite) timer ??= setTimeout(keep, KEEP_AFTER_MS)
  }
  const atOnce = () => {
    if (!mayWrite) return
    if (timer !== null) clearTimeout(timer)
    keep()
  }

  const showView = async (planId: Id) => {
    restoring = true
    // At once, not when the look has been read: by then the person may have chosen something.
    useUi.setState({ selection: [], cycleId: null })
    const { collapseExceptions, ...view } = await prefs.view(planId)
    if (shownPlanId === planId) {
      useUi.setState({
        ...view,
        collapseExceptions: new Set(collapseExceptions),
      })
      restoring = false
    }
  }

  const stopUi = useUi.subscribe((ui, before) => {
    if (KEPT.some((key) => ui[key] !== before[key])) soon()
  })
  const stopPlan = usePlan.subscribe(({ plan, phase }) => {
    const planId = plan?.meta.id ?? null
    if (planId === shownPlanId) return
    shownPlanId = planId
    if (phase !== 'starting') kept = planId
    if (planId !== null) void showView(planId)
    // Whoever dies right after another plan was opened finds that one open.
    atOnce()
  })
  // A look that was chosen a moment before a reload is kept as well.
  globalThis.addEventListener?.('pagehide', atOnce)
  return {
    lastPlanId,
    stop: () => {
      globalThis.removeEventListener?.('pagehide', atOnce)
      stopUi()
      stopPlan()
      if (timer !== null) clearTimeout(timer)
    },
  }
}

const KEPT = [
  'theme',
  'screen',
  'inspectorOpen',
  'garageOpen',
  'reports',
  'reminder',
  'cycleId',
  'zoom',
  'sort',
  'collapsedAll',
  'collapseExceptions',
  'meId',
  'round',
] as const satisfies readonly (keyof UiState)[]

function viewOf(ui: UiState) {
  const { cycleId, zoom, sort, collapsedAll, collapseExceptions, meId, round } = ui
  return {
    cycleId,
    zoom,
    sort,
    collapsedAll,
    collapseExceptions: [...collapseExceptions],
    meId,
    round,
  }
}
