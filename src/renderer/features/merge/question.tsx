import { useId } from 'react'
import type { Conflict } from '#domain/merge/merge-plans.ts'
import type { Side } from '#domain/merge/three-way.ts'
import type { Ref } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { thingAt } from '#domain/plan/plan.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { fieldWords, kindWords, titleOfThing } from '#domain/restore/thing-words.ts'
import { valuePair, valueWords } from '#domain/restore/value-words.ts'
import { classNames } from '#ui/class-names.ts'
import styles from './merge.module.css'

const MOST_NAMED = 8

const nameOf = (ref: Ref, plans: readonly Plan[]): string => {
  for (const plan of plans) {
    const thing = thingAt(plan, ref)
    if (thing) return `${kindWords(ref.kind)} ${inQuotes(titleOfThing(thing, plan), 100)}`
  }
  return kindWords(ref.kind)
}

/** What one side holds, in words. */
function sideWords(conflict: Conflict, side: Side, plans: readonly Plan[]): string {
  const { type, path, three, refs } = conflict
  const value = three[side]
  if (type === 'field') {
    const [mine, theirs] = valuePair(path, three.mine, three.theirs, plans)
    return side === 'mine' ? mine : theirs
  }
  if (type === 'presence') {
    if (value === undefined) return 'It is not in the plan.'
    return three[side === 'mine' ? 'theirs' : 'mine'] === undefined &&
      typeof three.base === 'object'
      ? 'It stays, with the changes made to it.'
      : 'It is in the plan.'
  }
  const names = refs.slice(0, MOST_NAMED).map((ref) => {
    const plan = plans[side === 'mine' ? 0 : 1] ?? plans[0]
    const isThere = plan && thingAt(plan, ref) !== undefined
    return `${nameOf(ref, plans)}${isThere ? '' : ' (not there)'}`
  })
  const rest = refs.length - names.length
  return [...names, ...(rest > 0 ? [`${String(rest)} more`] : [])].join('\n')
}

function questionWords({ type, path, ref, refs }: Conflict, plans: readonly Plan[]): string {
  if (type === 'field') return `${fieldWords(path)} of the ${nameOf(ref, plans)}`
  if (type === 'presence') return `One side has the ${nameOf(ref, plans)}, the other has not`
  return `${String(refs.length)} things do not go together as merged: take them from one side`
}

/** One question: both answers side by side, as a choice of two. */
export function Question({
  conflict,
  side,
  plans,
  onAnswer,
}: {
  readonly conflict: Conflict
  readonly side: Side | null
  /** Mine and theirs. */
  readonly plans: readonly Plan[]
  readonly onAnswer: (side: Side) => void
}) {
  const id = useId()
  return (
    <li>
      <fieldset className={styles['question']}>
        <legend dir="auto">{questionWords(conflict, plans)}</legend>
        {conflict.message !== '' && <p className={styles['why']}>{conflict.message}</p>}
        {conflict.type === 'field' && typeof conflict.three.base !== 'symbol' && (
          <p className={styles['why']} dir="auto">
            Before: {valueWords(conflict.path, conflict.three.base, plans)}
          </p>
        )}
        <div className={styles['sides']}>
          {(['mine', 'theirs'] as const).map((each) => (
            <label
              key={each}
              className={classNames(styles['side'], side === each && styles['chosen'])}
            >
              <input
                type="radio"
                name={id}
                checked={side === each}
                onChange={() => {
                  onAnswer(each)
                }}
              />
              <strong>{each === 'mine' ? 'Yours' : 'From the file'}</strong>
              <span className={styles['value']} dir="auto">
                {sideWords(conflict, each, plans)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  )
}
