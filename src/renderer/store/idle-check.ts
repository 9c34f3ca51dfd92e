import { EMPTY_HASH, combineHash, rowHash } from '#domain/plan/state-hash.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { thingsOf } from '#domain/plan/plan.ts'

/** Rows hashed before the time left is looked at again. */
const ROWS_AT_ONCE = 50
const TIME_LEFT_MS = 4

/**
 * Hashes every row of a plan that was just loaded, in idle time, and calls back when they do not come to
 * `hash`: the load itself compares only the hashes that stand beside the rows.
 */
export function checkWhenIdle(plan: Plan, hash: string, onDamage: () => void): void {
  // Without a browser there is no idle time and no damage to look for.
  if (typeof requestIdleCallback === 'undefined') return
  const rows = thingsOf(plan)
  let sum = EMPTY_HASH
  const goOn = (deadline: IdleDeadline) => {
    do {
      for (let count = 0; count < ROWS_AT_ONCE; count += 1) {
        const next = rows.next()
        if (next.done === true) {
          if (sum !== hash) onDamage()
          return
        }
        sum = combineHash(sum, rowHash(next.value))
      }
    } while (deadline.timeRemaining() > TIME_LEFT_MS)
    requestIdleCallback(goOn)
  }
  requestIdleCallback(goOn)
}
