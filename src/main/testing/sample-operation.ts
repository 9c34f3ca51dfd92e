import { DEFAULT_SETTINGS } from '#domain/plan/plan-meta.ts'
import type { Operation } from '#domain/plan/operation.ts'

/** An operation that names the plan; `note` makes it as long as a test needs. For tests. */
export function sampleOperation(
  planId: string,
  seq: number,
  over: Partial<Operation> & { readonly title?: string; readonly note?: string } = {},
): Operation {
  const { title = `Plan at step ${String(seq)}`, note = '', ...rest } = over
  const createdAt = '2026-11-22T12:00:00.000Z'
  return {
    planId,
    seq,
    at: createdAt,
    name: `Step ${String(seq)}`,
    type: 'do',
    of: null,
    patch: {
      puts: [
        {
          kind: 'plan',
          id: planId,
          name: title,
          direction: note,
          settings: DEFAULT_SETTINGS,
          createdAt,
        },
      ],
      deletes: [],
    },
    inverse: { puts: [], deletes: [{ kind: 'plan', id: planId }] },
    hash: seq.toString(16).padStart(32, '0'),
    version: 1,
    ...rest,
  }
}

/** Operations `from` to `to` of one plan. */
export function sampleOperations(planId: string, from: number, to: number): readonly Operation[] {
  return Array.from({ length: to - from + 1 }, (_, at) => sampleOperation(planId, from + at))
}
