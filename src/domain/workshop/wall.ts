import type { Id } from '../plan/field.ts'
import type { Workshop } from './workshop.ts'

/**
 * The steps whose cards lie together: steps of their own with the same boards look at one wall, so that what
 * was written in one is talked about, counted and sorted in the next. Any other step has its cards alone.
 */
export function wallOf(
  { steps }: Pick<Workshop, 'steps'>,
  stepId: Id | null,
): ReadonlySet<Id | null> {
  const step = steps.find(({ id }) => id === stepId)
  if (step?.type !== 'free' || step.columns.length === 0) return new Set([stepId])
  const isSame = (columns: readonly string[]) =>
    columns.length === step.columns.length && columns.every((each, i) => each === step.columns[i])
  return new Set(
    steps.filter(({ type, columns }) => type === 'free' && isSame(columns)).map(({ id }) => id),
  )
}
