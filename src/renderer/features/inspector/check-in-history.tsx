import { useState } from 'react'
import { formatDay, formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import type { CorrectedCheckIn } from '#domain/check-in/round.ts'
import { withOriginals } from '#domain/check-in/round.ts'
import { formatValue } from '#domain/key-result/value-format.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { Button } from '#ui/button.tsx'
import { NumberField } from '#ui/editable.tsx'
import { edit } from './edit.ts'
import { Section } from './section.tsx'
import historyStyles from './check-in-history.module.css'
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
  const every = usePlan((state) => state.index?.allCheckInsByKeyResult.get(keyResultId)) ?? []
  const [all, setAll] = useState(false)
  if (every.length === 0)
    return (
      <Section title="Check-ins">
        <p className={styles['hint']}>None yet. Until then it counts as not started.</p>
      </Section>
    )
  const newestFirst = withOriginals(every).toReversed()
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN)
  return (
    <Section title={`Check-ins · ${String(newestFirst.length)}`}>
      <ul className={styles['list']}>
        {shown.map((entry) => (
          <li key={entry.holds.id}>
            <Entry entry={entry} unit={unit} />
          </li>
        ))}
      </ul>
      {newestFirst.length > SHOWN && (
        <Button
          variant="link"
          onClick={() => {
            setAll(!all)
          }}
        >
          {all ? 'Show the last three' : `Show all ${String(newestFirst.length)}`}
        </Button>
      )}
    </Section>
  )
}

/** Where a value comes from: computed, or typed by whom and when. */
function Origin({ checkIn }: { readonly checkIn: CheckIn }) {
  const author = usePlan((state) =>
    checkIn.authorId === null ? undefined : state.plan?.person.get(checkIn.authorId)?.name,
  )
  const at = new Date(checkIn.at)
  const time = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
  return (
    <>
      {checkIn.origin === 'computed'
        ? 'computed'
        : `typed by ${author ? shortTitle(author) : 'nobody named'}, ${formatDayWithYear(checkIn.at.slice(0, 10))} ${time}`}
    </>
  )
}

const said = (checkIn: CheckIn, unit: string) =>
  [
    ...(checkIn.value === null ? [] : [formatValue(checkIn.value, unit)]),
    ...(checkIn.stepsDone === null ? [] : [`${String(checkIn.stepsDone.length)} steps done`]),
    ...(checkIn.confidence === null ? [] : [`confidence ${String(checkIn.confidence)}`]),
    ...(checkIn.skipReason === '' ? [] : [`skipped: ${checkIn.skipReason}`]),
  ].join(' · ')

function Entry({
  entry: { holds, replaced },
  unit,
}: {
  readonly entry: CorrectedCheckIn
  readonly unit: string
}) {
  const [correcting, setCorrecting] = useState(false)
  return (
    <div className={historyStyles['checkIn']}>
      <p className={styles['plain']}>
        <strong>{formatDay(holds.day)}</strong> · {said(holds, unit)}
      </p>
      {holds.note !== '' && <p className={historyStyles['quote']}>“{holds.note}”</p>}
      <p className={styles['hint']}>
        <Origin checkIn={holds} />
        {holds.link !== '' && (
          <>
            {' · evidence: '}
            <span dir="auto" className={historyStyles['evidence']}>
              {holds.link}
            </span>
          </>
        )}
      </p>
      {replaced.map((original) => (
        <p key={original.id} className={styles['hint']}>
          <s>{said(original, unit)}</s> <Origin checkIn={original} />, corrected
        </p>
      ))}
      {holds.value !== null &&
        (correcting ? (
          <NumberField
            label="Correct value (the original is kept)"
            required
            unit={unit}
            value={holds.value}
            onCommit={(value) => {
              const refused = edit('checkIn.correct', {
                id: holds.id,
                value,
                confidence: holds.confidence,
              })
              if (refused === null) setCorrecting(false)
              return refused
            }}
          />
        ) : (
          <Button
            variant="link"
            aria-label={`Correct the value of ${formatDay(holds.day)}`}
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
