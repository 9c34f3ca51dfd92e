import { useState } from 'react'
import { formatDay, formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import { checkInOriginInWords } from '#domain/check-in/value-origin.ts'
import type { CorrectedCheckIn } from '#domain/check-in/round.ts'
import { saidInWords } from '#domain/check-in/said-words.ts'
import { withOriginals } from '#domain/check-in/round.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { localDay, localTime } from '#lib/clock.ts'
import { usePlan } from '#store/plan-store.ts'
import { Button } from '#ui/button.tsx'
import { CheckInForm } from './check-in-form.tsx'
import { Section } from './section.tsx'
import historyStyles from './check-in-history.module.css'
import styles from './inspector.module.css'

const SHOWN = 3

/** The check-ins of a key result, newest first. A wrong value is corrected; the original stays. */
export function CheckInHistory({ keyResult }: { readonly keyResult: KeyResult }) {
  const every = usePlan((state) => state.index?.allCheckInsByKeyResult.get(keyResult.id)) ?? []
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
            <Entry entry={entry} keyResult={keyResult} isLast={entry === newestFirst[0]} />
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

/** Where a value comes from: computed or typed, by whom and when. */
function Origin({
  keyResult,
  checkIn,
}: {
  readonly keyResult: KeyResult
  readonly checkIn: CheckIn
}) {
  const author = usePlan((state) =>
    checkIn.authorId === null ? undefined : state.plan?.person.get(checkIn.authorId)?.name,
  )
  const when = `${formatDayWithYear(localDay(checkIn.at))} ${localTime(checkIn.at)}`
  return <>{`${checkInOriginInWords(keyResult, checkIn, author)}, ${when}`}</>
}

const said = (keyResult: KeyResult, checkIn: CheckIn) =>
  [
    saidInWords(keyResult, checkIn) ?? [],
    ...(checkIn.confidence === null ? [] : [`confidence ${String(checkIn.confidence)}`]),
    ...(checkIn.skipReason === '' ? [] : [`skipped: ${checkIn.skipReason}`]),
  ]
    .flat()
    .join(' · ')

function Entry({
  entry: { holds, replaced },
  keyResult,
  isLast,
}: {
  readonly entry: CorrectedCheckIn
  readonly keyResult: KeyResult
  readonly isLast: boolean
}) {
  const [isCorrecting, setCorrecting] = useState(false)
  return (
    <div className={historyStyles['checkIn']}>
      <p className={styles['plain']}>
        <strong>{formatDay(holds.day)}</strong> · {said(keyResult, holds)}
      </p>
      {holds.note !== '' && (
        <p className={historyStyles['quote']}>
          “<bdi>{holds.note}</bdi>”
        </p>
      )}
      <p className={styles['hint']}>
        <Origin keyResult={keyResult} checkIn={holds} />
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
          <s>{said(keyResult, original)}</s> <Origin keyResult={keyResult} checkIn={original} />,
          corrected
        </p>
      ))}
      {holds.skipReason === '' &&
        (isCorrecting ? (
          <CheckInForm
            keyResult={keyResult}
            corrects={holds}
            isLast={isLast}
            lastConfidence={null}
            lastValueText=""
            onDone={() => {
              setCorrecting(false)
            }}
          />
        ) : (
          <Button
            variant="link"
            aria-label={`Correct the check-in of ${formatDay(holds.day)}`}
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
