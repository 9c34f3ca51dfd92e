import { describe, expect, it } from 'vitest'
import type { JournalEntry } from './journal-entry.ts'
import { isUnanswered } from './open-concerns.ts'

const concern = (changes: Partial<JournalEntry>): JournalEntry => ({
  kind: 'journalEntry',
  id: 'e',
  type: 'concern',
  day: '2026-11-16',
  at: '2026-11-16T09:00:00.000Z',
  text: 'Who covers the nights?',
  authorId: null,
  about: null,
  reactions: [],
  answer: '',
  answerOwnerId: null,
  resolvedOn: null,
  ...changes,
})

describe('a concern comes back', () => {
  it.each<[string, Partial<JournalEntry>, boolean]>([
    ['without answer and owner', {}, true],
    ['with an owner but no answer', { answerOwnerId: 'p' }, true],
    ['with blanks as an answer', { answer: '  ', answerOwnerId: 'p' }, true],
    ['with an answer but no owner', { answer: 'Ines does' }, true],
    ['not with both', { answer: 'Ines does', answerOwnerId: 'p' }, false],
    ['not once it is settled', { resolvedOn: '2026-11-17' }, false],
    ['not when it is a win', { type: 'win' }, false],
  ])('%s', (_case, changes, comesBack) => {
    expect(isUnanswered(concern(changes))).toBe(comesBack)
  })
})
