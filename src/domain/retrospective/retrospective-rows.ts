import type { Ref } from '../plan/field.ts'
import type { Retrospective } from './retrospective.ts'

type Row<K extends 'keyResults' | 'objectives' | 'verdicts'> = Retrospective[K][number]

/** A retrospective with one key result's row changed; the row is made when there was none. */
export function withKeyResultRow(
  retrospective: Retrospective,
  keyResultId: string,
  changes: Partial<Omit<Row<'keyResults'>, 'keyResultId'>>,
): Retrospective {
  const found = retrospective.keyResults.find((row) => row.keyResultId === keyResultId)
  const row: Row<'keyResults'> = {
    keyResultId,
    finalValue: null,
    proposedScore: null,
    finalScore: null,
    reason: '',
    rootCause: '',
    ...found,
    ...changes,
  }
  return {
    ...retrospective,
    keyResults: found
      ? retrospective.keyResults.map((one) => (one === found ? row : one))
      : [...retrospective.keyResults, row],
  }
}

/** A retrospective with one objective's own score set; null and no reason take the row away. */
export function withObjectiveRow(
  retrospective: Retrospective,
  row: Row<'objectives'>,
): Retrospective {
  const others = retrospective.objectives.filter((one) => one.objectiveId !== row.objectiveId)
  const isEmpty = row.score === null && row.reason.trim() === ''
  return { ...retrospective, objectives: isEmpty ? others : [...others, row] }
}

/** A retrospective with one verdict set; null takes it away. */
export function withVerdict(
  retrospective: Retrospective,
  about: Ref,
  verdict: Row<'verdicts'>['verdict'] | null,
  reason: string | undefined,
): Retrospective {
  const isIt = (one: Row<'verdicts'>) => one.about.kind === about.kind && one.about.id === about.id
  const before = retrospective.verdicts.find(isIt)
  const others = retrospective.verdicts.filter((one) => !isIt(one))
  if (verdict === null) return { ...retrospective, verdicts: others }
  const row = {
    about: { kind: about.kind, id: about.id },
    verdict,
    reason: reason ?? before?.reason ?? '',
  }
  return {
    ...retrospective,
    verdicts: before
      ? retrospective.verdicts.map((one) => (one === before ? row : one))
      : [...others, row],
  }
}

/** The verdict on a thing; undefined while nobody has said one. */
export function verdictOn(
  retrospective: Pick<Retrospective, 'verdicts'> | null,
  about: Ref,
): Row<'verdicts'> | undefined {
  return retrospective?.verdicts.find(
    (one) => one.about.kind === about.kind && one.about.id === about.id,
  )
}
