import { useRef } from 'react'
import { answerOn, answersFor, answerSince } from '#domain/check-in/round.ts'
import { saidInWords } from '#domain/check-in/said-words.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { isAbout, openConcerns } from '#domain/journal/open-concerns.ts'
import { arrivalInWords, arrivalOf } from '#domain/key-result/arrival.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { rulesOf } from '#domain/key-result/rule-context.ts'
import { statusOf } from '#domain/key-result/status.ts'
import { formatMetric, formatNumber } from '#domain/key-result/value-format.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { usePlan } from '#store/plan-store.ts'
import type { Round } from '#store/ui-store.ts'
import { useUi } from '#store/ui-store.ts'
import { draftOf } from './answer.ts'
import { BaselineOffer } from './baseline-offer.tsx'
import { ConcernAnswer } from './concern-answer.tsx'
import { SideField } from './side-field.tsx'
import { StopBeside } from './stop-beside.tsx'
import { StopPace } from './stop-pace.tsx'
import { StopQuestions } from './stop-questions.tsx'
import type { Side } from './stop-side.tsx'
import { AlsoToday } from './stop-side.tsx'
import { useRoundKeys } from './use-round-keys.ts'
import { useStopAnswer } from './use-stop-answer.ts'
import { useWayBack } from './use-way-back.ts'
import { ValueField } from './value-field.tsx'
import styles from './round.module.css'

/** What is watched and never counted says so where its value is asked for. */
function countedWords({ guardrail, weight }: KeyResult): string {
  if (guardrail) return ' · guardrail, never counted'
  return weight === 0 ? ' · watched, not counted' : ''
}

/** One key result of the round: the answer in the middle, what moved it on the right. */
export function RoundStop({
  keyResult,
  cycle,
  round,
  side,
  onSide,
  onBack,
}: {
  readonly keyResult: KeyResult
  readonly cycle: Cycle
  readonly round: Round
  readonly side: Side | null
  readonly onSide: (side: Side | null) => void
  readonly onBack: () => void
}) {
  const { id } = keyResult
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const meId = useUi((state) => state.meId)
  const root = useRef<HTMLDivElement>(null)
  useWayBack(root, side !== null)
  const isDone = round.done.includes(id)
  const checkIns = index ? listAt(index.checkInsByKeyResult, id) : []
  const said = !index
    ? null
    : isDone
      ? answerSince(index, id, round.startedOn)
      : answerOn(index, id, today)
  const earlier = checkIns.filter((c) => c.day < today)
  const last = earlier.findLast((c) => saidInWords(keyResult, c) !== null) ?? null
  const lastConfidence =
    checkIns.findLast((c) => c.confidence !== null && c.id !== said?.id)?.confidence ?? null
  const { answer, isTouched, error, change, save, skip, leave } = useStopAnswer(root, keyResult, {
    said,
    isDone,
    lastConfidence,
    authorId: meId ?? (plan ? answersFor(plan, keyResult) : null),
  })
  const open = (next: Side) => () => {
    onSide(next)
  }
  const next = () => {
    if (!save()) return
    const isFound = keyResult.metric.type === 'find-baseline' && answer.value.trim() !== ''
    if (isFound && (isTouched || !isDone)) onSide('baseline')
    else leave()
  }
  const keys = {
    next,
    back: onBack,
    skip: open('skip'),
    win: open('win'),
    lesson: open('lesson'),
    concern: open('concern'),
  }
  useRoundKeys(side === null ? keys : null)
  if (!plan || !index) return null

  // An answer of an earlier day of the round counts on its day until something else is said.
  const isOfToday = said === null || said.day === today
  const draft = isOfToday || isTouched ? draftOf(keyResult, answer, today) : null
  const seen = draft
    ? [...checkIns.filter((c) => c.id !== said?.id || !isOfToday), draft]
    : checkIns
  const figures = statusOf(keyResult, seen, { cycle, ...rulesOf(plan), today })
  const arrival = arrivalOf(keyResult, seen, today)
  const arrivalWords = arrival && arrivalInWords(keyResult, arrival)
  const owner = plan.person.get(answersFor(plan, keyResult) ?? '')
  const objective = plan.objective.get(keyResult.objectiveId)
  const concerns = openConcerns(plan).filter(({ about }) => isAbout(plan, about, keyResult))
  return (
    <div className={styles['stop']} ref={root}>
      <section className={styles['answer']} aria-labelledby="round-title">
        <p className={styles['kicker']}>
          Key result · <bdi>{owner?.name ?? 'nobody'}</bdi> · {objective?.type ?? 'committed'}
          {countedWords(keyResult)}
        </p>
        <h2 id="round-title" className={styles['title']} dir="auto" title={keyResult.title}>
          {keyResult.title}
        </h2>
        <p className={styles['hint']}>{formatMetric(keyResult.metric)}</p>
        <div className={styles['valueRow']}>
          <ValueField
            keyResult={keyResult}
            answer={answer}
            onChange={change}
            error={error}
            placeholder={last?.value == null ? '' : formatNumber(last.value)}
          />
          <StopPace
            keyResult={keyResult}
            figures={figures}
            last={last}
            arrivalWords={arrivalWords}
          />
        </div>
        {said !== null && said.skipReason !== '' && (
          <p className={styles['hint']} dir="auto">
            Skipped: {said.skipReason}
          </p>
        )}
        {side === 'skip' ? (
          <SideField
            label="Why is nothing said this time?"
            placeholder="On holiday, the number comes on Thursday…"
            button="Skip it"
            onDone={skip}
          />
        ) : side === 'baseline' ? (
          <BaselineOffer keyResult={keyResult} value={draft?.value ?? null} onDone={leave} />
        ) : (
          <StopQuestions
            keyResult={keyResult}
            cycleId={cycle.id}
            answer={answer}
            lastConfidence={lastConfidence}
            onChange={change}
          />
        )}
        <AlsoToday keyResultId={id} authorId={answer.authorId} side={side} onSide={onSide} />
        {concerns.length > 0 && (
          <div>
            <h3 className={styles['label']}>Concerns that wait for an answer</h3>
            <ul className={styles['works']}>
              {concerns.map((concern) => (
                <ConcernAnswer key={concern.id} concern={concern} />
              ))}
            </ul>
          </div>
        )}
      </section>
      <StopBeside
        keyResult={keyResult}
        cycle={cycle}
        checkIns={seen}
        figures={figures}
        arrival={arrival}
        arrivalWords={arrivalWords}
        since={earlier.at(-1)?.day ?? null}
      />
    </div>
  )
}
