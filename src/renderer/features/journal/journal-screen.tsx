import { useMemo, useState } from 'react'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import { isUnanswered } from '#domain/journal/open-concerns.ts'
import { counted } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { openDialog, useUi } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { Page } from '#ui/page.tsx'
import { ENTRY_TYPES } from './entry-types.ts'
import { JournalLine } from './journal-line.tsx'
import styles from './journal-screen.module.css'

type Sort = 'newest' | 'oldest' | 'type' | 'author'
type Wanted = JournalEntry['type'] | '' | 'open'

const SORTS: readonly { readonly value: Sort; readonly label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'type', label: 'By kind' },
  { value: 'author', label: 'By who said it' },
]

/** More entries than a page shows at once. */
const SHOWN = 100

const byTime = (a: JournalEntry, b: JournalEntry) =>
  a.day === b.day ? (a.at < b.at ? 1 : -1) : a.day < b.day ? 1 : -1

/** Wins, lessons, concerns, decisions and blockers, with reactions and answers. */
export function JournalScreen() {
  const plan = usePlan((state) => state.plan)
  const people = usePlan((state) => state.index?.people) ?? []
  const [wanted, setWanted] = useState<Wanted>('')
  const [authorId, setAuthorId] = useState('')
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>('newest')
  const [all, setAll] = useState(false)
  const lookedForId = useUi(({ lookedFor }) => lookedFor?.id)
  const entries = useMemo(() => {
    if (!plan) return []
    const words = text.trim().toLocaleLowerCase()
    const name = (id: string | null) => (id === null ? '' : (plan.person.get(id)?.name ?? ''))
    const rank = (entry: JournalEntry) => ENTRY_TYPES.findIndex(({ type }) => type === entry.type)
    const found = [...plan.journalEntry.values()]
      .filter(
        (entry) =>
          entry.id === lookedForId ||
          ((wanted === '' || (wanted === 'open' ? isUnanswered(entry) : entry.type === wanted)) &&
            (authorId === '' || entry.authorId === authorId) &&
            (words === '' || `${entry.text} ${entry.answer}`.toLocaleLowerCase().includes(words))),
      )
      .sort(byTime)
    if (sort === 'oldest') return found.reverse()
    if (sort === 'type') return found.sort((a, b) => rank(a) - rank(b) || byTime(a, b))
    if (sort === 'author')
      return found.sort((a, b) => name(a.authorId).localeCompare(name(b.authorId)) || byTime(a, b))
    return found
  }, [plan, wanted, authorId, text, sort, lookedForId])
  if (!plan) return null
  const waiting = [...plan.journalEntry.values()].filter(isUnanswered).length
  const showsAll = all || entries.findIndex(({ id }) => id === lookedForId) >= SHOWN
  const add = () => {
    openDialog({ type: 'journal-entry', entryType: null, about: null })
  }
  return (
    <Page
      title="Journal"
      lead={
        counted(plan.journalEntry.size, 'entry', 'entries') +
        (waiting > 0 ? ` · ${counted(waiting, 'concern')} without an answer` : '')
      }
      action={
        <Button variant="primary" onClick={add}>
          Write an entry
        </Button>
      }
      isNarrow
    >
      {plan.journalEntry.size === 0 ? (
        <EmptyState
          title="Nothing is written down yet"
          actions={<Button onClick={add}>Write the first entry</Button>}
        >
          From anywhere: <Kbd shortcut="J" /> and then W for a win, L for a lesson, C for a concern,
          D for a decision. It is tied to what is selected.
        </EmptyState>
      ) : (
        <>
          <div className={styles['filters']}>
            <SelectField
              label="Kind"
              value={wanted}
              options={[
                { value: '', label: 'All kinds' },
                ...ENTRY_TYPES.map(({ type, label }) => ({ value: type, label })),
                { value: 'open', label: 'Concerns without an answer' },
              ]}
              onChange={(value) => {
                setWanted(value as Wanted)
              }}
            />
            <SelectField
              label="Said by"
              value={authorId}
              options={[
                { value: '', label: 'Everybody' },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={setAuthorId}
            />
            <SelectField
              label="Order"
              value={sort}
              options={SORTS}
              onChange={(value) => {
                setSort(value as Sort)
              }}
            />
            <TextField label="Find" type="search" value={text} onChange={setText} />
          </div>
          <ul className={styles['list']}>
            {entries.slice(0, showsAll ? undefined : SHOWN).map((entry) => (
              <JournalLine key={entry.id} entry={entry} />
            ))}
          </ul>
          {entries.length === 0 && <p className={styles['lead']}>None of these.</p>}
          {entries.length > SHOWN && !showsAll && (
            <Button
              variant="link"
              onClick={() => {
                setAll(true)
              }}
            >
              Show all {entries.length}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
