import { formatDay } from '#domain/calendar/day-format.ts'
import { saidInWords } from '#domain/check-in/said-words.ts'
import { givenInWords } from '#domain/check-in/value-origin.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { baselineOf, targetOf } from '#domain/key-result/metric.ts'
import type { KeyResultStatus } from '#domain/key-result/status.ts'
import { formatNumber, formatShare } from '#domain/key-result/value-format.ts'
import { usePlan } from '#store/plan-store.ts'
import { StatusChip, statusTone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'
import { why } from '#ui/why-tips.tsx'
import styles from './round.module.css'

/** The value that the plan line asks for today; null where no way is measured. */
function expectedInWords({ metric }: KeyResult, { pace }: KeyResultStatus): string | null {
  if (metric.type === 'milestone') return formatShare(pace.expected)
  const [baseline, target] = [baselineOf(metric), targetOf(metric)]
  if (baseline === null || target === null) return null
  const value = baseline + pace.expected * (target - baseline)
  return formatNumber(Number(value.toPrecision(3)))
}

/** The last value, what is expected today, and the status that the answer makes, with its rule. */
export function StopPace({
  keyResult,
  figures,
  last,
  arrivalWords,
}: {
  readonly keyResult: KeyResult
  readonly figures: KeyResultStatus
  /** The last check-in of an earlier day that says something about the number. */
  readonly last: CheckIn | null
  readonly arrivalWords: string | null
}) {
  const author = usePlan((state) => state.plan?.person.get(last?.authorId ?? '')?.name)
  const expected = expectedInWords(keyResult, figures)
  return (
    <div className={styles['pace']}>
      <p>
        {last === null
          ? 'no value yet'
          : `last ${saidInWords(keyResult, last) ?? ''} on ${formatDay(last.day)}, ${givenInWords(last, author)}`}
        {expected !== null && ` · expected ${expected}`}
      </p>
      <p className={styles['status']} {...why(figures.reasons)}>
        <StatusChip status={figures.status} />
        <Popover
          label="The rule behind this status"
          trigger={
            <Button variant="link" size="small">
              why?
            </Button>
          }
        >
          <ul className={styles['rules']}>
            {figures.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {arrivalWords !== null && <li>{arrivalWords}</li>}
          </ul>
        </Popover>
      </p>
      <p data-tone={statusTone(figures.status)}>{figures.reasons[0]}</p>
    </div>
  )
}
