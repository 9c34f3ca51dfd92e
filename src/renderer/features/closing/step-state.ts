import { counted } from '#domain/plan/title-quote.ts'
import { verdictOn } from '#domain/retrospective/retrospective-rows.ts'
import type { ReviewStep } from '#domain/retrospective/formats.ts'
import type { Review, ReviewedKeyResult } from '#domain/retrospective/review.ts'

/** The key results that are judged: those still on the road. */
export function judgedOf(review: Review): readonly ReviewedKeyResult[] {
  return review.objectives.flatMap(({ keyResults }) =>
    keyResults.filter(({ keyResult }) => keyResult.state === 'active'),
  )
}

/** What is said and what is left in a step, in a few words. */
export function stepState(step: ReviewStep, review: Review): string {
  const judged = judgedOf(review)
  const { retrospective } = review
  switch (step) {
    case 'values': {
      const without = judged.filter(({ figures }) => figures.progress.state !== 'measured').length
      return without === 0 ? 'all are in' : `${String(without)} without a value`
    }
    case 'scores': {
      const changed = judged.filter(({ final, proposed }) => final !== null && final !== proposed)
      return changed.length === 0 ? 'as proposed' : `${String(changed.length)} by the owner`
    }
    case 'causes': {
      const missed = judged.filter(({ isMissed }) => isMissed)
      const open = missed.filter(({ rootCause }) => rootCause.trim() === '').length
      if (missed.length === 0) return 'nothing was missed'
      return open === 0 ? 'all named' : `${String(open)} of ${String(missed.length)} open`
    }
    case 'verdicts': {
      const all = review.objectives.flatMap(({ objective, keyResults }) => [
        { kind: 'objective' as const, id: objective.id },
        ...keyResults
          .filter(({ keyResult }) => keyResult.state === 'active')
          .map(({ keyResult }) => ({ kind: 'keyResult' as const, id: keyResult.id })),
      ])
      const said = all.filter((ref) => verdictOn(retrospective, ref)).length
      return `${String(said)} of ${String(all.length)} said`
    }
    case 'questions': {
      const answers = retrospective?.answers ?? []
      const said = answers.filter(({ answer }) => answer.trim() !== '').length
      return `${String(said)} of ${String(answers.length)} answered`
    }
    case 'actions': {
      const actions = retrospective?.actions ?? []
      const orphans = actions.filter(({ ownerId }) => ownerId === null).length
      if (actions.length === 0) return 'none yet'
      const count = counted(actions.length, 'action')
      return orphans === 0 ? count : `${count}, ${String(orphans)} without an owner`
    }
    case 'celebrate':
      return review.cycle.state === 'closed' ? 'closed' : 'the last step'
  }
}
