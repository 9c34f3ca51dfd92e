import { Construction, Flag, GitFork, Lightbulb, MessageCircleQuestion } from 'lucide-react'
import type { ComponentType } from 'react'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'

type EntryType = {
  readonly type: JournalEntry['type']
  readonly label: string
  /** The second keystroke. */
  readonly key: string
  readonly question: string
  readonly Icon: ComponentType<{ readonly size?: number | string }>
}

/** The kinds of entries, in the order of the dialog. */
export const ENTRY_TYPES = [
  { type: 'win', label: 'Win', key: 'W', question: 'What went well?', Icon: Flag },
  { type: 'lesson', label: 'Lesson', key: 'L', question: 'What did we learn?', Icon: Lightbulb },
  {
    type: 'concern',
    label: 'Concern',
    key: 'C',
    question: 'What worries you?',
    Icon: MessageCircleQuestion,
  },
  { type: 'decision', label: 'Decision', key: 'D', question: 'What was decided?', Icon: GitFork },
  {
    type: 'blocker',
    label: 'Blocker',
    key: 'B',
    question: 'What is in the way?',
    Icon: Construction,
  },
] as const satisfies readonly EntryType[]

/** The kind of a type. */
export function entryType(type: JournalEntry['type']): EntryType {
  return ENTRY_TYPES.find((one) => one.type === type) ?? ENTRY_TYPES[0]
}
