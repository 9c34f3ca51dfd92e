import type { Draft } from '#domain/exchange/draft.ts'
import { thingsFromDraft } from '#domain/exchange/draft-things.ts'
import { ARBITRARY_TODAY, countingContext } from '#domain/plan/plan-arbitrary.ts'
import type { Thing } from '#domain/plan/thing.ts'

/** The rows that a draft becomes as a plan of its own. */
export function thingsOfDraft(draft: Draft): readonly Thing[] {
  return thingsFromDraft(draft, {
    name: 'Imported',
    plan: null,
    cycle: { name: 'Q4 2026', startOn: '2026-10-01', endOn: '2026-12-31' },
    context: countingContext(ARBITRARY_TODAY, 'd'),
  }).things
}
