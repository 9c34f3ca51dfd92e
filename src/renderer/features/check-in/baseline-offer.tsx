import type { KeyResult } from '#domain/key-result/key-result.ts'
import { unitOf } from '#domain/key-result/metric.ts'
import { formatValue } from '#domain/key-result/value-format.ts'
import { run } from '#store/plan-store.ts'
import { Button } from '#ui/button.tsx'
import { parseNumber } from '#ui/number-text.ts'
import { SideField } from './side-field.tsx'
import styles from './round.module.css'

/** The baseline is known: the key result can get a real target now. What it was stays in the history. */
export function BaselineOffer({
  keyResult,
  value,
  onDone,
}: {
  readonly keyResult: KeyResult
  readonly value: number | null
  readonly onDone: () => void
}) {
  if (value === null) return null
  const unit = unitOf(keyResult.metric)
  const take = (text: string): string | null => {
    const target = parseNumber(text, { required: true })
    if (!target.ok) return target.message
    const result = run('keyResult.update', {
      id: keyResult.id,
      changes: { metric: { type: 'increase', unit, baseline: value, target: target.value } },
    })
    if (!result.ok) return result.message
    onDone()
    return null
  }
  return (
    <div>
      <SideField
        label={`The baseline is ${formatValue(value, unit)}. Which value should it reach?`}
        hint={`It becomes "from ${formatValue(value, unit)} to …"; what it was stays in the history.`}
        button="Make it the target"
        numeric
        onDone={take}
      />
      <div className={styles['row']}>
        <Button variant="link" onClick={onDone}>
          Later
        </Button>
      </div>
    </div>
  )
}
