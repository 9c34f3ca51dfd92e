import { useDeferredValue, useMemo } from 'react'
import { FileText } from 'lucide-react'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import { buildReport } from '#domain/report/build-report.ts'
import { composeReport } from '#domain/report/compose-report.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Builder } from './builder.tsx'
import { PaperPreview } from './paper-preview.tsx'
import { optionsOf, useReportChoices } from './report-choices.ts'
import styles from './review-screen.module.css'

/** The review: a report of the cycle as it stands, on paper, and the way to take it along. */
export function ReviewScreen() {
  const plan = useDeferredValue(usePlan((state) => state.plan))
  const index = useDeferredValue(usePlan((state) => state.index))
  const today = usePlan((state) => state.today)
  const onScreen = useUi((state) => state.cycleId)
  const choices = useReportChoices()
  const chosen = choices.cycleId ?? onScreen
  const cycle = useMemo(() => {
    if (!plan) return null
    return (chosen === null ? undefined : plan.cycle.get(chosen)) ?? currentCycle(plan, today)
  }, [plan, chosen, today])
  const cycles = useMemo(
    () => [...(plan?.cycle.values() ?? [])].sort((a, b) => (a.startOn < b.startOn ? -1 : 1)),
    [plan],
  )
  const document = useMemo(() => {
    if (!plan || !index || !cycle) return null
    const options = optionsOf(choices)
    return composeReport(
      buildReport(plan, index, { cycleId: cycle.id, today, kind: options.kind }),
      options,
    )
  }, [plan, index, cycle, today, choices])
  if (!document || !cycle)
    return (
      <EmptyState title="No cycle to report on" icon={<FileText size={28} aria-hidden />}>
        A report shows one cycle: its objectives, key results and initiatives. Add a cycle first.
      </EmptyState>
    )
  return (
    <div className={styles['screen']}>
      <Builder document={document} cycles={cycles} cycleId={cycle.id} />
      <PaperPreview document={document} paper={choices.paper} />
    </div>
  )
}
