import { useEffect, useRef, useState } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import { answersFor, answerOn, workSince } from '#domain/check-in/round.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { isAbout, openConcerns } from '#domain/journal/open-concerns.ts'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import { arrivalInWords, arrivalOf } from '#domain/key-result/arrival.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { baselineOf, targetOf, unitOf } from '#domain/key-result/metric.ts'
import { statusOf } from '#domain/key-result/status.ts'
import { formatMetric, formatNumber, formatValue } from '#domain/key-result/value-format.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { celebrate } from '#store/celebration.ts'
import { clearDraft, loadDraft, saveDraft } from '#store/drafts.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { announce, select, showScreen, closeDialog, useUi } from '#store/ui-store.ts'
import { StatusChip, statusTone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'
import type { Answer } from './answer.ts'
import { draftOf, firstAnswer, saveAnswer, saveSkip } from './answer.ts'
import { BaselineOffer } from './baseline-offer.tsx'
import { ConcernAnswer } from './concern-answer.tsx'
import { ConfidenceKeys } from './confidence-keys.tsx'
import { PersonField } from './person-field.tsx'
import { RoundChart } from './round-chart.tsx'
import { finishStop } from './round-plan.ts'
import { SideField } from './side-field.tsx'
import type { RoundKey } from './use-round-keys.ts'
import { useRoundKeys } from './use-round-keys.ts'
import { ValueField } from './value-field.tsx'
import { WorkCard } from './work-card.tsx'
import styles from './round.module.css'

/** What is open beside the answer. */
export type Side = 'skip' | 'baseline' | Extract<JournalEntry['type'], 'win' | 'lesson' | 'concern'>

const SIDES = {
  win: { label: 'A win', placeholder: 'What went well?', button: 'Keep the win' },
  lesson: { label: 'A lesson', placeholder: 'What did we learn?', button: 'Keep the lesson' },
  concern: { label: 'A concern', placeholder: 'What worries you?', button: 'Raise it' },
} as const

const draftKey = (planId: string, id: string) => `${planId} round ${id}`

/** One key result of the round: the answer in the middle, what moved it on the right. */
export function RoundStop({
  keyResult,
  cycle,
  side,
  onSide,
  onBack,
}: {
  readonly keyResult: KeyResult
  readonly cycle: Cycle
  readonly side: Side | null
  readonly onSide: (side: Side | null) => void
  readonly onBack: () => void
}) {
  const { id } = keyResult
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const meId = useUi((state) => state.meId)
  const said = index ? answerOn(index, id, today) : null
  const checkIns = index ? listAt(index.checkInsByKeyResult, id) : []
  const earlier = checkIns.filter((c) => c.day < today)
  const last = earlier.findLast((c) => c.value !== null)
  const lastSaid = checkIns.findLast((c) => c.confidence !== null && c.id !== said?.id)
  const lastConfidence = lastSaid?.confidence ?? null
  const [answer, setAnswer] = useState<Answer>(() =>
    firstAnswer(
      keyResult,
      said,
      lastConfidence,
      meId ?? (plan ? answersFor(plan, keyResult) : null),
    ),
  )
  const [error, setError] = useState<string | null>(null)
  const isTouched = useRef(false)
  const root = useRef<HTMLDivElement>(null)
  const planId = plan?.meta.id ?? ''

  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    void loadDraft(draftKey(planId, id)).then((text) => {
      if (text === null || isTouched.current) return
      try {
        const kept = JSON.parse(text) as Partial<Answer>
        setAnswer((now) => ({
          ...now,
          ...(typeof kept.value === 'string' ? { value: kept.value } : {}),
          ...(typeof kept.note === 'string' ? { note: kept.note } : {}),
        }))
      } catch {
        // A draft that cannot be read is no draft.
      }
    })
  }, [planId, id])

  const change = (changes: Partial<Answer>) => {
    isTouched.current = true
    setError(null)
    const next = { ...answer, ...changes }
    setAnswer(next)
    saveDraft(draftKey(planId, id), JSON.stringify({ value: next.value, note: next.note }))
  }
  const leave = () => {
    void clearDraft(draftKey(planId, id))
    finishStop(id)
  }
  const next = () => {
    const refused = saveAnswer(keyResult, answer, said)
    setError(refused)
    if (refused !== null) {
      announce(refused)
      root.current?.querySelector<HTMLElement>('[data-first]')?.focus()
      return
    }
    if (keyResult.metric.type === 'find-baseline' && answer.value.trim() !== '') onSide('baseline')
    else leave()
  }
  const keys: Record<RoundKey, () => void> = {
    next,
    back: onBack,
    skip: () => {
      onSide('skip')
    },
    win: () => {
      onSide('win')
    },
    lesson: () => {
      onSide('lesson')
    },
    concern: () => {
      onSide('concern')
    },
  }
  useRoundKeys(side === null ? keys : null)

  const draft = draftOf(keyResult, answer, today)
  const seen = draft ? [...checkIns.filter((c) => c.id !== said?.id), draft] : checkIns
  if (!plan || !index) return null
  const figures = statusOf(keyResult, seen, { cycle, settings: plan.meta.settings, today })
  const arrival = arrivalOf(keyResult, seen, today)
  const unit = unitOf(keyResult.metric)
  const [baseline, target] = [baselineOf(keyResult.metric), targetOf(keyResult.metric)]
  const expected =
    baseline === null || target === null
      ? null
      : baseline + figures.pace.expected * (target - baseline)
  const lastWords =
    last?.value === undefined || last.value === null
      ? 'no value yet'
      : `last ${formatValue(last.value, unit)} on ${formatDay(last.day)}`
  const owner = plan.person.get(answersFor(plan, keyResult) ?? '')
  const objective = plan.objective.get(keyResult.objectiveId)
  const tone = statusTone(figures.status)
  const works = workSince(index, id, earlier.at(-1)?.day ?? null)
  const concerns = openConcerns(plan).filter(({ about }) => isAbout(plan, about, keyResult))
  const note = (type: keyof typeof SIDES) => (text: string) => {
    if (text.trim() === '') return 'A few words, please.'
    const result = run('journal.add', {
      type,
      text: text.trim(),
      authorId: answer.authorId,
      about: { kind: 'keyResult', id },
    })
    if (!result.ok) return result.message
    if (type === 'win') celebrate(text.trim())
    else announce(`Kept the ${type}`)
    onSide(null)
    return null
  }

  return (
    <div className={styles['stop']} ref={root}>
      <section className={styles['answer']} aria-labelledby="round-title">
        <p className={styles['kicker']}>
          Key result · {owner?.name ?? 'nobody'} · {objective?.type ?? 'committed'}
        </p>
        <h2 id="round-title" className={styles['title']} dir="auto">
          {keyResult.title}
        </h2>
        <p className={styles['hint']}>{formatMetric(keyResult.metric)}</p>
        <div className={styles['valueRow']}>
          <ValueField
            keyResult={keyResult}
            answer={answer}
            onChange={change}
            error={error}
            placeholder={
              last?.value === undefined || last.value === null ? '' : formatNumber(last.value)
            }
          />
          <div className={styles['pace']}>
            <p>
              {lastWords}
              {expected !== null && ` · expected ${formatNumber(Number(expected.toPrecision(3)))}`}
            </p>
            <p className={styles['status']}>
              <StatusChip status={figures.status} />
              <Popover
                label="The rule behind this status"
                trigger={
                  <Button variant="link" size="small">
                    why?
                  </Button>
                }
              >
                <ul className={styles['rules']}>
                  {figures.reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                  {arrival && <li>{arrivalInWords(keyResult, arrival)}</li>}
                </ul>
              </Popover>
            </p>
            <p data-tone={tone}>{figures.reasons[0]}</p>
          </div>
        </div>
        {side === 'skip' ? (
          <SideField
            label="Why is nothing said this time?"
            placeholder="On holiday, the number comes on Thursday…"
            button="Skip it"
            onDone={(reason) => {
              const refused = saveSkip(id, reason, answer.authorId)
              if (refused === null) leave()
              return refused
            }}
          />
        ) : side === 'baseline' ? (
          <BaselineOffer keyResult={keyResult} value={draft?.value ?? null} onDone={leave} />
        ) : (
          <>
            <ConfidenceKeys
              value={answer.confidence}
              last={lastConfidence}
              due={formatDay(keyResult.dueOn)}
              onChange={(confidence) => {
                change({ confidence })
              }}
            />
            <div>
              <label className={styles['label']} htmlFor="round-note">
                One line: what moved it, what is in the way?
              </label>
              <input
                id="round-note"
                className={styles['line']}
                type="text"
                dir="auto"
                autoComplete="off"
                maxLength={2_000}
                value={answer.note}
                onChange={(event) => {
                  change({ note: event.target.value })
                }}
              />
            </div>
            <div className={styles['evidence']}>
              <div>
                <label className={styles['label']} htmlFor="round-evidence">
                  Evidence: a link or a file name
                </label>
                <input
                  id="round-evidence"
                  className={styles['line']}
                  type="text"
                  autoComplete="off"
                  maxLength={2_000}
                  value={answer.evidence}
                  onChange={(event) => {
                    change({ evidence: event.target.value })
                  }}
                />
              </div>
              <PersonField
                label="Said by"
                nobody="Nobody named"
                value={answer.authorId}
                onChange={(authorId) => {
                  change({ authorId })
                }}
              />
            </div>
          </>
        )}
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
                  closeDialog()
                  showScreen('route')
                  useUi.setState({ inspectorOpen: true })
                  select({ kind: 'keyResult', id })
                }}
              >
                Change the route…
              </Button>
            </div>
          )}
        </div>
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
      <aside className={styles['beside']} aria-label="What happened since">
        <RoundChart
          keyResult={keyResult}
          checkIns={seen}
          startOn={cycle.startOn}
          today={today}
          arrival={arrival}
          tone={tone}
          summary={`${formatMetric(keyResult.metric)}: ${figures.reasons.join('. ')}${arrival ? `. ${arrivalInWords(keyResult, arrival)}` : ''}`}
        />
        {arrival && <p className={styles['hint']}>{arrivalInWords(keyResult, arrival)}</p>}
        <h3 className={styles['label']}>What its initiatives did</h3>
        {works.length === 0 ? (
          <p className={styles['hint']}>No initiative works on it.</p>
        ) : (
          <ul className={styles['works']}>
            {works.map((work) => (
              <WorkCard key={work.initiative.id} work={work} />
            ))}
          </ul>
        )}
      </aside>
    </div>
  )
}
