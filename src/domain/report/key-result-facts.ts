import type { Day } from '../calendar/day.ts'
import { valueOrigin } from '../check-in/value-origin.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { rulesOf } from '../key-result/rule-context.ts'
import { bandCount } from '../key-result/progress.ts'
import { statusOf } from '../key-result/status.ts'
import type { KeyResultStatus } from '../key-result/status.ts'
import { listAt } from '../plan/plan-index.ts'
import { habitOf } from '../retrospective/check-in-habit.ts'
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
  const { plan, index, cycle, today, sayDay, judged, numbers } = context
  const known = listAt(index.checkInsByKeyResult, keyResult.id).filter(({ day }) => day <= today)
  const rules = { cycle, ...rulesOf(plan), today, sayDay }
  const figures = statusOf(keyResult, known, rules)
  const habit = habitOf(keyResult, figures, known, rules)
  const { progress, pace } = figures
  const valueFrom = valueOrigin(keyResult, known, today)
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
      valueFrom:
        valueFrom === null
          ? null
          : {
              on: valueFrom.on,
              author: personName(plan, valueFrom.authorId),
              origin: valueFrom.origin,
              isTickedInPlan: valueFrom.isTickedInPlan,
              steps: valueFrom.steps,
            },
      planLine: keyResult.planLine,
      band:
        keyResult.metric.type === 'band' && progress.state === 'measured'
          ? bandCount(keyResult.metric, keyResult, known, rules)
          : null,
      stepsDone: valueFrom?.steps?.done ?? (keyResult.metric.type === 'milestone' ? 0 : null),
      inBand: progress.inBand,
      raw: progress.raw,
      counted: progress.counted,
      expected: pace.verdict === 'none' ? null : pace.expected,
      gap: pace.verdict === 'none' ? null : pace.gap,
      confidenceFrom: known.find(({ confidence }) => confidence !== null)?.confidence ?? null,
      confidenceTo: figures.confidenceFrom?.confidence ?? null,
      checkInsDone: habit.done,
      checkInsDue: habit.due,
      status: figures.status,
      reasons: figures.reasons,
      score: reviewed?.score ?? null,
      proposedScore: reviewed?.proposed ?? null,
      scoreReason: reviewed?.reason ?? '',
    },
  }
}
