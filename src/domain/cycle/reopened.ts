import type { Cycle } from './cycle.ts'

/** The times that a cycle was taken up again after it had been closed, oldest first, each with its reason. */
export function reopeningsOf({ stateLog }: Pick<Cycle, 'stateLog'>): Cycle['stateLog'] {
  return stateLog.filter(
    ({ state }, i) => state !== 'closed' && stateLog[i - 1]?.state === 'closed',
  )
}
