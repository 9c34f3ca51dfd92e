import { useEffect, useRef } from 'react'
import { formatSpan } from '#domain/calendar/day-format.ts'
import type { Id } from '#domain/plan/field.ts'
import { REVIEW_STEPS, stepToResume } from '#domain/retrospective/formats.ts'
import type { ReviewStep } from '#domain/retrospective/formats.ts'
import type { Retrospective } from '#domain/retrospective/retrospective.ts'
import type { Review } from '#domain/retrospective/review.ts'
import { announce, closeDialog } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { useSaveState } from '#store/selectors.ts'
import { SaveMark } from '#ui/save-mark.tsx'
import { WalkFrame, WalkKey, WalkSpace } from '#ui/walk-frame.tsx'
import { edit } from './edit.ts'
import { StepActions } from './step-actions.tsx'
import { StepCauses } from './step-causes.tsx'
import { StepCelebrate } from './step-celebrate.tsx'
import { StepQuestions } from './step-questions.tsx'
import { StepScores } from './step-scores.tsx'
import { StepValues } from './step-values.tsx'
import { StepVerdicts } from './step-verdicts.tsx'
import { useReview } from './use-review.ts'
import { stepState } from './step-state.ts'
import styles from './walk.module.css'

/** What every step gets. */
export type StepProps = {
  readonly review: Review
  readonly retrospective: Retrospective
}

const VIEWS: Readonly<Record<ReviewStep, (props: StepProps) => React.ReactNode>> = {
  values: (props) => <StepValues {...props} />,
  scores: (props) => <StepScores {...props} />,
  causes: (props) => <StepCauses {...props} />,
  verdicts: (props) => <StepVerdicts {...props} />,
  questions: (props) => <StepQuestions {...props} />,
  actions: (props) => <StepActions {...props} />,
  celebrate: (props) => <StepCelebrate {...props} />,
}

/** The review of a cycle, step by step; it can be left at any step and goes on there. */
export function ReviewWalk({ cycleId }: { readonly cycleId: Id }) {
  const review = useReview(cycleId)
  const save = useSaveState()
  const here = useRef<HTMLDivElement>(null)
  const retrospective = review?.retrospective ?? null
  const step = stepToResume(retrospective?.step ?? '')
  const at = REVIEW_STEPS.findIndex(({ id }) => id === step)
  const isClosed = review?.cycle.state === 'closed'
  const go = (to: number) => {
    const next = REVIEW_STEPS[to]
    if (!next || !retrospective) return
    // A field that is being typed in takes its text before its step goes.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    edit('retrospective.setStep', { id: retrospective.id, step: next.id })
    announce(`Step ${String(to + 1)} of ${String(REVIEW_STEPS.length)}: ${next.label}`)
    here.current?.scrollTo({ top: 0 })
    here.current?.focus()
  }
  const goTo = useRef(go)
  useEffect(() => {
    goTo.current = go
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
      event.preventDefault()
      event.stopPropagation()
      goTo.current(at + (event.shiftKey ? -1 : 1))
    }
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('keydown', onKey, true)
    }
  }, [at])
  if (!review || !retrospective) return null
  const next = REVIEW_STEPS[at + 1]
  return (
    <WalkFrame
      name={`Review of ${review.cycle.name}`}
      title={`Review · ${review.cycle.name}`}
      about={
        <>
          {formatSpan(review.cycle.startOn, review.cycle.endOn)} · step {at + 1} of{' '}
          {REVIEW_STEPS.length}
        </>
      }
      tools={
        <>
          <SaveMark state={save} isBrief />
          <Button onClick={closeDialog}>
            Leave, go on later <Kbd shortcut="Escape" />
          </Button>
        </>
      }
      listName="Steps of the review"
      list={
        <ol className={styles['steps']}>
          {REVIEW_STEPS.map(({ id, label }, i) => (
            <li key={id}>
              <button
                type="button"
                className={styles['step']}
                aria-current={id === step ? 'step' : undefined}
                onClick={() => {
                  go(i)
                }}
              >
                <span className={styles['stepNumber']} aria-hidden>
                  {i + 1}
                </span>
                <span>
                  {label}
                  <span className={styles['stepState']}>{stepState(id, review)}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      }
      hereName={REVIEW_STEPS[at]?.label ?? ''}
      hereRef={here}
      foot={
        <>
          {next && <WalkKey keys="Mod+Enter" does="next step" />}
          {at > 0 && <WalkKey keys="Mod+Shift+Enter" does="back" />}
          <WalkKey keys="Tab" does="through the fields" />
          <WalkSpace />
          {at > 0 && (
            <Button
              size="large"
              onClick={() => {
                go(at - 1)
              }}
            >
              ← Back
            </Button>
          )}
          {next && (
            <Button
              variant="primary"
              size="large"
              onClick={() => {
                go(at + 1)
              }}
            >
              Next: {next.label} →
            </Button>
          )}
        </>
      }
      onClose={closeDialog}
    >
      {isClosed && (
        <p className={styles['frozen']} role="note">
          This cycle is closed: everything can be read, nothing changed. Reopen it with a reason
          from the list of cycles.
        </p>
      )}
      <fieldset key={step} className={styles['page']} disabled={isClosed && step !== 'celebrate'}>
        {VIEWS[step]({ review, retrospective })}
      </fieldset>
    </WalkFrame>
  )
}
