import { formatDay } from '#domain/calendar/day-format.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { baselineOf, targetOf, unitOf } from '#domain/key-result/metric.ts'
import type { KeyResultStatus } from '#domain/key-result/status.ts'
import { formatNumber, formatValue } from '#domain/key-result/value-format.ts'
import { StatusChip, statusTone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'
import styles from './round.module.css'

/** The last value, what is expected today, and the status that the answer makes, with its rule. */
export function StopPace({
  keyResult,
  figures,
  last,
  arrivalWords,
}: {
  readonly keyResult: KeyResult
  readonly figures: KeyResultStatus
  /** The last check-in of an earlier day with a value. */
  readonly last: CheckIn | null
  readonly arrivalWords: string | null
}) {
  const unit = unitOf(keyResult.metric)
  const [baseline, target] = [baselineOf(keyResult.metric), targetOf(keyResult.metric)]
  const expected =
    baseline === null || target === null
      ? null
      : baseline + figures.pace.expected * (target - baseline)
  return (
    <div className={styles['pace']}>
      <p>
        {last === null
          ? 'no value yet'
          : `last ${formatValue(last.value, unit)} on ${formatDay(last.day)}`}
        {expected !== null && ` · expected ${formatNumber(Number(expected.toPrecision(3)))}`}
      </p>
      <p className={styles['status']}>
        <StatusChip status={figures.status} reasons={figures.reasons} />
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
