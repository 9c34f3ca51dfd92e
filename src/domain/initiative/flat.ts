import type { CheckIn } from '../check-in/check-in.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { baselineOf, targetOf } from '../key-result/metric.ts'
import type { Initiative } from './initiative.ts'

/** How many check-ins without movement make a number flat. */
export const FLAT_CHECK_INS = 3

/** Movement below this share of the whole way is noise. */
const NOISE = 0.005

/**
 * True when a key result with a number has come no nearer to its target over its last three check-ins
 * and has not arrived. `checkIns` are the effective ones, by day.
 */
export function isFlat(
  keyResult: Pick<KeyResult, 'metric' | 'state'>,
  checkIns: readonly CheckIn[],
): boolean {
  const baseline = baselineOf(keyResult.metric)
  const target = targetOf(keyResult.metric)
  if (baseline === null || target === null || baseline === target) return false
  if (keyResult.state !== 'active') return false
  const shares = checkIns
    .flatMap(({ value }) => (value === null ? [] : [(value - baseline) / (target - baseline)]))
    .slice(-FLAT_CHECK_INS)
  const [first] = shares
  const last = shares.at(-1)
  if (shares.length < FLAT_CHECK_INS || first === undefined || last === undefined) return false
  return last < 1 && Math.max(...shares) - first < NOISE
}

/** "Work done, number flat": the initiative is done and a key result that it serves has not moved. */
export function isDoneButFlat(
  initiative: Pick<Initiative, 'state' | 'serves'>,
  keyResult: Pick<KeyResult, 'id' | 'metric' | 'state'>,
  checkIns: readonly CheckIn[],
): boolean {
  return (
    initiative.state === 'done' &&
    initiative.serves.some((s) => s.keyResultId === keyResult.id) &&
    isFlat(keyResult, checkIns)
  )
}
