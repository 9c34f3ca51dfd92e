import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import { RETROSPECTIVE_FORMATS } from '#domain/retrospective/formats.ts'
import type { RetrospectiveFormat } from '#domain/retrospective/formats.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { announce, toast } from '#store/ui-store.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { edit } from './edit.ts'
import type { StepProps } from './review-walk.tsx'
import { StepHead } from './step-head.tsx'
import { useEntriesOf } from './use-entries.ts'
import styles from './walk.module.css'

const HEARD: readonly JournalEntry['type'][] = ['lesson', 'concern', 'blocker']
const WORDS: Readonly<Record<JournalEntry['type'], string>> = {
  win: 'Win',
  lesson: 'Lesson',
  blocker: 'Blocker',
  concern: 'Concern',
  decision: 'Decision',
}

/** The questions of the retrospective: a format to start from, every question to be changed. */
export function StepQuestions({ review, retrospective }: StepProps) {
  const { answers } = retrospective
  const [question, setQuestion] = useState('')
  const said = useEntriesOf(review.cycle, HEARD)
  const own = usePlan((state) => state.plan?.meta.settings.retrospectiveQuestions)
  const setQuestions = (next: readonly { readonly id?: string; readonly question: string }[]) =>
    edit('retrospective.setQuestions', {
      id: retrospective.id,
      questions: next.map((one) => ({
        ...(one.id === undefined ? {} : { id: one.id }),
        question: one.question,
      })),
    })
  const move = (from: number, by: -1 | 1, pressed: HTMLElement) => {
    const [one, other] = [answers[from], answers[from + by]]
    if (!one || !other) return
    const refused = setQuestions(answers.with(from, other).with(from + by, one))
    if (refused !== null) return
    announce(`Question ${String(from + by + 1)} of ${String(answers.length)}`)
    // A line that is moved loses the focus, and so would whoever works by keyboard.
    requestAnimationFrame(() => {
      pressed.focus()
    })
  }
  const format = RETROSPECTIVE_FORMATS.find(
    ({ questions }) =>
      questions.length === answers.length &&
      questions.every((one) => answers.some((answer) => answer.question === one)),
  )
  const isOwn =
    own?.length === answers.length && own.every((one, i) => one === answers[i]?.question)
  return (
    <>
      <StepHead title="What do we take from it?">
        Choose a format or change the questions. What was answered stays when the format changes.
      </StepHead>
      <div className={styles['pair']}>
        <SelectField
          label="Format"
          hint={format?.when ?? 'Questions of your own'}
          value={format?.id ?? ''}
          options={[
            ...(format ? [] : [{ value: '', label: 'Our own questions' }]),
            ...RETROSPECTIVE_FORMATS.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => {
            if (id !== '')
              run('retrospective.useFormat', {
                id: retrospective.id,
                format: id as RetrospectiveFormat['id'],
              })
          }}
        />
        <div className={styles['atEnd']}>
          <Button
            variant="link"
            disabled={isOwn || answers.length === 0}
            onClick={() => {
              const refused = edit('plan.update', {
                changes: {
                  settings: { retrospectiveQuestions: answers.map((one) => one.question) },
                },
              })
              toast(refused ?? 'The next retrospective begins with these questions.')
            }}
          >
            Ask these next time as well
          </Button>
        </div>
      </div>
      <ul className={styles['rows']}>
        {answers.map((one, i) => (
          <li key={one.id} className={styles['question']}>
            <div className={styles['line']}>
              <EditableText
                label="Question"
                labelHidden
                bare
                asTitle
                required
                value={one.question}
                onCommit={(text) =>
                  setQuestions(
                    answers.map((other) =>
                      other.id === one.id ? { ...other, question: text } : other,
                    ),
                  )
                }
              />
              <IconButton
                label={`Ask earlier: ${one.question}`}
                size="small"
                icon={<ArrowUp size={14} />}
                disabled={i === 0}
                onClick={(event) => {
                  move(i, -1, event.currentTarget)
                }}
              />
              <IconButton
                label={`Ask later: ${one.question}`}
                size="small"
                icon={<ArrowDown size={14} />}
                disabled={i === answers.length - 1}
                onClick={(event) => {
                  move(i, 1, event.currentTarget)
                }}
              />
              <IconButton
                label={`Do not ask: ${one.question}`}
                size="small"
                icon={<X size={14} />}
                onClick={() => setQuestions(answers.filter(({ id }) => id !== one.id))}
              />
            </div>
            <EditableText
              label={`Answer to ${one.question}`}
              labelHidden
              multiline
              maxLength={20_000}
              placeholder="What people say; one line each is enough"
              value={one.answer}
              onCommit={(answer) =>
                edit('retrospective.setAnswer', {
                  id: retrospective.id,
                  answerId: one.id,
                  answer,
                })
              }
            />
          </li>
        ))}
      </ul>
      <form
        className={styles['line']}
        onSubmit={(event) => {
          event.preventDefault()
          if (question.trim() === '') return
          if (setQuestions([...answers, { question: question.trim() }]) === null) setQuestion('')
        }}
      >
        <TextField
          label="Another question"
          labelHidden
          placeholder="Another question, then Enter"
          maxLength={500}
          value={question}
          onChange={setQuestion}
        />
        <Button submit>
          <Plus size={14} aria-hidden /> Ask
        </Button>
      </form>
      {said.length > 0 && (
        <section className={styles['objective']}>
          <h3 className={styles['objectiveTitle']}>Said on the way</h3>
          <ul className={styles['lines']}>
            {said.map(({ id, day, type, text }) => (
              <li key={id}>
                <span className={styles['quiet']}>
                  {formatDay(day)} · {WORDS[type]}{' '}
                </span>
                <span dir="auto">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
