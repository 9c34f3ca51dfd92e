import { useMemo } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { counted, inQuotes } from '#domain/plan/title-quote.ts'
import type { PlanDifference } from '#domain/restore/plan-difference.ts'
import { planDifference, thingOfDifference } from '#domain/restore/plan-difference.ts'
import { fieldWords, kindWords, titleOfThing } from '#domain/restore/thing-words.ts'
import styles from './merge.module.css'

const MOST_LISTED = 200
const WORDS = { added: 'added', changed: 'changed', gone: 'removed' } as const

/** What the result takes from whom, by count and by title. */
export function TakenSummary({
  mine,
  theirs,
  merged,
}: {
  readonly mine: Plan
  readonly theirs: Plan
  readonly merged: Plan
}) {
  const fromThem = useMemo(() => planDifference(mine, merged), [mine, merged])
  const fromYou = useMemo(() => planDifference(theirs, merged), [theirs, merged])
  return (
    <section className={styles['section']} aria-label="Summary">
      <Taken
        title="Taken from the file"
        nothing="The file brings nothing that your plan does not hold."
        difference={fromThem}
        before={mine}
        after={merged}
      />
      <Taken
        title="Kept from yours"
        nothing="The file holds everything that you changed."
        difference={fromYou}
        before={theirs}
        after={merged}
      />
    </section>
  )
}

function Taken({
  title,
  nothing,
  difference,
  before,
  after,
}: {
  readonly title: string
  readonly nothing: string
  readonly difference: PlanDifference
  readonly before: Plan
  readonly after: Plan
}) {
  const { things } = difference
  if (things.length === 0)
    return (
      <p className={styles['quiet']}>
        <strong>{title}:</strong> {nothing}
      </p>
    )
  return (
    <details className={styles['taken']} open={things.length <= 12}>
      <summary>
        <strong>{title}:</strong> {counted(things.length, 'thing')}
      </summary>
      <ul>
        {things.slice(0, MOST_LISTED).map((one) => {
          const thing = thingOfDifference(one)
          const from = one.type === 'gone' ? before : after
          const fields =
            one.type === 'changed' ? one.fields.map(({ field }) => fieldWords(field)) : []
          return (
            <li key={`${thing.kind} ${thing.id}`} dir="auto">
              {kindWords(thing.kind)} {inQuotes(titleOfThing(thing, from), 120)} {WORDS[one.type]}
              {fields.length > 0 && `: ${fields.join(', ')}`}
            </li>
          )
        })}
      </ul>
      {things.length > MOST_LISTED && (
        <p className={styles['quiet']}>
          {String(things.length - MOST_LISTED)} more are not listed.
        </p>
      )}
    </details>
  )
}
