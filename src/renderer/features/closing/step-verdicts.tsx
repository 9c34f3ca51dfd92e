import { useId } from 'react'
import type { Ref } from '#domain/plan/field.ts'
import type { Retrospective } from '#domain/retrospective/retrospective.ts'
import { verdictOn } from '#domain/retrospective/retrospective-rows.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { classNames } from '#ui/class-names.ts'
import { EditableText } from '#ui/editable.tsx'
import { edit } from './edit.ts'
import type { StepProps } from './review-walk.tsx'
import { ObjectiveHead, StepHead } from './step-head.tsx'
import choices from './choices.module.css'
import styles from './walk.module.css'

const VERDICTS = [
  { value: 'keep', label: 'Keep', key: 'k' },
  { value: 'change', label: 'Change', key: 'c' },
  { value: 'stop', label: 'Stop', key: 's' },
] as const

const STATES: Readonly<Record<Initiative['state'], string>> = {
  idea: 'idea',
  planned: 'planned',
  'in-progress': 'in progress',
  blocked: 'blocked',
  done: 'done',
  dropped: 'dropped',
}

const NONE: readonly Initiative[] = []

/** Keep, change or stop: what goes on into the next cycle, what goes on differently, what ends. */
export function StepVerdicts({ review, retrospective }: StepProps) {
  const garage =
    usePlan((state) => state.index && listAt(state.index.garageByCycle, review.cycle.id)) ?? NONE
  return (
    <>
      <StepHead title="Keep it, change it or stop it?">
        What is kept or changed is proposed for the next cycle. On the three buttons K, C and S
        choose; Tab goes to the next thing.
      </StepHead>
      {review.objectives.map((reviewed) => (
        <section key={reviewed.objective.id} className={styles['objective']}>
          <ObjectiveHead reviewed={reviewed} withScore />
          <ul className={styles['rows']}>
            <VerdictRow
              retrospective={retrospective}
              about={{ kind: 'objective', id: reviewed.objective.id }}
              title={reviewed.objective.title}
              word="Objective"
            />
            {reviewed.keyResults
              .filter(({ keyResult }) => keyResult.state === 'active')
              .map(({ keyResult }) => (
                <VerdictRow
                  key={keyResult.id}
                  retrospective={retrospective}
                  about={{ kind: 'keyResult', id: keyResult.id }}
                  title={keyResult.title}
                  word="Key result"
                />
              ))}
            {reviewed.initiatives.map((initiative) => (
              <VerdictRow
                key={initiative.id}
                retrospective={retrospective}
                about={{ kind: 'initiative', id: initiative.id }}
                title={initiative.title}
                word={`Initiative, ${STATES[initiative.state]}`}
              />
            ))}
          </ul>
        </section>
      ))}
      {garage.length > 0 && (
        <section className={styles['objective']}>
          <h3 className={styles['objectiveTitle']}>Garage</h3>
          <ul className={styles['rows']}>
            {garage.map((initiative) => (
              <VerdictRow
                key={initiative.id}
                retrospective={retrospective}
                about={{ kind: 'initiative', id: initiative.id }}
                title={initiative.title}
                word={`Initiative, ${STATES[initiative.state]}`}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function VerdictRow({
  retrospective,
  about,
  title,
  word,
}: {
  readonly retrospective: Retrospective
  readonly about: Ref
  readonly title: string
  readonly word: string
}) {
  const name = useId()
  const said = verdictOn(retrospective, about)
  const choose = (verdict: (typeof VERDICTS)[number]['value']) => {
    run('retrospective.setVerdict', { id: retrospective.id, about, verdict })
  }
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <p className={styles['name']} dir="auto">
          {title}
        </p>
        <p className={styles['quiet']}>{word}</p>
      </div>
      <fieldset
        className={choices['choices']}
        onKeyDown={(event) => {
          const chosen = VERDICTS.find(({ key }) => key === event.key.toLowerCase())
          if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          choose(chosen.value)
        }}
      >
        <legend className={choices['legend']}>Verdict on {title}</legend>
        {VERDICTS.map(({ value, label }) => (
          <label
            key={value}
            className={classNames(choices['level'], said?.verdict === value && choices['levelOn'])}
          >
            <input
              type="radio"
              name={name}
              checked={said?.verdict === value}
              onChange={() => {
                choose(value)
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className={styles['field']}>
        {said && (
          <EditableText
            label={`Reason for the verdict on ${title}`}
            labelHidden
            placeholder="Why, in one line"
            maxLength={20_000}
            value={said.reason}
            onCommit={(reason) =>
              edit('retrospective.setVerdict', {
                id: retrospective.id,
                about,
                verdict: said.verdict,
                reason,
              })
            }
          />
        )}
      </div>
    </li>
  )
}
