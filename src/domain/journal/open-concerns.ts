import type { KeyResult } from '../key-result/key-result.ts'
import type { Ref } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { JournalEntry } from './journal-entry.ts'

/** A concern comes back in every check-in round until it has an answer with an owner, or is settled. */
export function isUnanswered(entry: JournalEntry): boolean {
  if (entry.type !== 'concern' || entry.resolvedOn !== null) return false
  return entry.answer.trim() === '' || entry.answerOwnerId === null
}

/** All concerns that wait for an answer, the oldest first. */
export function openConcerns(plan: Plan): readonly JournalEntry[] {
  return [...plan.journalEntry.values()]
    .filter(isUnanswered)
    .sort((a, b) => (a.day === b.day ? (a.at < b.at ? -1 : 1) : a.day < b.day ? -1 : 1))
}

/** Whether an entry is about a key result: the thing itself, its objective, or what works on it. */
export function isAbout(plan: Plan, about: Ref | null, keyResult: KeyResult): boolean {
  switch (about?.kind) {
    case 'keyResult':
      return about.id === keyResult.id
    case 'objective':
      return about.id === keyResult.objectiveId
    case 'initiative':
      return (
        plan.initiative.get(about.id)?.serves.some((s) => s.keyResultId === keyResult.id) ?? false
      )
    default:
      return false
  }
}
