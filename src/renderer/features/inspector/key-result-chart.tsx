import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { KeyResultStatus } from '#domain/key-result/status.ts'
import { valueChart } from '#domain/key-result/value-chart.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import { usePlan } from '#store/plan-store.ts'
import { ProgressChart } from './progress-chart.tsx'

/** The chart of one key result, with the line that its owner planned. */
export function KeyResultChart({
  keyResult,
  figures,
}: {
  readonly keyResult: KeyResult
  readonly figures: KeyResultStatus
}) {
  const checkIns = usePlan((state) => state.index?.checkInsByKeyResult.get(keyResult.id)) ?? []
  const cycle = usePlan((state) => {
    const objective = state.plan?.objective.get(keyResult.objectiveId)
    return objective && state.plan?.cycle.get(objective.cycleId)
  })
  const today = usePlan((state) => state.today)
  if (!cycle) return null
  return (
    <ProgressChart
      chart={valueChart(keyResult, checkIns, cycle.startOn, today)}
      startOn={cycle.startOn}
      dueOn={keyResult.dueOn}
      today={today}
      summary={`${formatMetric(keyResult.metric)}: ${figures.reasons.join('. ')}`}
    />
  )
}
