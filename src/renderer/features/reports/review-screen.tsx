import { useDeferredValue, useMemo } from 'react'
import { FileText } from 'lucide-react'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { makeReport } from '#domain/report/make-report.ts'
import { comparedDay } from '#domain/week/week.ts'
import { usePlan } from '#store/plan-store.ts'
import { openCycles, useUi } from '#store/ui-store.ts'
import { usePlanOn } from '#store/use-plan-on.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { NoCycle } from '#ui/no-cycle.tsx'
import { Builder } from './builder.tsx'
import { PaperPreview } from './paper-preview.tsx'
import { optionsOf, useReportChoices } from './report-choices.ts'
import type { ReportSource } from './report-source.ts'
import { useKeptChoices } from './use-kept-choices.ts'
import styles from './review-screen.module.css'

/** Reports: what is chosen on the left, the page as it will be saved on the right. */
export function ReviewScreen() {
  useKeptChoices()
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
  const isWeek = choices.kind === 'week'
  const weekAgo = usePlanOn(isWeek && cycle ? comparedDay(cycle, today) : null)
  const source = useMemo((): ReportSource | null => {
    if (!plan || !index || !cycle) return null
    const options = optionsOf(choices)
    const known = options.people.filter((id) => plan.person.has(id))
    const first = index.people[0]
    // A sheet is always of somebody; without a choice it is the first person's.
    const people =
      options.kind === 'person' ? [known[0] ?? first?.id ?? ''].filter((id) => id !== '') : known
    return { plan, index, cycleId: cycle.id, today, weekAgo, options: { ...options, people } }
  }, [plan, index, cycle, today, weekAgo, choices])
  const document = useMemo((): ReportDocument | null => {
    if (!source) return null
    const { options } = source
    if (options.kind === 'person' && options.people.length === 0) return null
    return makeReport(source.plan, source.index, source, options)
  }, [source])
  if (!source || !cycle)
    return (
      <NoCycle
        title="No cycle to report on"
        icon={<FileText size={28} aria-hidden />}
        onAdd={openCycles}
      >
        A report shows one cycle: its objectives, key results and initiatives. Add a cycle first.
      </NoCycle>
    )
  return (
    <div className={styles['screen']}>
      <Builder document={document} source={source} />
      {document ? (
        <PaperPreview document={document} paper={source.options.paper} />
      ) : (
        <EmptyState title="Nobody in this plan yet" icon={<FileText size={28} aria-hidden />}>
          A sheet shows what one person owns and carries. Add people to the plan first.
        </EmptyState>
      )}
    </div>
  )
}
