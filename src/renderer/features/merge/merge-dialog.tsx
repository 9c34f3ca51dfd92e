import { useEffect, useMemo, useState } from 'react'
import type { Conflict, Merge } from '#domain/merge/merge-plans.ts'
import { mergePlans, prepareMerge } from '#domain/merge/merge-plans.ts'
import type { Side } from '#domain/merge/three-way.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { counted, inQuotes } from '#domain/plan/title-quote.ts'
import { commonState, writeMerge } from '#store/lineage.ts'
import { openPlan, undo, usePlan } from '#store/plan-store.ts'
import { closeDialog, dismissToast, toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Question } from './question.tsx'
import { TakenSummary } from './taken-summary.tsx'
import styles from './merge.module.css'

/** Questions on one page; a merge without a common state may have thousands. */
const MOST_SHOWN = 100

type Ready = {
  /** The plan that the base was found for; another one since then is looked at anew. */
  readonly mine: Plan
  readonly base: Plan | null
}

/** Opens the plan that the file belongs to and finds the state that both began from. */
function useReady(planId: string, lineage: readonly string[]) {
  const [ready, setReady] = useState<Ready | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      if (usePlan.getState().plan?.meta.id !== planId) {
        const opened = await openPlan(planId)
        if (!opened.ok) throw new Error(opened.message)
      }
      const base = await commonState(lineage)
      const mine = usePlan.getState().plan
      if (isWanted && mine) setReady({ mine, base })
    }
    look().catch((error: unknown) => {
      if (isWanted) setProblem(error instanceof Error ? error.message : 'The plan cannot be read.')
    })
    return () => {
      isWanted = false
    }
  }, [planId, lineage])
  return { ready, problem }
}

/** "Merge": what a colleague's file and the plan have each changed, and what both changed to choose from. */
export function MergeDialog({
  name,
  things,
  lineage,
}: {
  /** The file's name. */
  readonly name: string
  readonly things: readonly Thing[]
  readonly lineage: readonly string[]
}) {
  const theirs = useMemo(() => planFromThings(things), [things])
  const { ready, problem } = useReady(theirs.meta.id, lineage)
  const canEdit = usePlan((state) => state.phase === 'ready' && state.save.state !== 'failed')
  const [answers, setAnswers] = useState<ReadonlyMap<string, Side>>(new Map())
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(false)
  const input = useMemo(
    () => ready && prepareMerge(ready.base, ready.mine, theirs),
    [ready, theirs],
  )
  const merge: Merge | null = useMemo(() => input && mergePlans(input, answers), [input, answers])
  const conflicts = merge?.conflicts ?? []
  const open = conflicts.filter(({ key }) => !answers.has(key))

  const answer = (keys: readonly string[], side: Side) => {
    setAnswers((before) => new Map([...before, ...keys.map((key) => [key, side] as const)]))
  }
  const finish = async (merged: Plan) => {
    setBusy(true)
    setRefused('')
    const step = `Merge ${inQuotes(name)}`
    const result = await writeMerge(merged, stateHash(theirs), step)
    setBusy(false)
    if (!result.ok) {
      setRefused(result.message)
      return
    }
    closeDialog()
    const count = result.patch.puts.length + result.patch.deletes.length
    const words =
      count === 0 ? 'The file brought nothing new.' : `Merged: ${counted(count, 'thing')} changed.`
    const shown = toast(words, {
      tone: 'good',
      action:
        count === 0
          ? null
          : {
              label: 'Undo',
              run: () => {
                dismissToast(shown)
                if (usePlan.getState().undoName === step) undo()
              },
            },
    })
  }

  return (
    <Dialog
      title={`Merge ${inQuotes(name, 80)}`}
      description="What only one side changed is taken. What both changed is yours to choose. The result is one step that you can undo."
      size="full"
      onClose={closeDialog}
      footer={
        <>
          <span className={styles['refused']} role="alert">
            {refused || problem || (merge?.state === 'refused' ? merge.message : '')}
          </span>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button
            variant="primary"
            disabled={busy || !canEdit || merge?.state !== 'done'}
            onClick={() => {
              if (merge?.state === 'done') void finish(merge.plan)
            }}
          >
            Merge
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {!merge && problem === '' && <p className={styles['quiet']}>Comparing…</p>}
        {ready && !ready.base && conflicts.length > 0 && (
          <p className={styles['warning']} role="note">
            The state from which both began is not known any more, so every difference is asked for.
          </p>
        )}
        {conflicts.length > 0 && (
          <Conflicts
            conflicts={conflicts}
            openCount={open.length}
            answers={answers}
            plans={ready ? [ready.mine, theirs] : [theirs]}
            onAnswer={answer}
          />
        )}
        {ready && merge?.state === 'done' && (
          <TakenSummary mine={ready.mine} theirs={theirs} merged={merge.plan} />
        )}
      </div>
    </Dialog>
  )
}

function Conflicts({
  conflicts,
  openCount,
  answers,
  plans,
  onAnswer,
}: {
  readonly conflicts: readonly Conflict[]
  readonly openCount: number
  readonly answers: ReadonlyMap<string, Side>
  readonly plans: readonly Plan[]
  readonly onAnswer: (keys: readonly string[], side: Side) => void
}) {
  const openKeys = conflicts.map(({ key }) => key).filter((key) => !answers.has(key))
  return (
    <section className={styles['section']} aria-label="Both sides changed">
      <div className={styles['bar']}>
        <div className={styles['heading']} role="status">
          <h3>
            {openCount === 0
              ? 'Every question is answered'
              : `${counted(openCount, 'question')} to answer`}
          </h3>
        </div>
        {openKeys.length > 1 && (
          <>
            <Button
              size="small"
              onClick={() => {
                onAnswer(openKeys, 'mine')
              }}
            >
              Keep yours for the rest
            </Button>
            <Button
              size="small"
              onClick={() => {
                onAnswer(openKeys, 'theirs')
              }}
            >
              Take the file for the rest
            </Button>
          </>
        )}
      </div>
      <ol className={styles['questions']}>
        {conflicts.slice(0, MOST_SHOWN).map((conflict) => (
          <Question
            key={conflict.key}
            conflict={conflict}
            side={answers.get(conflict.key) ?? null}
            plans={plans}
            onAnswer={(side) => {
              onAnswer([conflict.key], side)
            }}
          />
        ))}
      </ol>
      {conflicts.length > MOST_SHOWN && (
        <p className={styles['quiet']}>
          {counted(conflicts.length - MOST_SHOWN, 'more question')} can only be answered all at
          once, by the buttons above.
        </p>
      )}
    </section>
  )
}
