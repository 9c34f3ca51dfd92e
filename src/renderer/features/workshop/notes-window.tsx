import { ArrowLeft, ArrowRight, Check, Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { clockMood, formatClock, leftMs, plannedMs } from '#domain/workshop/workshop-clock.ts'
import type { Workshop, WorkshopStep } from '#domain/workshop/workshop.ts'
import { Button } from '#ui/button.tsx'
import { useNotesLine } from './notes-line.ts'
import type { FromNotes } from './notes-talk.ts'
import { useNow } from './ticking.ts'
import styles from './notes-window.module.css'

type Ask = (message: FromNotes) => void

/** What only the facilitator sees: clock, controls, agenda, private notes. */
export function NotesWindow() {
  const { shown, isThere, refused, ask } = useNotesLine()
  const theme = shown?.theme
  const contrast = shown?.contrast ?? false
  useEffect(() => {
    if (theme) document.documentElement.dataset['theme'] = theme
  }, [theme])
  const workshop = shown?.workshop ?? null
  if (!shown || !workshop)
    return (
      <main className={styles['page']} data-contrast={contrast || undefined}>
        <h1 className={styles['name']}>Notes</h1>
        <p role="status">
          {isThere
            ? 'No workshop is open in the main window.'
            : 'Waiting for the workshop in the main window…'}
        </p>
      </main>
    )
  const canAsk = shown.canEdit && isThere
  return (
    <main className={styles['page']} data-contrast={contrast || undefined}>
      <Head workshop={workshop} canAsk={canAsk} ask={ask} />
      <p role="status" className={styles['warning']}>
        {isThere ? refused : 'The main window does not answer. Nothing is lost there.'}
      </p>
      <div className={styles['middle']}>
        <Steps workshop={workshop} canAsk={canAsk} ask={ask} />
        <Now workshop={workshop} canAsk={canAsk} ask={ask} />
      </div>
    </main>
  )
}

type Part = { readonly workshop: Workshop; readonly canAsk: boolean; readonly ask: Ask }

const currentOf = ({ steps, currentStepId }: Workshop) =>
  steps.findIndex(({ id }) => id === currentStepId)

function Head({ workshop, canAsk, ask }: Part) {
  const { id: workshopId, steps } = workshop
  const at = currentOf(workshop)
  const isRunning = workshop.state === 'running'
  const begin = isRunning ? 'pause' : 'start'
  const keyed: Readonly<Record<string, FromNotes['type']>> = {
    n: 'next',
    b: 'back',
    t: 'add-time',
    ' ': begin,
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isWord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      const target = event.target instanceof Element ? event.target : null
      if (isWord || !canAsk || target?.matches('input, textarea')) return
      if (event.key === ' ' && target?.closest('button')) return
      const type = keyed[event.key.toLowerCase()]
      if (type === undefined || (type === 'next' && at === steps.length - 1)) return
      event.preventDefault()
      ask({ type, workshopId } as FromNotes)
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  })
  return (
    <header className={styles['head']}>
      <h1 className={styles['name']} dir="auto">
        {workshop.name}
      </h1>
      <Clock workshop={workshop} />
      <div className={styles['controls']}>
        <Button disabled={!canAsk || at <= 0} onClick={() => ask({ type: 'back', workshopId })}>
          <ArrowLeft size={18} aria-hidden /> Back
        </Button>
        <Button disabled={!canAsk} onClick={() => ask({ type: begin, workshopId })}>
          {isRunning ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
          {isRunning ? 'Pause' : at < 0 ? 'Start the clock' : 'Go on'}
        </Button>
        <Button disabled={!canAsk || at < 0} onClick={() => ask({ type: 'add-time', workshopId })}>
          +2 min
        </Button>
        <Button
          variant="primary"
          disabled={!canAsk || at < 0 || at === steps.length - 1}
          onClick={() => ask({ type: 'next', workshopId })}
        >
          Next <ArrowRight size={18} aria-hidden />
        </Button>
      </div>
    </header>
  )
}

const CLOCK_WORDS = { over: 'over time', soon: 'nearly over', calm: 'left' } as const

function Clock({ workshop }: { readonly workshop: Workshop }) {
  const now = useNow(workshop.clockStartedAt !== null)
  const step = workshop.steps[currentOf(workshop)]
  if (!step) return null
  const left = leftMs(workshop, step, now)
  const mood = clockMood(step, left)
  return (
    <span className={styles['clock']} data-mood={mood} role="timer" aria-label="Time for this step">
      {formatClock(left)} <span className={styles['words']}>{CLOCK_WORDS[mood]}</span>
    </span>
  )
}

function Steps({ workshop, canAsk, ask }: Part) {
  return (
    <nav aria-label="Agenda" className={styles['agenda']}>
      <ol>
        {workshop.steps.map((step, i) => {
          const isCurrent = step.id === workshop.currentStepId
          return (
            <li key={step.id}>
              <button
                type="button"
                className={styles['step']}
                aria-current={isCurrent ? 'step' : undefined}
                disabled={!canAsk}
                onClick={() => ask({ type: 'go-to', workshopId: workshop.id, stepId: step.id })}
              >
                <span className={styles['mark']} aria-hidden>
                  {step.state === 'done' && !isCurrent ? <Check size={16} /> : i + 1}
                </span>
                <span className={styles['stepTitle']} dir="auto">
                  {step.title}
                </span>
                <span className={styles['words']}>{Math.round(plannedMs(step) / 60_000)} min</span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function Now({ workshop, canAsk, ask }: Part) {
  const at = currentOf(workshop)
  const step = workshop.steps[at]
  const next = workshop.steps[at + 1]
  return (
    <section aria-label="Now" className={styles['now']}>
      {step && (
        <>
          <h2 className={styles['title']} dir="auto">
            {step.title}
          </h2>
          {step.question !== '' && (
            <q className={styles['question']} dir="auto">
              {step.question}
            </q>
          )}
          <PrivateNotes
            key={step.id}
            step={step}
            workshopId={workshop.id}
            canAsk={canAsk}
            ask={ask}
          />
        </>
      )}
      {next && (
        <div className={styles['next']}>
          <h3 className={styles['words']}>Next</h3>
          <p dir="auto">
            <strong>{next.title}</strong>
          </p>
          {next.privateNotes !== '' && (
            <p dir="auto" className={styles['nextNotes']}>
              {next.privateNotes}
            </p>
          )}
        </div>
      )}
    </section>
  )
}

function PrivateNotes({
  step,
  workshopId,
  canAsk,
  ask,
}: {
  readonly step: WorkshopStep
  readonly workshopId: string
  readonly canAsk: boolean
  readonly ask: Ask
}) {
  // While it is typed in, what is typed is the truth; the other page keeps each letter of it.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className={styles['notes']}>
      <span className={styles['words']}>Private notes for this step</span>
      <textarea
        className={styles['text']}
        dir="auto"
        value={typed ?? step.privateNotes}
        maxLength={20_000}
        readOnly={!canAsk}
        onChange={(event) => {
          setTyped(event.target.value)
          ask({ type: 'write', workshopId, stepId: step.id, text: event.target.value })
        }}
        onBlur={() => {
          setTyped(null)
        }}
      />
    </label>
  )
}
