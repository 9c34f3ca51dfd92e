import { arrivalInWords, arrivalOf } from '#domain/key-result/arrival.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { usePlan } from '#store/plan-store.ts'
import { Row } from './section.tsx'
import styles from './inspector.module.css'

/** Where the last check-ins lead, said as a projection; nothing from fewer than three. */
export function ArrivalLine({ keyResult }: { readonly keyResult: KeyResult }) {
  const checkIns = usePlan((state) => state.index?.checkInsByKeyResult.get(keyResult.id)) ?? []
  const today = usePlan((state) => state.today)
  const arrival = arrivalOf(keyResult, checkIns, today)
  if (!arrival) return null
  return (
    <Row label="Arrival">
      <span className={styles['plain']}>{arrivalInWords(keyResult, arrival)}</span>
    </Row>
  )
}
