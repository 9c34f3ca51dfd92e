import { useState } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import { formatValue } from '#domain/key-result/value-format.ts'
import { usePlan } from '#store/plan-store.ts'
import { Button } from '#ui/button.tsx'
import { NumberField } from '#ui/editable.tsx'
import { edit } from './edit.ts'
import { Section } from './section.tsx'
import styles from './inspector.module.css'

const SHOWN = 3

/** The check-ins of a key result, newest first. A wrong value is corrected; the original stays. */
export function CheckInHistory({
  keyResultId,
  unit,
}: {
  readonly keyResultId: string
  readonly unit: string
}) {
  const checkIns = usePlan((state) => state.index?.checkInsByKeyResult.get(keyResultId)) ?? []
  const [all, setAll] = useState(false)
  if (checkIns.length === 0)
    return (
      <Section title="Check-ins">
        <p className={styles['hint']}>None yet. Until then it counts as not started.</p>
      </Section>
    )
  const newestFirst = [...checkIns].reverse()
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN)
  return (
    <Section title={`Check-ins · ${String(checkIns.length)}`}>
      <ul className={styles['list']}>
        {shown.map((checkIn) => (
          <li key={checkIn.id}>
            <Entry checkIn={checkIn} unit={unit} />
          </li>
        ))}
      </ul>
      {checkIns.length > SHOWN && (
        <Button
          variant="link"
          onClick={() => {
            setAll(!all)
          }}
        >
          {all ? 'Show the last three' : `Show all ${String(checkIns.length)}`}
        </Button>
      )}
    </Section>
  )
}

function Entry({ checkIn, unit }: { readonly checkIn: CheckIn; readonly unit: string }) {
  const [correcting, setCorrecting] = useState(false)
  const author = usePlan((state) =>
    checkIn.authorId === null ? undefined : state.plan?.person.get(checkIn.authorId)?.name,
  )
  return (
    <div className={styles['checkIn']}>
      <p className={styles['plain']}>
        <strong>{formatDay(checkIn.day)}</strong>
        {checkIn.value !== null && ` · ${formatValue(checkIn.value, unit)}`}
        {checkIn.stepsDone !== null && ` · ${String(checkIn.stepsDone.length)} steps done`}
        {checkIn.confidence !== null && ` · confidence ${String(checkIn.confidence)}`}
        {author === undefined ? '' : ` · ${author}`}
        {checkIn.corrects !== null && ' · corrected'}
      </p>
      {checkIn.note !== '' && <p className={styles['quote']}>“{checkIn.note}”</p>}
      {checkIn.value !== null &&
        (correcting ? (
          <NumberField
            label="Correct value (the original is kept)"
            required
            unit={unit}
            value={checkIn.value}
            onCommit={(value) => {
              const refused = edit('checkIn.correct', {
                id: checkIn.id,
                value,
                confidence: checkIn.confidence,
              })
              if (refused === null) setCorrecting(false)
              return refused
            }}
          />
        ) : (
          <Button
            variant="link"
            aria-label={`Correct the value of ${formatDay(checkIn.day)}`}
            onClick={() => {
              setCorrecting(true)
            }}
          >
            Correct
          </Button>
        ))}
    </div>
  )
}
