import { useCallback, useEffect, useState } from 'react'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { SnapshotSummary } from '#shared/snapshot-summary.ts'
import { listSnapshots, readSnapshot } from '#store/snapshots.ts'

export type SnapshotList =
  | { readonly phase: 'reading' }
  | { readonly phase: 'failed'; readonly message: string }
  | { readonly phase: 'read'; readonly snapshots: readonly SnapshotSummary[] }

/** The snapshots of a plan, and the way to read the list again. */
export function useSnapshots(planId: Id | null): readonly [SnapshotList, () => void] {
  const [list, setList] = useState<SnapshotList>({ phase: 'reading' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isWanted = true
    if (planId !== null)
      void listSnapshots(planId).then((answer) => {
        if (!isWanted) return
        setList(
          answer.ok
            ? { phase: 'read', snapshots: answer.snapshots }
            : { phase: 'failed', message: answer.message },
        )
      })
    return () => {
      isWanted = false
    }
  }, [planId, round])
  const again = useCallback(() => {
    setRound((before) => before + 1)
  }, [])
  return [list, again]
}

export type SnapshotState =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'failed'; readonly message: string }
  | { readonly phase: 'read'; readonly plan: Plan }

/** What the chosen snapshot holds. */
export function useSnapshotState(planId: Id | null, id: string | null): SnapshotState {
  const [read, setRead] = useState<{ readonly id: string; readonly state: SnapshotState } | null>(
    null,
  )
  useEffect(() => {
    let isWanted = true
    if (planId !== null && id !== null)
      void readSnapshot({ planId, id }).then((answer) => {
        if (!isWanted) return
        setRead({
          id,
          state: answer.ok
            ? { phase: 'read', plan: answer.plan }
            : { phase: 'failed', message: answer.message },
        })
      })
    return () => {
      isWanted = false
    }
  }, [planId, id])
  if (id === null) return { phase: 'none' }
  return read?.id === id ? read.state : { phase: 'reading' }
}
