import type { ReactNode } from 'react'
import { Badge } from '#ui/badge.tsx'
import type { ReviewedObjective } from '#domain/retrospective/review.ts'
import { objectiveScoreReasons } from '#domain/retrospective/score-reasons.ts'
import { scoreWords } from './score-words.ts'
import styles from './walk.module.css'

/** The head of a step: what it is and what to do here. */
export function StepHead({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <div>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['lead']}>{children}</p>
    </div>
  )
}

/** The head of one objective within a step, with the line by which it is graded. */
export function ObjectiveHead({
  reviewed,
  withScore = false,
}: {
  readonly reviewed: ReviewedObjective
  readonly withScore?: boolean
}) {
  const { objective, score, band, tone } = reviewed
  return (
    <header className={styles['objectiveHead']} data-hue={objective.hue}>
      <h3 className={styles['objectiveTitle']} dir="auto">
        {objective.title}
      </h3>
      <Badge>
        {objective.type === 'committed'
          ? 'Committed: only 1.0 is good'
          : 'Aspirational: 0.7 and up is good'}
      </Badge>
      {withScore && (
        <Badge tone={tone ?? 'quiet'} reasons={objectiveScoreReasons(reviewed)} isFocusable>
          {scoreWords(score, band, tone)}
        </Badge>
      )}
    </header>
  )
}
