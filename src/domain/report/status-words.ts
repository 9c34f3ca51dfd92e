import type { Initiative } from '../initiative/initiative.ts'
import type { Status } from '../key-result/key-result.ts'
import type { Tone } from './document.ts'

/** The colour of a status; its word stands in `key-result/status.ts`. */
export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  'on-pace': 'good',
  slipping: 'warn',
  behind: 'bad',
  outdated: 'warn',
  'not-started': 'muted',
  done: 'good',
}

/** The colour of an initiative's state; its word stands in `initiative/initiative-progress.ts`. */
export const STATE_TONES: Readonly<Record<Initiative['state'], Tone>> = {
  idea: 'muted',
  planned: 'muted',
  'in-progress': 'muted',
  blocked: 'bad',
  done: 'good',
  dropped: 'muted',
}
