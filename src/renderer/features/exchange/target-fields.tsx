import type { Plan } from '#domain/plan/plan.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { DayField } from '#ui/date-field.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { choiceProblems, type TargetChoice } from './target-choice.ts'
import styles from './import-dialog.module.css'

const NEW_CYCLE = ''

/** Where the lines go: a new plan or the open one, and which cycle. */
export function TargetFields({
  choice,
  plan,
  isGuessed,
  onChange,
}: {
  readonly choice: TargetChoice
  /** The open plan when it can take lines. */
  readonly plan: Plan | null
  /** The cycle was read out of the text and should be looked at. */
  readonly isGuessed: boolean
  readonly onChange: (choice: TargetChoice) => void
}) {
  const problems = choiceProblems(choice, plan)
  const isCurrent = choice.place === 'current' && plan !== null
  const needsCycle = !isCurrent || choice.cycleId === null
  const setCycle = (change: Partial<TargetChoice['cycle']>) => {
    onChange({ ...choice, cycle: { ...choice.cycle, ...change } })
  }
  return (
    <div className={styles['target']}>
      {plan && (
        <Segmented
          label="Where it goes"
          value={choice.place}
          segments={[
            { value: 'new', label: 'A new plan' },
            { value: 'current', label: 'Into the open plan' },
          ]}
          onChange={(place) => {
            const first = [...plan.cycle.values()].at(-1)?.id ?? null
            onChange({ ...choice, place, cycleId: place === 'current' ? first : null })
          }}
        />
      )}
      <div className={styles['targetRow']}>
        {!isCurrent && (
          <TextField
            label="Name of the plan"
            value={choice.name}
            maxLength={500}
            error={problems.name}
            onChange={(name) => {
              onChange({ ...choice, name })
            }}
          />
        )}
        {isCurrent && (
          <SelectField
            label={`Cycle in ${inQuotes(plan.meta.name, 80)}`}
            value={choice.cycleId ?? NEW_CYCLE}
            options={[
              ...[...plan.cycle.values()].map((cycle) => ({ value: cycle.id, label: cycle.name })),
              { value: NEW_CYCLE, label: 'A new cycle…' },
            ]}
            onChange={(id) => {
              onChange({ ...choice, cycleId: id === NEW_CYCLE ? null : id })
            }}
          />
        )}
        {needsCycle && (
          <>
            <TextField
              label={isGuessed ? 'Cycle (from the text)' : 'Cycle'}
              value={choice.cycle.name}
              maxLength={500}
              error={problems.cycleName}
              onChange={(name) => {
                setCycle({ name })
              }}
            />
            <DayField
              label="First day"
              value={choice.cycle.startOn}
              error={problems.startOn}
              onChange={(startOn) => {
                setCycle({ startOn })
              }}
            />
            <DayField
              label="Last day"
              value={choice.cycle.endOn}
              error={problems.endOn}
              onChange={(endOn) => {
                setCycle({ endOn })
              }}
            />
          </>
        )}
      </div>
    </div>
  )
}
