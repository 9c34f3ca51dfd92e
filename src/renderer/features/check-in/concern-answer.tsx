import { formatDay } from '#domain/calendar/day-format.ts'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { Button } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { PersonField } from './person-field.tsx'
import { focusFirst } from './use-way-back.ts'
import card from './work-card.module.css'
import styles from './round.module.css'

/** A concern that has no answer yet: it comes back in every round until it has one with an owner. */
export function ConcernAnswer({ concern }: { readonly concern: JournalEntry }) {
  const today = usePlan((state) => state.today)
  const author = usePlan((state) =>
    concern.authorId === null ? undefined : state.plan?.person.get(concern.authorId)?.name,
  )
  const update = (
    changes: Partial<Pick<JournalEntry, 'answer' | 'answerOwnerId' | 'resolvedOn'>>,
  ) => {
    const result = run('journal.update', { id: concern.id, changes })
    return result.ok ? null : result.message
  }
  return (
    <li className={card['work']} data-tone="warn">
      <p className={card['workTitle']}>
        <strong dir="auto">{concern.text}</strong>
        <span className={card['quiet']}>
          {' '}
          · concern of {author ?? 'somebody'}, {formatDay(concern.day)}
        </span>
      </p>
      <div className={card['blocker']}>
        <EditableText
          label="Answer"
          maxLength={20_000}
          value={concern.answer}
          onCommit={(answer) => update({ answer })}
        />
        <PersonField
          label="Who sees to it"
          nobody="Nobody yet"
          value={concern.answerOwnerId}
          onChange={(answerOwnerId) => {
            update({ answerOwnerId })
          }}
        />
      </div>
      <div className={styles['row']}>
        <Button
          size="small"
          onClick={({ currentTarget }) => {
            const round = currentTarget.closest('[role=dialog]')
            // It goes with its button: the keyboard is not left with nothing.
            if (update({ resolvedOn: today }) === null) focusFirst(round)
          }}
        >
          It is settled
        </Button>
      </div>
    </li>
  )
}
