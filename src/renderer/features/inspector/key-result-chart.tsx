import { addDays, daysBetween } from '#domain/calendar/day.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { baselineOf, targetOf, unitOf } from '#domain/key-result/metric.ts'
import { expectedOn } from '#domain/key-result/pace.ts'
import type { KeyResultStatus } from '#domain/key-result/status.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import { usePlan } from '#store/plan-store.ts'
import { ProgressChart } from './progress-chart.tsx'

/** Points of the expected line; enough for a smooth curve over a year. */
const POINTS = 24

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
  const baseline = baselineOf(keyResult.metric)
  const target = targetOf(keyResult.metric)
  const days = daysBetween(cycle.startOn, keyResult.dueOn)
  const expected =
    baseline === null || target === null || days <= 0
      ? []
      : Array.from({ length: POINTS + 1 }, (_, i) => {
          const on = addDays(cycle.startOn, Math.round((i / POINTS) * days))
          return {
            on,
            value: baseline + expectedOn(keyResult, cycle.startOn, on) * (target - baseline),
          }
        })
  return (
    <ProgressChart
      checkIns={checkIns}
      startOn={cycle.startOn}
      dueOn={keyResult.dueOn}
      today={today}
      unit={unitOf(keyResult.metric)}
      baseline={baseline}
      target={target}
      expected={expected}
      summary={`${formatMetric(keyResult.metric)}: ${figures.reasons.join('. ')}`}
    />
  )
}
