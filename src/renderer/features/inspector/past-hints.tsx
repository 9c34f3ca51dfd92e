import { History } from 'lucide-react'
import { useMemo } from 'react'
import { targetHint } from '#domain/across/target-hint.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { Objective } from '#domain/objective/objective.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Lesson, LessonField } from '#domain/retrospective/lessons.ts'
import { lessonsFor } from '#domain/retrospective/lessons.ts'
import { useCalibration } from '#store/calibration.ts'
import { usePlan } from '#store/plan-store.ts'
import styles from './past-hints.module.css'

const NO_LESSONS: readonly Lesson[] = []

/** More than these nobody reads beside a field. */
const SHOWN = 4

/** What earlier cycles taught, beside the field that it concerns; nothing for a thing without forerunners. */
export function LessonHints({
  thing,
  field,
}: {
  readonly thing: Objective | KeyResult | Initiative
  readonly field: LessonField
}) {
  const plan = usePlan((state) => state.plan)
  const lessons = useMemo(
    () =>
      plan && thing.carriedFrom !== null
        ? lessonsFor(plan, thing).filter((lesson) => lesson.field === field)
        : NO_LESSONS,
    [plan, thing, field],
  )
  if (lessons.length === 0) return null
  return (
    <ul className={styles['hints']} aria-label="From earlier cycles">
      {lessons.slice(0, SHOWN).map((lesson, at) => (
        <li key={`${String(at)} ${lesson.text}`} className={styles['hint']}>
          <History size={13} aria-hidden />
          <span>
            <span className={styles['cycle']}>{lesson.cycleName}:</span>{' '}
            <span dir="auto">{lesson.text}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "Too lofty?" or "Too safe?": this target against what its forerunner moved. */
export function TargetHint({ keyResult }: { readonly keyResult: KeyResult }) {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const hint = useMemo(
    () => (plan && index && keyResult.carriedFrom ? targetHint(plan, index, keyResult) : null),
    [plan, index, keyResult],
  )
  if (!hint) return null
  return (
    <p className={styles['hint']} data-verdict={hint.verdict}>
      <History size={13} aria-hidden />
      <span>{hint.words}.</span>
    </p>
  )
}

/** What past cycles say about a confidence that is being said: "with 0.9 confidence we reached 0.6". */
export function CalibrationHint({
  confidence,
  cycleId,
}: {
  readonly confidence: number | null
  /** The cycle in which it is said; only the others count. */
  readonly cycleId: Id | null
}) {
  const words = useCalibration(confidence, cycleId)
  if (words === null) return null
  return (
    <p className={styles['hint']}>
      <History size={13} aria-hidden />
      <span>{words}.</span>
    </p>
  )
}
