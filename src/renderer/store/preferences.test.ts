import { afterEach, expect, it } from 'vitest'
import { smallPlan } from '#domain/plan/plan-arbitrary.ts'
import type { PlanView, Prefs } from '#data/prefs.ts'
import { restorePreferences } from './preferences.ts'
import { select, useUi } from './ui-store.ts'
import { usePlan } from './working-copy.ts'

const LOOK: PlanView = {
  cycleId: 'q3',
  zoom: 'week',
  sort: 'title',
  collapsedAll: true,
  collapseExceptions: [],
  meId: null,
  round: null,
}
let stop: () => void = () => undefined
afterEach(() => {
  stop()
  usePlan.setState(usePlan.getInitialState(), true)
  useUi.setState(useUi.getInitialState(), true)
})

it('keeps what was selected while the look of a plan is still being read', async () => {
  let answer: (look: PlanView) => void = () => undefined
  const prefs = {
    app: () => Promise.resolve({ lastPlanId: null }),
    view: () => new Promise<PlanView>((read) => (answer = read)),
    keepApp: () => Promise.resolve(),
    keepView: () => Promise.resolve(),
  } as unknown as Prefs
  ;({ stop } = await restorePreferences(prefs, false))
  select({ kind: 'objective', id: 'of another plan' })
  useUi.setState({ cycleId: 'of another plan' })
  const plan = smallPlan()
  usePlan.setState({ phase: 'ready', plan })
  expect([useUi.getState().selection, useUi.getState().cycleId]).toEqual([[], null])

  const chosen = { kind: 'objective', id: 'o' } as const
  select(chosen)
  answer(LOOK)
  await Promise.resolve()
  expect(useUi.getState()).toMatchObject({ selection: [chosen], cycleId: 'q3', zoom: 'week' })
})
