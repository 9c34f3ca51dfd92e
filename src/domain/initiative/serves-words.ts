import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { shortTitle } from '../plan/title-quote.ts'
import type { Initiative } from './initiative.ts'

/**
 * What an initiative served, from the words of its detour (see `servesInWords`): the key results of its cycle
 * that bear these titles, with their shares. Null when a title is gone or stands there twice.
 */
export function servesFromWords(
  plan: Plan,
  cycleId: Id,
  words: string,
): Initiative['serves'] | null {
  if (words === 'the Garage') return []
  const titled = new Map<string, Id | null>()
  for (const { id, title, objectiveId } of plan.keyResult.values()) {
    if (plan.objective.get(objectiveId)?.cycleId !== cycleId) continue
    const printed = shortTitle(title)
    titled.set(printed, titled.has(printed) ? null : id)
  }
  const only = titled.get(words)
  if (only != null) return [{ keyResultId: only, share: 1 }]
  return sharesIn(words, titled, new Set())
}

const SHARE = / (\d+(?:\.\d)?) %(?:, |$)/g

/** `CSAT 60 %, Activation 40 %`; a title may itself hold a comma or a percentage. */
function sharesIn(
  words: string,
  titled: ReadonlyMap<string, Id | null>,
  /** Lengths of rests that lead nowhere: no rest is looked at twice. */
  failed: Set<number>,
): Initiative['serves'] | null {
  if (words === '') return []
  if (failed.has(words.length)) return null
  for (const match of words.matchAll(SHARE)) {
    const keyResultId = titled.get(words.slice(0, match.index))
    if (keyResultId == null) continue
    const rest = sharesIn(words.slice(match.index + match[0].length), titled, failed)
    if (rest) return [{ keyResultId, share: Number(match[1]) / 100 }, ...rest]
  }
  failed.add(words.length)
  return null
}
