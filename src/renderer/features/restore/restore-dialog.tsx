import { useMemo, useState } from 'react'
import { planDifference } from '#domain/restore/plan-difference.ts'
import type { SnapshotSummary } from '#shared/snapshot-summary.ts'
import { undo, usePlan } from '#store/plan-store.ts'
import { pinSnapshot, restoreState } from '#store/snapshots.ts'
import { isMuchSmaller, takeSnapshot } from '#store/take-snapshot.ts'
import { announce, closeDialog, dismissToast, toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { DifferenceView } from './difference-view.tsx'
import { SecondFolder } from './second-folder.tsx'
import { SnapshotList } from './snapshot-list.tsx'
import { momentWords } from './snapshot-words.ts'
import { StateOutline } from './state-outline.tsx'
import { useSnapshots, useSnapshotState } from './use-snapshots.ts'
import styles from './restore.module.css'

/** "Restore": the snapshots of the plan, what each would bring back, and the step to do it. */
export function RestoreDialog() {
  const plan = usePlan((state) => state.plan)
  const canEdit = usePlan((state) => state.phase === 'ready' && state.save.state !== 'failed')
  const planId = plan?.meta.id ?? null
  const [list, again] = useSnapshots(planId)
  const [wantedId, setWantedId] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const snapshots = list.phase === 'read' ? list.snapshots : []
  const chosen = snapshots.find(({ id }) => id === wantedId) ?? snapshots[0] ?? null
  const state = useSnapshotState(planId, chosen?.id ?? null)
  const then = state.phase === 'read' ? state.plan : null
  const difference = useMemo(() => (plan && then ? planDifference(plan, then) : null), [plan, then])
  const isSame = difference?.things.length === 0
  const shrinks = plan && then ? isMuchSmaller(plan, then) : false

  const act = async (work: () => Promise<{ readonly message: string } | null>) => {
    setBusy(true)
    setProblem('')
    const refusal = await work()
    setBusy(false)
    setProblem(refusal?.message ?? '')
    again()
  }
  const backUp = (confirmedShrink: boolean) =>
    act(async () => {
      const taken = await takeSnapshot('by-hand', { pinned: !confirmedShrink, confirmedShrink })
      if (!taken.ok) return taken
      setWantedId(taken.snapshot.id)
      announce('A safety copy of the plan as it is now is on the disk.')
      return null
    })
  const restore = (snapshot: SnapshotSummary) =>
    act(async () => {
      if (!then) return null
      const name = `Restore the state of ${momentWords(snapshot.at)}`
      const result = await restoreState(then, name)
      if (!result.ok) return result
      closeDialog()
      const shown = toast(`The plan is as it was on ${momentWords(snapshot.at)}.`, {
        tone: 'good',
        action: {
          label: 'Undo',
          run: () => {
            dismissToast(shown)
            if (usePlan.getState().undoName === name) undo()
          },
        },
      })
      return null
    })

  return (
    <Dialog
      title="Restore"
      description="Earlier states of this plan. A restore is one step that you can undo, and today is kept as a pinned copy first."
      size="full"
      onClose={closeDialog}
      footer={
        <>
          <span className={styles['problem']} role="alert">
            {problem}
          </span>
          <Button disabled={busy || !plan} onClick={() => void backUp(false)}>
            Back up now
          </Button>
          {chosen && chosen.state !== 'damaged' && (
            <Button
              disabled={busy}
              onClick={() => void act(() => pinSnapshot(chosen, !chosen.pinned))}
            >
              {chosen.pinned ? 'Unpin' : 'Pin for 90 days'}
            </Button>
          )}
          <Button
            variant="primary"
            disabled={busy || !canEdit || !chosen || !then || isSame}
            onClick={() => {
              if (chosen) void restore(chosen)
            }}
          >
            Restore this state
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <div className={styles['side']}>
          {list.phase === 'reading' && <p className={styles['quiet']}>Reading…</p>}
          {list.phase === 'failed' && (
            <p className={styles['bad']} role="alert">
              {list.message}
            </p>
          )}
          {list.phase === 'read' && snapshots.length === 0 && (
            <p className={styles['quiet']}>
              There is no snapshot yet. One is made every few minutes while you work and when
              Roadbook closes; “Back up now” makes one at once.
            </p>
          )}
          <SnapshotList
            snapshots={snapshots}
            chosenId={chosen?.id ?? null}
            onChoose={setWantedId}
          />
          <SecondFolder onChanged={again} />
        </div>
        <section className={styles['main']} aria-label="What this state would change" tabIndex={0}>
          {chosen && chosen.problem !== '' && (
            <div className={styles['warning']} role="note">
              <p>{chosen.problem}</p>
              {chosen.state === 'quarantined' && chosen === snapshots[0] && (
                <Button size="small" disabled={busy} onClick={() => void backUp(true)}>
                  This is how the plan should be
                </Button>
              )}
            </div>
          )}
          {state.phase === 'reading' && <p className={styles['quiet']}>Reading…</p>}
          {state.phase === 'failed' && (
            <p className={styles['bad']} role="alert">
              {state.message}
            </p>
          )}
          {chosen && then && plan && difference && (
            <>
              <h3 className={styles['heading']}>
                Going back to {momentWords(chosen.at)} would change
              </h3>
              {shrinks && (
                <p className={styles['warning']} role="note">
                  This state holds less than half of what the plan holds today. Everything else
                  would go; undo or the pinned copy brings it back.
                </p>
              )}
              <DifferenceView difference={difference} today={plan} then={then} />
              <StateOutline plan={then} />
            </>
          )}
        </section>
      </div>
    </Dialog>
  )
}
