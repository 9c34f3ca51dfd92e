import { Flag } from 'lucide-react'
import { useState } from 'react'
import { formatDayWithYear, formatSpanSeenFrom } from '#domain/calendar/day-format.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { phaseOf } from '#domain/cycle/cycle-clock.ts'
import { reopeningsOf } from '#domain/cycle/reopened.ts'
import { counted, shortTitle } from '#domain/plan/title-quote.ts'
import { REVIEW_STEPS, stepToResume } from '#domain/retrospective/formats.ts'
import { cycleScoreReasons } from '#domain/retrospective/score-reasons.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { openCycles, openDialog, toast } from '#store/ui-store.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { NoCycle } from '#ui/no-cycle.tsx'
import { TextField } from '#ui/field.tsx'
import { ActionRows } from './action-rows.tsx'
import { edit } from './edit.ts'
import { useReview } from './use-review.ts'
import styles from './closing-screen.module.css'

const STATES: Readonly<Record<Cycle['state'], string>> = {
  planning: 'Being planned',
  active: 'Active',
  review: 'In review',
  closed: 'Closed',
}

const NONE: readonly Cycle[] = []

/** Closing cycles: where each stands, its review, and what comes after it. */
export function ClosingScreen() {
  const cycles = usePlan((state) => state.index?.cycles) ?? NONE
  if (cycles.length === 0)
    return (
      <NoCycle title="No cycle to close" icon={<Flag size={28} aria-hidden />} onAdd={openCycles}>
        A review closes a cycle: last values, scores, causes, what to keep. Add a cycle first.
      </NoCycle>
    )
  return (
    <div className={styles['scroll']}>
      <div className={styles['screen']}>
        <header>
          <h1 className={styles['title']}>Close the cycle</h1>
          <p className={styles['lead']}>
            Seven short steps: last values, scores, causes, keep or stop, questions, actions,
            celebrate. Leave at any step; it goes on there.
          </p>
        </header>
        {[...cycles].reverse().map((cycle) => (
          <CycleCard key={cycle.id} cycle={cycle} />
        ))}
      </div>
    </div>
  )
}

function CycleCard({ cycle }: { readonly cycle: Cycle }) {
  const review = useReview(cycle.id)
  const today = usePlan((state) => state.today)
  const isReadOnly = usePlan((state) => state.phase !== 'ready')
  const [isAsking, setIsAsking] = useState(false)
  if (!review) return null
  const { retrospective } = review
  const isClosed = cycle.state === 'closed'
  const isJudged = isClosed || phaseOf(cycle, today) === 'over'
  const at = REVIEW_STEPS.findIndex(({ id }) => id === stepToResume(retrospective?.step ?? ''))
  const open = () => {
    if (!isClosed) {
      const refused = edit('retrospective.start', { cycleId: cycle.id })
      if (refused !== null) {
        toast(refused, { tone: 'bad' })
        return
      }
    }
    openDialog({ type: 'review-walk', cycleId: cycle.id })
  }
  const openActions = retrospective?.actions.filter(({ done }) => !done).length ?? 0
  return (
    <section className={styles['card']} aria-label={cycle.name}>
      <header className={styles['cardHead']}>
        <div className={styles['names']}>
          <h2 className={styles['name']} dir="auto">
            {cycle.name}
          </h2>
          <p className={styles['quiet']}>
            {formatSpanSeenFrom(today, cycle.startOn, cycle.endOn)}
            {retrospective?.closedOn && ` · closed on ${formatDayWithYear(retrospective.closedOn)}`}
          </p>
          {reopeningsOf(cycle).map(({ on, reason }, i) => (
            <p key={i} className={styles['quiet']}>
              Reopened on {formatDayWithYear(on)}: <bdi>{shortTitle(reason, 280)}</bdi>
            </p>
          ))}
        </div>
        <Badge>{STATES[cycle.state]}</Badge>
        {isJudged && review.mean !== null && (
          <Badge reasons={cycleScoreReasons(review)} isFocusable>
            {review.mean.toFixed(2)}
            {review.verdict && ` · ${review.verdict.words}`}
          </Badge>
        )}
        <span className={styles['space']} />
        {cycle.state === 'planning' ? (
          <p className={styles['quiet']}>Not begun yet</p>
        ) : isClosed ? (
          <>
            {retrospective && <Button onClick={open}>Read the review</Button>}
            <Button
              disabled={isReadOnly}
              aria-expanded={isAsking}
              onClick={() => {
                setIsAsking(!isAsking)
              }}
            >
              Reopen…
            </Button>
            <Button
              disabled={isReadOnly}
              onClick={() => {
                openDialog({ type: 'next-cycle', fromId: cycle.id })
              }}
            >
              Next cycle…
            </Button>
          </>
        ) : (
          <Button variant="primary" disabled={isReadOnly} onClick={open}>
            {retrospective
              ? `Go on at step ${String(at + 1)}: ${REVIEW_STEPS[at]?.label ?? ''}`
              : 'Begin the review'}
          </Button>
        )}
      </header>
      {isAsking && (
        <Reopen
          cycle={cycle}
          retrospectiveId={retrospective?.id ?? null}
          onDone={() => {
            setIsAsking(false)
          }}
        />
      )}
      {retrospective && retrospective.actions.length > 0 && isClosed && (
        <details className={styles['actions']} open={openActions > 0}>
          <summary>
            {openActions === 0
              ? `${counted(retrospective.actions.length, 'action')}, all done`
              : `${counted(openActions, 'action')} of ${String(retrospective.actions.length)} still open`}
          </summary>
          <ActionRows retrospective={retrospective} onlyTicks />
        </details>
      )}
    </section>
  )
}

/** Reopening asks for its reason; it stands in the log of the cycle. */
function Reopen({
  cycle,
  retrospectiveId,
  onDone,
}: {
  readonly cycle: Cycle
  readonly retrospectiveId: string | null
  readonly onDone: () => void
}) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  return (
    <form
      className={styles['reopen']}
      onSubmit={(event) => {
        event.preventDefault()
        const result =
          retrospectiveId === null
            ? run('cycle.setState', { id: cycle.id, state: 'review', reason })
            : run('retrospective.reopen', { id: retrospectiveId, reason })
        if (result.ok) onDone()
        else setError(result.message)
      }}
    >
      <TextField
        label={`Why reopen ${cycle.name}?`}
        autoFocus
        value={reason}
        error={error}
        onChange={setReason}
      />
      <Button onClick={onDone}>Cancel</Button>
      <Button submit variant="primary">
        Reopen
      </Button>
    </form>
  )
}
