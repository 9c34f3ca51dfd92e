import type { RoundScope } from '#domain/check-in/round.ts'
import { roundStops } from '#domain/check-in/round.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import { SelectField } from '#ui/field.tsx'
import { PersonField } from './person-field.tsx'
import { enterRound } from './round-plan.ts'
import styles from './round.module.css'

function valueOfScope(scope: RoundScope): string {
  return scope.type === 'objective' ? scope.objectiveId : scope.type
}

/** Which key results: all that are due, only mine, one objective. */
export function ScopeField() {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const round = useUi((state) => state.round)
  const meId = useUi((state) => state.meId)
  if (!plan || !index || !round) return null
  const count = (scope: RoundScope) => roundStops(plan, index, round.cycleId, scope, today).length
  const objectives = listAt(index.objectivesByCycle, round.cycleId).filter(
    ({ state }) => state !== 'dropped',
  )
  const me = meId !== null && plan.person.has(meId) ? meId : null
  const choose = (value: string) => {
    if (value === 'all') enterRound({ type: 'all' })
    else if (value === 'mine') enterRound({ type: 'mine', personId: me ?? '' })
    else enterRound({ type: 'objective', objectiveId: value })
  }
  return (
    <div className={styles['scope']} data-own-enter>
      <SelectField
        label="Which key results"
        labelHidden
        value={valueOfScope(round.scope)}
        options={[
          { value: 'all', label: `All due · ${String(count({ type: 'all' }))}` },
          {
            value: 'mine',
            label:
              me === null
                ? 'Only mine (say who you are)'
                : `Only mine · ${String(count({ type: 'mine', personId: me }))}`,
            disabled: me === null,
          },
          ...objectives.map(({ id, title }) => ({ value: id, label: shortTitle(title, 36) })),
        ]}
        onChange={choose}
      />
      <PersonField
        label="I am"
        labelHidden
        nobody="I am…"
        value={me}
        onChange={(id) => {
          useUi.setState({ meId: id })
          if (round.scope.type === 'mine')
            enterRound(id === null ? { type: 'all' } : { type: 'mine', personId: id })
        }}
      />
    </div>
  )
}
