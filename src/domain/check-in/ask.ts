import type { KeyResult } from '../key-result/key-result.ts'

/** What a check-in asks for by the metric: a number, done or not yet, the steps that are done, or only words. */
export type Ask = 'number' | 'done' | 'steps' | 'words'

/** What a key result asks for. */
export function askOf({ metric }: Pick<KeyResult, 'metric'>): Ask {
  switch (metric.type) {
    case 'milestone':
      return 'steps'
    case 'done':
      return 'done'
    case 'unmeasured':
      return 'words'
    default:
      return 'number'
  }
}
