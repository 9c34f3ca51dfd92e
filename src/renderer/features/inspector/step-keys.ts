import { useState } from 'react'
import type { PlanLine } from '#domain/key-result/key-result.ts'

type Steps = Extract<PlanLine, { type: 'steps' }>['steps']
type Known = { readonly steps: Steps; readonly keys: readonly number[]; readonly next: number }

/**
 * A key for each step of a plan line, which has no id of its own: a step keeps its key when it is changed and
 * when its new day puts it elsewhere, so that the caret stays in it.
 */
export function useStepKeys(steps: Steps): readonly number[] {
  const [known, setKnown] = useState<Known>({ steps: [], keys: [], next: 0 })
  if (known.steps === steps) return known.keys
  const now = keysAfter(known, steps)
  setKnown(now)
  return now.keys
}

/** The keys of steps after a change: equal steps keep theirs, the changed one takes what is left over. */
export function keysAfter(known: Known, steps: Steps): Known {
  const free = known.steps.map((step, i) => ({ step, key: known.keys[i] ?? -1 }))
  const take = (at: number) => free.splice(at, 1)[0]?.key
  const kept = steps.map(({ on, expected }) => {
    const at = free.findIndex(({ step }) => step.on === on && step.expected === expected)
    return at < 0 ? undefined : take(at)
  })
  let { next } = known
  return { steps, keys: kept.map((key) => key ?? take(0) ?? next++), next }
}
