import { addDays } from '../calendar/day.ts'
import { checkInDays } from '../check-in/cadence.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import { baselineOf } from '../key-result/metric.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { SeededCycle, SeededKeyResult } from './seeded-cycle.ts'
import { nth } from './seeded-ids.ts'
import type { Ids } from './seeded-ids.ts'

/** Values on the way from the first to the last check-in, the last one exact. */
function valueAt(keyResult: SeededKeyResult, metric: Metric, week: number): number | null {
  if (keyResult.final === null) return null
  if (metric.type === 'find-baseline')
    return week === keyResult.foundInWeek ? keyResult.final : null
  if (metric.type === 'band')
    return keyResult.outOfBand?.includes(week) ? (metric.low ?? 0) - 0.6 : keyResult.final
  const start = baselineOf(metric)
  if (start === null || week === 13) return keyResult.final
  return Math.round((start + ((keyResult.final - start) * week) / 13) * 100) / 100
}

/** The check-ins of a key result, week by week. */
export function checkInsOf(
  cycle: SeededCycle,
  at: number,
  seeded: SeededKeyResult,
  keyResult: KeyResult,
  idOf: Ids,
): CheckIn[] {
  const { metric, ownerId } = keyResult
  const days = checkInDays(cycle.startOn, cycle.endOn, DEFAULT_SETTINGS.cadence)
  const last = seeded.foundInWeek ?? days.length
  const [first, final] = seeded.confidence
  return days.flatMap((day, i): CheckIn[] => {
    const week = i + 1
    if (week > last || seeded.missed?.includes(week)) return []
    const doneBy = (step: number) => week >= Math.ceil(((step + 1) * last) / 4) - 1
    const steps = metric.type === 'milestone' ? metric.steps.slice(0, seeded.stepsDone ?? 0) : []
    return [
      {
        kind: 'checkIn',
        id: idOf(`${nth(at, seeded.key)} week ${String(week)}`),
        keyResultId: keyResult.id,
        day,
        at: `${day}T09:00:00.000Z`,
        value: valueAt(seeded, metric, week),
        stepsDone:
          metric.type === 'milestone'
            ? steps.filter((_, step) => doneBy(step)).map(({ id }) => id)
            : null,
        confidence: Math.round(first + ((final - first) * i) / Math.max(1, last - 1)),
        note: week === last ? 'The last one of the cycle' : '',
        link: '',
        authorId: ownerId,
        origin: metric.type === 'milestone' ? 'computed' : 'typed',
        corrects: null,
        skipReason: '',
      },
    ]
  })
}

/** How a key result of the story is measured. */
export function metricOf(
  seeded: SeededKeyResult,
  cycle: SeededCycle,
  idOf: Ids,
  at: number,
): Metric {
  const { metric } = seeded
  if (!('length' in metric)) return metric
  return {
    type: 'milestone',
    steps: metric.map((title, step) => ({
      id: idOf(`${nth(at, seeded.key)} step ${String(step)}`),
      title,
      weight: 1,
      doneOn: step < (seeded.stepsDone ?? 0) ? addDays(cycle.startOn, 25 * (step + 1)) : null,
    })),
  }
}
