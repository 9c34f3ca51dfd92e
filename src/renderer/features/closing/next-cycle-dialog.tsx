import { useMemo, useState } from 'react'
import { proposedNextCycle, proposedToCarry } from '#domain/cycle/next-cycle-commands.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import type { Id, Ref } from '#domain/plan/field.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { refKey } from '#domain/plan/reference.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { verdictOn } from '#domain/retrospective/retrospective-rows.ts'
import type { Retrospective } from '#domain/retrospective/retrospective.ts'
import type { Review } from '#domain/retrospective/review.ts'
import { newId } from '#lib/ids.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { closeDialog, showCycle, showScreen, toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { DayField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { carryLines } from './carry-lines.ts'
import type { CarryLine } from './carry-lines.ts'
import { useReview } from './use-review.ts'
import styles from './next-cycle.module.css'
import walk from './walk.module.css'

/** Begins the next cycle with what was kept. */
export function NextCycleDialog({ fromId }: { readonly fromId: Id }) {
  const review = useReview(fromId)
  const plan = usePlan((state) => state.plan)
  if (!review || !plan) return null
  return <NextCycleForm review={review} proposed={proposedToCarry(plan, fromId)} />
}

const NONE: readonly Initiative[] = []
const A_NEW_ONE = ''

/** A later cycle that runs or is planned: what is kept can go there without beginning another one. */
const isToCome = (one: Cycle, after: Cycle): boolean =>
  one.startOn > after.startOn && (one.state === 'planning' || one.state === 'active')

function NextCycleForm({
  review,
  proposed,
}: {
  readonly review: Review
  readonly proposed: readonly Ref[]
}) {
  const { cycle, retrospective } = review
  const garage =
    usePlan((state) => state.index && listAt(state.index.garageByCycle, cycle.id)) ?? NONE
  const cycles = usePlan((state) => state.index?.cycles)
  const planned = cycles?.filter((one) => isToCome(one, cycle)) ?? []
  const [intoId, setIntoId] = useState(() => planned[0]?.id ?? A_NEW_ONE)
  const into = planned.find(({ id }) => id === intoId)
  const [name, setName] = useState(() => proposedNextCycle(cycle).name)
  const [startOn, setStartOn] = useState<string>(() => proposedNextCycle(cycle).startOn)
  const [endOn, setEndOn] = useState<string>(() => proposedNextCycle(cycle).endOn)
  const lines = useMemo(() => carryLines(review, garage), [review, garage])
  const [kept, setKept] = useState<ReadonlySet<string>>(() => {
    const first = new Set(proposed.map(refKey))
    for (const line of lines)
      if (line.ref.kind === 'keyResult' && first.has(refKey(line.ref)) && line.objectiveId)
        first.add(refKey({ kind: 'objective', id: line.objectiveId }))
    return first
  })
  const [error, setError] = useState<{ readonly field: string; readonly text: string } | null>(null)
  const toggle = (line: CarryLine, isKept: boolean) => {
    const next = new Set(kept)
    if (isKept) {
      next.add(refKey(line.ref))
      if (line.ref.kind === 'keyResult' && line.objectiveId)
        next.add(refKey({ kind: 'objective', id: line.objectiveId }))
    } else {
      next.delete(refKey(line.ref))
      if (line.ref.kind === 'objective')
        for (const other of lines)
          if (other.ref.kind === 'keyResult' && other.objectiveId === line.ref.id)
            next.delete(refKey(other.ref))
    }
    setKept(next)
  }
  const begin = () => {
    const id = into?.id ?? newId()
    const keep = lines.filter(({ ref }) => kept.has(refKey(ref))).map(({ ref }) => ref)
    if (into && keep.length === 0) {
      setError({ field: 'keep', text: 'Choose what comes along.' })
      return
    }
    const result = into
      ? run('cycle.carryOver', { fromId: cycle.id, toId: id, keep })
      : run('cycle.startNext', { fromId: cycle.id, id, name: name.trim(), startOn, endOn, keep })
    if (!result.ok) {
      setError({ field: result.field, text: result.message })
      return
    }
    closeDialog()
    showCycle(id)
    showScreen('route')
    const words = into ? `${shortTitle(into.name)} has` : `${name.trim()} begins with`
    toast(`${words} what was kept.`, { tone: 'good' })
  }
  const of = (field: string) => (error?.field === field ? error.text : null)
  return (
    <Dialog
      title="The next cycle"
      description="What was kept comes along with new ids and its lineage: no check-ins, the last value as the new baseline."
      size="wide"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button variant="primary" onClick={begin}>
            {into ? `Take along into ${shortTitle(into.name)}` : `Begin ${name.trim() || 'it'}`}
          </Button>
        </>
      }
    >
      <form
        className={styles['nextForm']}
        onSubmit={(event) => {
          event.preventDefault()
          begin()
        }}
      >
        {planned.length > 0 && (
          <SelectField
            label="Into"
            value={intoId}
            options={[
              ...planned.map((one) => ({ value: one.id, label: `${one.name}, planned already` })),
              { value: A_NEW_ONE, label: 'A new cycle' },
            ]}
            onChange={setIntoId}
          />
        )}
        {!into && (
          <div className={walk['triple']}>
            <TextField
              label="Name"
              autoFocus
              maxLength={500}
              value={name}
              error={of('name')}
              onChange={setName}
            />
            <DayField
              label="First day"
              value={startOn}
              error={of('startOn')}
              onChange={setStartOn}
            />
            <DayField label="Last day" value={endOn} error={of('endOn')} onChange={setEndOn} />
          </div>
        )}
        <fieldset className={styles['carry']}>
          <legend className={styles['label']}>What comes along</legend>
          {lines.length === 0 ? (
            <p>There is nothing to carry over.</p>
          ) : (
            proposed.length === 0 && (
              <p className={walk['quiet']}>
                Nothing was marked “keep” or “change” in the review: choose here.
              </p>
            )
          )}
          {lines.map((line) => {
            const verdict = verdictOn(retrospective, line.ref)
            return (
              <label key={refKey(line.ref)} className={styles['carryLine']} data-depth={line.depth}>
                <input
                  type="checkbox"
                  checked={kept.has(refKey(line.ref))}
                  onChange={(event) => {
                    toggle(line, event.target.checked)
                  }}
                />
                <span className={styles['carryTitle']} dir="auto">
                  {line.title}
                </span>
                <span className={walk['quiet']}>
                  {[verdictWords(verdict), line.words].filter(Boolean).join(' · ')}
                </span>
              </label>
            )
          })}
        </fieldset>
        {error !== null && !['name', 'startOn', 'endOn'].includes(error.field) && (
          <p className={walk['error']} role="alert">
            {error.text}
          </p>
        )}
        <input type="submit" hidden />
      </form>
    </Dialog>
  )
}

function verdictWords(verdict: Retrospective['verdicts'][number] | undefined): string {
  if (!verdict) return ''
  return verdict.reason.trim() === '' ? verdict.verdict : `${verdict.verdict}: ${verdict.reason}`
}
