import { addDays, minDay } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { checkInDays, GRACE_DAYS } from '../check-in/cadence.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { isFinal, statusOf } from '../key-result/status.ts'
import type { KeyResultStatus } from '../key-result/status.ts'
import { listAt } from '../plan/plan-index.ts'
import type { ReportContext } from './build-report.ts'
import { personName } from './person-name.ts'
import type { ReportKeyResult, ReportOverride } from './report-model.ts'

/** A key result with its figures, as the roll-up and as the page need it. */
export type KeyResultFacts = {
  readonly keyResult: KeyResult
  readonly figures: KeyResultStatus
  readonly printed: ReportKeyResult
  readonly lastOn: Day | null
  readonly override: ReportOverride | null
}

export function keyResultFacts(keyResult: KeyResult, context: ReportContext): KeyResultFacts {
  const { plan, index, cycle, today, judged, numbers } = context
  const known = listAt(index.checkInsByKeyResult, keyResult.id).filter(({ day }) => day <= today)
  const figures = statusOf(keyResult, known, { cycle, settings: plan.meta.settings, today })
  const { progress, pace } = figures
  const number = numbers.get(keyResult.id) ?? ''
  const reviewed = judged?.objectives
    .find(({ objective }) => objective.id === keyResult.objectiveId)
    ?.keyResults.find((one) => one.keyResult.id === keyResult.id)
  const { statusOverride } = keyResult
  return {
    keyResult,
    figures,
    lastOn: known.at(-1)?.day ?? null,
    override:
      figures.isOverridden && statusOverride !== null
        ? {
            number,
            title: keyResult.title,
            status: statusOverride.status,
            reason: statusOverride.reason,
            author: personName(plan, statusOverride.authorId),
            setOn: statusOverride.setOn,
            untilOn: statusOverride.untilOn,
          }
        : null,
    printed: {
      id: keyResult.id,
      number,
      title: keyResult.title,
      owner: personName(plan, keyResult.ownerId),
      metric: keyResult.metric,
      dueOn: keyResult.dueOn,
      weight: keyResult.weight,
      indicator: keyResult.indicator,
      guardrail: keyResult.guardrail,
      state: keyResult.state,
      stateReason: keyResult.stateReason,
      wouldDo: keyResult.wouldDo,
      source: keyResult.source,
      link: keyResult.link,
      note: keyResult.note,
      measured: progress.state,
      current: progress.current,
      stepsDone: stepsDone(keyResult, today),
      inBand: progress.inBand,
      raw: progress.raw,
      counted: progress.counted,
      expected: pace.verdict === 'none' ? null : pace.expected,
      gap: pace.verdict === 'none' ? null : pace.gap,
      confidenceFrom: known.find(({ confidence }) => confidence !== null)?.confidence ?? null,
      confidenceTo: figures.confidenceFrom?.confidence ?? null,
      ...checkInsDoneOfDue(known, dueDays(figures, keyResult, context)),
      status: figures.status,
      reasons: figures.reasons,
      score: reviewed?.score ?? null,
      proposedScore: reviewed?.proposed ?? null,
      scoreReason: reviewed?.reason ?? '',
    },
  }
}

function stepsDone({ metric }: KeyResult, today: Day): number | null {
  if (metric.type !== 'milestone') return null
  return metric.steps.filter(({ doneOn }) => doneOn !== null && doneOn <= today).length
}

/** The days on which a check-in was due so far; none any more once it is reached for good. */
function dueDays(
  figures: KeyResultStatus,
  keyResult: KeyResult,
  { plan, cycle, today }: ReportContext,
): readonly Day[] {
  const isSettled = isFinal(keyResult) && figures.computed === 'done'
  const until = isSettled ? (figures.lastCheckIn?.day ?? cycle.startOn) : today
  return checkInDays(cycle.startOn, minDay(until, cycle.endOn), plan.meta.settings.cadence)
}

/**
 * How many of the due days have a check-in. One belongs to the first due day that is at most three days
 * before it; one that only says why nothing could be said is none.
 */
export function checkInsDoneOfDue(
  checkIns: readonly Pick<CheckIn, 'day' | 'skipReason'>[],
  due: readonly Day[],
): { readonly checkInsDone: number; readonly checkInsDue: number } {
  const met = new Set<Day>()
  for (const { day, skipReason } of checkIns) {
    if (skipReason !== '') continue
    const dueDay = due.find((on) => day <= addDays(on, GRACE_DAYS))
    if (dueDay !== undefined) met.add(dueDay)
  }
  return { checkInsDone: met.size, checkInsDue: due.length }
}
