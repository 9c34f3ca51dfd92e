import { useEffect } from 'react'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import { choicesFrom, keptOf } from './kept-choices.ts'
import { choose, useReportChoices } from './report-choices.ts'

let isRestored = false

/** Brings back what was chosen for each kind of report, once, and from then on keeps every change. */
export function useKeptChoices(): void {
  useEffect(() => {
    if (!isRestored) {
      isRestored = true
      const people = usePlan.getState().plan?.person
      const isPerson = (id: string) => people?.has(id) ?? false
      useReportChoices.setState(choicesFrom(useUi.getState().reports, isPerson))
    }
    const { askedReport } = useUi.getState()
    if (askedReport !== null) {
      choose({ kind: askedReport, cycleId: null })
      useUi.setState({ askedReport: null, reports: keptOf(useReportChoices.getState()) })
    }
    return useReportChoices.subscribe((choices) => {
      useUi.setState({ reports: keptOf(choices) })
    })
  }, [])
}
