import { addDays } from '../calendar/day.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { Retrospective } from '../retrospective/retrospective.ts'
import type { SeededCycle } from './seeded-cycle.ts'
import { nth } from './seeded-ids.ts'
import type { Ids } from './seeded-ids.ts'
import { TEAMS } from './seeded-year-story.ts'

/** The retrospective as its people left it before closing: only what differs from the proposals. */
export function retrospectiveOf(cycle: SeededCycle, at: number, idOf: Ids): Retrospective | null {
  if (!cycle.retrospective) return null
  const seeded = cycle.objectives.flatMap(({ keyResults }) => keyResults)
  return {
    kind: 'retrospective',
    id: idOf(nth(at, 'retrospective')),
    cycleId: idOf(cycle.name),
    state: 'draft',
    step: 'celebrate',
    keyResults: seeded.map((one) => ({
      keyResultId: idOf(nth(at, one.key)),
      finalValue: null,
      proposedScore: null,
      finalScore: one.score?.[0] ?? null,
      reason: one.score?.[1] ?? '',
      rootCause: one.rootCause ?? '',
    })),
    objectives: cycle.objectives.flatMap(({ title, score }) =>
      score ? [{ objectiveId: idOf(nth(at, title)), score: score[0], reason: score[1] }] : [],
    ),
    verdicts: seeded.flatMap(({ key, verdict }) =>
      verdict
        ? [
            {
              about: { kind: 'keyResult' as const, id: idOf(nth(at, key)) },
              verdict: verdict[0],
              reason: verdict[1],
            },
          ]
        : [],
    ),
    answers: cycle.retrospective.answers.map((answer, i) => ({
      id: idOf(`${nth(at, 'answer')} ${String(i)}`),
      question: DEFAULT_SETTINGS.retrospectiveQuestions[i] ?? 'What else?',
      answer,
    })),
    actions: cycle.retrospective.actions.map(({ text, done }, i) => ({
      id: idOf(`${nth(at, 'action')} ${String(i)}`),
      text,
      ownerId: idOf(TEAMS[i % TEAMS.length]?.people[0] ?? ''),
      dueOn: addDays(cycle.endOn, 30),
      done,
    })),
    story: cycle.retrospective.story,
    closedOn: null,
  }
}
