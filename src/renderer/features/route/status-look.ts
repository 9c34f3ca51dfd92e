import type { Initiative } from '#domain/initiative/initiative.ts'
import type { Status } from '#domain/key-result/key-result.ts'

/** Which colour a status has. It is never said by the colour alone. */
export type Look = 'good' | 'warn' | 'bad' | 'quiet'

export function lookOf(status: Status): Look {
  switch (status) {
    case 'on-pace':
    case 'done':
      return 'good'
    case 'slipping':
    case 'outdated':
      return 'warn'
    case 'behind':
      return 'bad'
    case 'not-started':
      return 'quiet'
  }
}

const STATE_WORDS: Readonly<Record<Initiative['state'], string>> = {
  idea: 'idea',
  planned: 'planned',
  'in-progress': 'in progress',
  blocked: 'blocked',
  done: 'done',
  dropped: 'dropped',
}

/** The state of an initiative in words. */
export function stateWord(state: Initiative['state']): string {
  return STATE_WORDS[state]
}
