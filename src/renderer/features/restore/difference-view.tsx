import type { Kind } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanDifference, ThingDifference } from '#domain/restore/plan-difference.ts'
import { thingOfDifference } from '#domain/restore/plan-difference.ts'
import { countWords, fieldWords, kindWords, titleOfThing } from '#domain/restore/thing-words.ts'
import { valueWords } from '#domain/restore/value-words.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { Badge } from '#ui/badge.tsx'
import styles from './restore.module.css'

/** Things of one kind that are listed; the count above says how many there are. */
const MOST_LISTED = 200

/** Kinds that a person looks for first; everything else follows. */
const FIRST: readonly Kind[] = ['objective', 'keyResult', 'initiative', 'checkIn']

const WORDS = {
  added: { word: 'Comes back', tone: 'good' },
  changed: { word: 'Changes', tone: 'warn' },
  gone: { word: 'Goes', tone: 'bad' },
} as const

type Props = {
  readonly difference: PlanDifference
  readonly today: Plan
  readonly then: Plan
}

/** What a restore would do, kind by kind; each thing opens to show its changed fields. */
export function DifferenceView({ difference, today, then }: Props) {
  const kinds = [...difference.counts.keys()]
  const inOrder = [
    ...FIRST.filter((kind) => kinds.includes(kind)),
    ...kinds.filter((kind) => !FIRST.includes(kind)),
  ]
  if (kinds.length === 0)
    return <p className={styles['quiet']}>This is exactly the plan of today.</p>
  return (
    <div className={styles['kinds']}>
      {inOrder.map((kind) => {
        const counts = difference.counts.get(kind)
        const things = difference.things.filter((one) => thingOfDifference(one).kind === kind)
        const parts = [
          counts?.added ? `${String(counts.added)} come back` : '',
          counts?.changed ? `${String(counts.changed)} change` : '',
          counts?.gone ? `${String(counts.gone)} go` : '',
        ].filter(Boolean)
        return (
          <details key={kind} className={styles['kind']} data-kind={kind}>
            <summary>
              <strong>{countWords(kind, things.length)}</strong> {parts.join(', ')}
            </summary>
            <ul className={styles['things']}>
              {things.slice(0, MOST_LISTED).map((one) => (
                <Thing key={thingOfDifference(one).id} one={one} today={today} then={then} />
              ))}
            </ul>
            {things.length > MOST_LISTED && (
              <p className={styles['quiet']}>
                {String(things.length - MOST_LISTED)} more {kindWords(kind, true)} are not listed.
              </p>
            )}
          </details>
        )
      })}
    </div>
  )
}

function Thing({
  one,
  today,
  then,
}: {
  readonly one: ThingDifference
  readonly today: Plan
  readonly then: Plan
}) {
  const thing = thingOfDifference(one)
  const title = shortTitle(titleOfThing(thing, one.type === 'gone' ? today : then), 160)
  const { word, tone } = WORDS[one.type]
  const head = (
    <>
      <Badge tone={tone}>{word}</Badge>
      <span className={styles['thingTitle']} dir="auto">
        {title}
      </span>
    </>
  )
  if (one.type !== 'changed') return <li className={styles['thing']}>{head}</li>
  return (
    <li>
      <details className={styles['changed']}>
        <summary className={styles['thing']}>{head}</summary>
        <table className={styles['fields']}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Today</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {one.fields.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{fieldWords(field)}</th>
                <td dir="auto">{valueWords(field, before, [today, then])}</td>
                <td dir="auto">{valueWords(field, after, [then, today])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  )
}
