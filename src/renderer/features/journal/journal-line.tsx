import { Trash2 } from 'lucide-react'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import { isUnanswered } from '#domain/journal/open-concerns.ts'
import type { Ref } from '#domain/plan/field.ts'
import { thingAt } from '#domain/plan/plan.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { jumpRoute, select, showScreen, toast, useUi } from '#store/ui-store.ts'
import { Badge } from '#ui/badge.tsx'
import { Button, IconButton } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { entryType } from './entry-types.ts'
import styles from './journal-screen.module.css'

/** Reactions that one can give; others that came with a file are shown as well. */
const SIGNS = ['👏', '❤️', '💡', '👀'] as const

const TONES = {
  win: 'good',
  lesson: 'quiet',
  concern: 'warn',
  decision: 'quiet',
  blocker: 'bad',
} as const

type Changes = Partial<Omit<JournalEntry, 'kind' | 'id' | 'at' | 'extra'>>

function open(ref: Ref): void {
  showScreen(ref.kind === 'person' ? 'people' : 'route')
  useUi.setState({ inspectorOpen: true })
  select(ref)
  jumpRoute({ day: null, ref })
}

/** One entry: edited in place, with reactions, and for a concern its answer and who sees to it. */
export function JournalLine({ entry }: { readonly entry: JournalEntry }) {
  const plan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  const people = usePlan((state) => state.index?.people) ?? []
  const meId = useUi((state) => state.meId)
  if (!plan) return null
  const { id } = entry
  const update = (changes: Changes): string | null => {
    const result = run('journal.update', { id, changes })
    return result.ok ? null : result.message
  }
  const thing = entry.about && thingAt(plan, entry.about)
  const about = thing && ('title' in thing ? thing.title : 'name' in thing ? thing.name : null)
  const author = entry.authorId === null ? 'nobody named' : plan.person.get(entry.authorId)?.name
  const me = meId !== null && plan.person.has(meId) ? meId : null
  const react = (sign: string) => {
    const isMine = (one: JournalEntry['reactions'][number]) =>
      one.sign === sign && one.personId === me
    update({
      reactions: entry.reactions.some(isMine)
        ? entry.reactions.filter((one) => !isMine(one))
        : [...entry.reactions, { sign, personId: me }],
    })
  }
  const signs = [...new Set([...SIGNS, ...entry.reactions.map(({ sign }) => sign)])]
  const { Icon, label } = entryType(entry.type)
  return (
    <li className={styles['entry']} data-thing={id} tabIndex={-1}>
      <div className={styles['entryHead']}>
        <Badge tone={TONES[entry.type]} icon={<Icon size={13} aria-hidden />}>
          {label}
        </Badge>
        <span className={styles['small']}>
          {formatDayWithYear(entry.day)} · {author ?? 'nobody named'}
        </span>
        {about && entry.about && (
          <Button
            variant="link"
            size="small"
            onClick={() => {
              if (entry.about) open(entry.about)
            }}
          >
            {shortTitle(about, 48)}
          </Button>
        )}
        <span className={styles['space']} />
        <span className={styles['reactions']}>
          {signs.map((sign) => {
            const who = entry.reactions.filter((one) => one.sign === sign)
            const isMine = who.some(({ personId }) => personId === me)
            const names = who.map(
              ({ personId }) => plan.person.get(personId ?? '')?.name ?? 'somebody',
            )
            return (
              <button
                key={sign}
                type="button"
                className={styles['reaction']}
                aria-pressed={isMine}
                aria-label={`${sign} ${String(who.length)}`}
                title={names.join(', ')}
                onClick={() => {
                  react(sign)
                }}
              >
                <span aria-hidden>{sign}</span>
                {who.length > 0 && <span aria-hidden>{who.length}</span>}
              </button>
            )
          })}
          <IconButton
            size="small"
            label={`Delete: ${shortTitle(entry.text)}`}
            hint="Delete"
            icon={<Trash2 size={14} />}
            onClick={() => {
              const result = run('journal.delete', { id })
              if (!result.ok) toast(result.message, { tone: 'bad' })
            }}
          />
        </span>
      </div>
      <EditableText
        label={`Text of the ${entry.type}`}
        labelHidden
        bare
        required
        multiline
        maxLength={20_000}
        value={entry.text}
        onCommit={(text) => update({ text })}
      />
      {entry.type === 'concern' && (
        <div className={styles['answer']}>
          <EditableText
            label="Answer"
            multiline
            maxLength={20_000}
            placeholder="What we do about it"
            value={entry.answer}
            onCommit={(answer) => update({ answer })}
          />
          <SelectField
            label="Who sees to it"
            value={entry.answerOwnerId ?? ''}
            options={[
              { value: '', label: 'Nobody yet' },
              ...people.map((person) => ({ value: person.id, label: person.name })),
            ]}
            onChange={(answerOwnerId) =>
              update({ answerOwnerId: answerOwnerId === '' ? null : answerOwnerId })
            }
          />
          <label className={styles['settled']}>
            <input
              type="checkbox"
              checked={entry.resolvedOn !== null}
              onChange={(event) => {
                update({ resolvedOn: event.target.checked ? today : null })
              }}
            />
            Settled
          </label>
          {isUnanswered(entry) && (
            <p className={styles['small']}>
              It comes back in the next check-in round until it has an answer and somebody who sees
              to it.
            </p>
          )}
        </div>
      )}
    </li>
  )
}
