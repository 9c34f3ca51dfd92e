import type { DraftKind } from '#domain/exchange/draft.ts'
import type { Kind } from '#domain/plan/field.ts'
import { KIND_WORDS } from '#domain/plan/kind-words.ts'
import { counted } from '#domain/plan/title-quote.ts'

/** `7 objectives, 23 key results, 4 initiatives, 9 tasks`; what is not there is not named. */
export function countsText(counts: Readonly<Partial<Record<DraftKind, number>>>): string {
  const words: readonly (readonly [DraftKind, string])[] = [
    ['objective', 'objective'],
    ['keyResult', 'key result'],
    ['initiative', 'initiative'],
    ['task', 'task'],
    ['note', 'note'],
  ]
  const parts = words.flatMap(([kind, word]) => {
    const count = counts[kind] ?? 0
    return count > 0 ? [counted(count, word)] : []
  })
  return parts.join(', ') || 'Nothing yet'
}

/** The same for the rows of a plan file. */
export function rowsText(things: readonly { readonly kind: Kind }[]): string {
  const counts = new Map<Kind, number>()
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const plural: Partial<Record<Kind, string>> = {
    person: 'people',
    journalEntry: 'journal entries',
  }
  return [...counts]
    .filter(([kind]) => kind !== 'plan')
    .map(([kind, count]) => counted(count, KIND_WORDS[kind], plural[kind]))
    .join(', ')
}
