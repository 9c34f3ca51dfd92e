import { carriedMetric } from '#domain/cycle/carry-over.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { INITIATIVE_STATE_WORDS } from '#domain/initiative/initiative-progress.ts'
import { unitOf } from '#domain/key-result/metric.ts'
import { formatValue } from '#domain/key-result/value-format.ts'
import type { Id, Ref } from '#domain/plan/field.ts'
import type { Review } from '#domain/retrospective/review.ts'

/** One thing of a cycle that may come along into the next one. */
export type CarryLine = {
  readonly ref: Ref
  readonly title: string
  readonly words: string
  readonly depth: 0 | 1 | 2 | 'garage'
  /** A key result cannot come along without its objective. */
  readonly objectiveId: Id | null
}

/** What may come along: objectives, their open key results and unfinished work, and what waits in the Garage. */
export function carryLines(review: Review, garage: readonly Initiative[]): readonly CarryLine[] {
  const seen = new Set<Id>()
  const work = (
    initiatives: readonly Initiative[],
    place: Pick<CarryLine, 'depth' | 'objectiveId'>,
    word: string,
  ) =>
    initiatives
      .filter(({ id, state }) => {
        const isNew = !seen.has(id) && state !== 'done' && state !== 'dropped'
        seen.add(id)
        return isNew
      })
      .map(({ id, title, state }): CarryLine => ({
        ref: { kind: 'initiative', id },
        title,
        words: `${word}, ${INITIATIVE_STATE_WORDS[state].toLowerCase()}`,
        ...place,
      }))
  const onRoute = review.objectives.flatMap(({ objective, keyResults, initiatives }) => [
    {
      ref: { kind: 'objective', id: objective.id },
      title: objective.title,
      words: '',
      depth: 0,
      objectiveId: null,
    } satisfies CarryLine,
    ...keyResults
      .filter(({ keyResult }) => keyResult.state === 'active')
      .map(({ keyResult, finalValue }): CarryLine => {
        const { metric } = keyResult
        const next = carriedMetric(metric, finalValue, () => 'step')
        const from = 'baseline' in next ? next.baseline : null
        const words =
          from === null
            ? ''
            : 'target' in next && next.target === null
              ? `starts at ${formatValue(from, unitOf(next))}, target to be set`
              : `starts at ${formatValue(from, unitOf(next))}`
        return {
          ref: { kind: 'keyResult', id: keyResult.id },
          title: keyResult.title,
          words,
          depth: 1,
          objectiveId: objective.id,
        }
      }),
    ...work(initiatives, { depth: 2, objectiveId: objective.id }, 'initiative'),
  ])
  return [...onRoute, ...work(garage, { depth: 'garage', objectiveId: null }, 'in the Garage')]
}
