import { Check } from 'lucide-react'
import { saidInWords } from '#domain/check-in/said-words.ts'
import type { Objective } from '#domain/objective/objective.ts'
import { formatMetric, formatShare } from '#domain/key-result/value-format.ts'
import type { Id } from '#domain/plan/field.ts'
import { counted } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { useKeyResultFigures } from '#store/selectors.ts'
import type { Round } from '#store/ui-store.ts'
import { whyOf } from '#ui/why-tips.tsx'
import { goToStop } from './round-plan.ts'
import styles from './round-list.module.css'

/** The stops of the round by objective: what is done, what is due, what is late. */
export function RoundList({ round }: { readonly round: Round }) {
  const plan = usePlan((state) => state.plan)
  if (!plan) return null
  const groups: { readonly objective: Objective; readonly ids: Id[] }[] = []
  for (const id of round.stops) {
    const objective = plan.objective.get(plan.keyResult.get(id)?.objectiveId ?? '')
    if (!objective) continue
    const last = groups.at(-1)
    if (last?.objective.id === objective.id) last.ids.push(id)
    else groups.push({ objective, ids: [id] })
  }
  return (
    <>
      {groups.map(({ objective, ids }) => (
        <section key={ids[0]} className={styles['group']}>
          <h2 className={styles['groupTitle']} dir="auto" title={objective.title}>
            {objective.title}
          </h2>
          <ul>
            {ids.map((id) => (
              <li key={id}>
                <Item id={id} isDone={round.done.includes(id)} isHere={round.at === id} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Item({
  id,
  isDone,
  isHere,
}: {
  readonly id: Id
  readonly isDone: boolean
  readonly isHere: boolean
}) {
  const keyResult = usePlan((state) => state.plan?.keyResult.get(id))
  const figures = useKeyResultFigures(id)
  if (!keyResult || !figures) return null
  const { metric } = keyResult
  const { progress } = figures
  const value =
    metric.type === 'milestone'
      ? formatShare(progress.counted)
      : (saidInWords(keyResult, { value: progress.current, stepsDone: null }) ?? 'no value')
  const isSkipped = figures.lastCheckIn?.skipReason !== '' && figures.lastCheckIn !== null
  const isLate = figures.isOverdue && figures.overdueDays > 0
  const words = isDone
    ? isSkipped
      ? 'skipped'
      : value
    : isHere
      ? formatMetric(metric)
      : isLate
        ? `${counted(figures.overdueDays, 'day')} late`
        : figures.isCheckInDue
          ? 'due'
          : value
  return (
    <button
      type="button"
      className={styles['item']}
      {...whyOf('keyResult', id)}
      aria-current={isHere ? 'step' : undefined}
      onClick={() => {
        goToStop(id)
      }}
    >
      <span className={styles['tick']} data-done={isDone} aria-hidden>
        {isDone && <Check size={12} strokeWidth={3} />}
      </span>
      <span className={styles['itemTitle']} dir="auto" title={keyResult.title}>
        {keyResult.title}
      </span>
      <span
        className={styles['itemWords']}
        data-tone={isLate && !isDone && !isHere ? 'bad' : undefined}
      >
        {words}
      </span>
    </button>
  )
}
