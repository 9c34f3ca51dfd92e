import type { Kind } from './field.ts'

/** What people call each kind of thing. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  plan: 'plan',
  theme: 'theme',
  person: 'person',
  cycle: 'cycle',
  objective: 'objective',
  keyResult: 'key result',
  initiative: 'initiative',
  checkIn: 'check-in',
  journalEntry: 'journal entry',
  detour: 'detour',
  retrospective: 'retrospective',
  workshop: 'workshop',
  card: 'card',
  vote: 'vote',
}
