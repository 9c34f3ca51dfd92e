import { useState } from 'react'
import { isDay, type Day } from '#domain/calendar/day.ts'
import type { Id, Ref } from '#domain/plan/field.ts'
import { listAt, type PlanIndex } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { inQuotes, shortTitle } from '#domain/plan/title-quote.ts'
import { daysOnLeg, planDrop, type DragState, type DropTarget } from '#domain/route/plan-drop.ts'
import { usePlan } from '#store/plan-store.ts'
import { closeDialog } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { DayField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, type Option } from '#ui/field.tsx'
import { consequencesFor } from './consequences.ts'
import styles from './move-to-dialog.module.css'
import { performDrop } from './perform-drop.ts'

const SAME = 'same'
const GARAGE = 'garage'

/** "Move to…": the same drop as by pointer or keyboard, chosen from lists. */
export function MoveToDialog({ refs }: { readonly refs: readonly Ref[] }) {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const first = refs[0]
  if (!plan || !index || !first) return null
  const ids = refs.filter(({ kind }) => kind === first.kind).map(({ id }) => id)
  switch (first.kind) {
    case 'initiative':
      return <MoveInitiatives plan={plan} index={index} ids={ids} />
    case 'keyResult':
      return <MoveKeyResult plan={plan} index={index} id={first.id} />
    case 'objective':
      return <MoveObjective plan={plan} index={index} id={first.id} />
    default:
      return null
  }
}

function MoveInitiatives({
  plan,
  index,
  ids,
}: {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly ids: readonly Id[]
}) {
  const held = ids.flatMap((id) => plan.initiative.get(id) ?? [])
  const first = held[0]
  const [place, setPlace] = useState(SAME)
  const [startOn, setStartOn] = useState(first?.startOn ?? '')
  const [dueOn, setDueOn] = useState(first?.dueOn ?? '')
  const cycle = plan.cycle.get(first?.cycleId ?? '')
  const consider = cycle ? consequencesFor(plan, cycle, ids) : null
  if (!first || !cycle) return null
  const isOne = held.length === 1
  const choosePlace = (next: string) => {
    setPlace(next)
    // Out of the Garage it gets its first days with its leg, as by pointer; here they can still be changed.
    if (!isOne || first.serves.length > 0 || startOn !== '' || dueOn !== '') return
    const days = daysOnLeg(plan, first, next)
    setStartOn(days.startOn ?? '')
    setDueOn(days.dueOn ?? '')
  }
  const problem = problemOf(startOn, isOne ? dueOn : startOn)
  const target: DropTarget =
    place === SAME
      ? { type: 'same' }
      : place === GARAGE
        ? { type: 'garage' }
        : { type: 'leg', keyResultId: place }
  const drag: DragState = isOne
    ? {
        type: 'place',
        moves: [{ id: first.id, startOn: startOn || null, dueOn: dueOn || null }],
        target,
      }
    : {
        type: 'move',
        ids,
        target,
        startOn: startOn === '' || startOn === first.startOn ? null : startOn,
      }
  return (
    <MoveDialog
      title={
        isOne ? `Move ${inQuotes(first.title, 60)}` : `Move ${String(held.length)} initiatives`
      }
      drag={problem === '' ? drag : null}
      plan={plan}
      words={problem === '' && consider ? consider(drag) : { words: '', warning: '' }}
    >
      <SelectField
        label="Where to"
        value={place}
        onChange={choosePlace}
        options={[
          {
            value: SAME,
            label: first.serves.length === 0 ? 'Stays in the Garage' : 'Stays on its leg',
          },
          ...legOptions(index, cycle.id),
          { value: GARAGE, label: 'Garage (serves no key result)' },
        ]}
      />
      <div className={styles['days']}>
        <DayField
          label={isOne ? 'From' : 'The first starts on'}
          value={startOn}
          onChange={setStartOn}
        />
        {isOne && (
          <DayField
            label="To"
            value={dueOn}
            onChange={setDueOn}
            error={problem === '' ? undefined : problem}
          />
        )}
      </div>
    </MoveDialog>
  )
}

function MoveKeyResult({
  plan,
  index,
  id,
}: {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly id: Id
}) {
  const keyResult = plan.keyResult.get(id)
  const [objectiveId, setObjectiveId] = useState(keyResult?.objectiveId ?? '')
  const cycle = plan.cycle.get(plan.objective.get(keyResult?.objectiveId ?? '')?.cycleId ?? '')
  const [dueOn, setDueOn] = useState<Day>(keyResult?.dueOn ?? '')
  const consider = cycle ? consequencesFor(plan, cycle, []) : null
  if (!keyResult || !consider) return null
  const problem = isDay(dueOn) ? '' : 'Not a day of the calendar.'
  const drag: DragState = { type: 'checkpoint', id, dueOn, objectiveId }
  return (
    <MoveDialog
      title={`Move ${inQuotes(keyResult.title, 60)}`}
      drag={problem === '' ? drag : null}
      plan={plan}
      words={problem === '' ? consider(drag) : { words: '', warning: '' }}
    >
      <SelectField
        label="On the road of"
        value={objectiveId}
        onChange={setObjectiveId}
        options={listAt(index.objectivesByCycle, cycle?.id ?? '').map((each) => ({
          value: each.id,
          label: shortTitle(each.title, 60),
        }))}
      />
      <DayField
        label="Due on"
        value={dueOn}
        onChange={setDueOn}
        error={problem === '' ? undefined : problem}
      />
    </MoveDialog>
  )
}

function MoveObjective({
  plan,
  index,
  id,
}: {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly id: Id
}) {
  const objective = plan.objective.get(id)
  const siblings = listAt(index.objectivesByCycle, objective?.cycleId ?? '')
  const at = siblings.findIndex((each) => each.id === id)
  const [before, setBefore] = useState(siblings[at + 1]?.id ?? '')
  if (!objective) return null
  const isThere = (siblings[at + 1]?.id ?? '') === before
  const options: readonly Option[] = [
    ...siblings
      .filter((each) => each.id !== id)
      .map((each) => ({ value: each.id, label: `Before ${inQuotes(each.title, 60)}` })),
    { value: '', label: 'At the end' },
  ]
  return (
    <MoveDialog
      title={`Move ${inQuotes(objective.title, 60)}`}
      drag={isThere ? null : { type: 'objective', id, beforeId: before === '' ? null : before }}
      plan={plan}
      words={{ words: '', warning: '' }}
    >
      <SelectField label="Where to" value={before} onChange={setBefore} options={options} />
    </MoveDialog>
  )
}

function MoveDialog({
  title,
  drag,
  plan,
  words,
  children,
}: {
  readonly title: string
  /** null while it cannot be done. */
  readonly drag: DragState | null
  readonly plan: Plan
  readonly words: { readonly words: string; readonly warning: string }
  readonly children: React.ReactNode
}) {
  const canMove = drag !== null && planDrop(plan, drag) !== null
  return (
    <Dialog
      title={title}
      size="small"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button variant="primary" submit form="move-to" disabled={!canMove}>
            Move
          </Button>
        </>
      }
    >
      <form
        id="move-to"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (!drag || !canMove) return
          closeDialog()
          performDrop(drag)
        }}
      >
        {children}
        <p className={styles['words']} role="status">
          {canMove ? words.words : ''}
          {canMove && words.warning !== '' && (
            <b className={styles['warning']}> · {words.warning}</b>
          )}
        </p>
      </form>
    </Dialog>
  )
}

/** Every leg of the cycle, objective by objective. */
function legOptions(index: PlanIndex, cycleId: Id): readonly Option[] {
  return listAt(index.objectivesByCycle, cycleId).flatMap((objective) =>
    listAt(index.keyResultsByObjective, objective.id).map((keyResult) => ({
      value: keyResult.id,
      label: `${shortTitle(objective.title, 34)} › ${shortTitle(keyResult.title, 40)}`,
    })),
  )
}

function problemOf(startOn: string, dueOn: string): string {
  if (startOn !== '' && !isDay(startOn)) return 'The first day is not a day of the calendar.'
  if (dueOn !== '' && !isDay(dueOn)) return 'The last day is not a day of the calendar.'
  return startOn !== '' && dueOn !== '' && dueOn < startOn ? 'It ends before it starts.' : ''
}
