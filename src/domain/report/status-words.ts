import type { Initiative } from '../initiative/initiative.ts'
import type { Status } from '../key-result/key-result.ts'
import type { Tone } from './document.ts'

/** The word of a status as every report prints it. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'on-pace': 'On pace',
  slipping: 'Slipping',
  behind: 'Behind',
  outdated: 'Outdated',
  'not-started': 'Not started',
  done: 'Reached',
}

export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  'on-pace': 'good',
  slipping: 'warn',
  behind: 'bad',
  outdated: 'warn',
  'not-started': 'muted',
  done: 'good',
}

export const STATE_WORDS: Readonly<Record<Initiative['state'], string>> = {
  idea: 'Idea',
  planned: 'Planned',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  dropped: 'Dropped',
}

export const STATE_TONES: Readonly<Record<Initiative['state'], Tone>> = {
  idea: 'muted',
  planned: 'muted',
  'in-progress': 'muted',
  blocked: 'bad',
  done: 'good',
  dropped: 'muted',
}
