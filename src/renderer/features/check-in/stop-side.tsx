import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import type { Id } from '#domain/plan/field.ts'
import { celebrate } from '#store/celebration.ts'
import { run } from '#store/plan-store.ts'
import { announce, closeDialog, select, showScreen, useUi } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { SideField } from './side-field.tsx'
import styles from './round.module.css'

/** What is open beside the answer. */
export type Side = 'skip' | 'baseline' | Extract<JournalEntry['type'], 'win' | 'lesson' | 'concern'>

const SIDES = {
  win: { label: 'A win', placeholder: 'What went well?', button: 'Keep the win' },
  lesson: { label: 'A lesson', placeholder: 'What did we learn?', button: 'Keep the lesson' },
  concern: { label: 'A concern', placeholder: 'What worries you?', button: 'Raise it' },
} as const

function changeTheRoute(id: Id): void {
  closeDialog()
  showScreen('route')
  useUi.setState({ inspectorOpen: true })
  select({ kind: 'keyResult', id })
}

/** A win, a lesson or a concern about this key result, written down in between; or off to the route. */
export function AlsoToday({
  keyResultId,
  authorId,
  side,
  onSide,
}: {
  readonly keyResultId: Id
  readonly authorId: Id | null
  readonly side: Side | null
  readonly onSide: (side: Side | null) => void
}) {
  const note = (type: keyof typeof SIDES) => (text: string) => {
    if (text.trim() === '') return 'A few words, please.'
    const result = run('journal.add', {
      type,
      text: text.trim(),
      authorId,
      about: { kind: 'keyResult', id: keyResultId },
    })
    if (!result.ok) return result.message
    if (type === 'win') celebrate(text.trim())
    else announce(`Kept the ${type}`)
    onSide(null)
    return null
  }
  return (
    <div>
      <h3 className={styles['label']}>Also today</h3>
      {side !== null && side !== 'skip' && side !== 'baseline' ? (
        <SideField
          label={SIDES[side].label}
          placeholder={SIDES[side].placeholder}
          button={SIDES[side].button}
          onDone={note(side)}
        />
      ) : (
        <div className={styles['row']}>
          {(['win', 'lesson', 'concern'] as const).map((type) => (
            <Button
              key={type}
              onClick={() => {
                onSide(type)
              }}
            >
              {SIDES[type].label}
            </Button>
          ))}
          <Button
            onClick={() => {
              changeTheRoute(keyResultId)
            }}
          >
            Change the route…
          </Button>
        </div>
      )}
    </div>
  )
}
