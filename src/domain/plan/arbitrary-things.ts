import type { Chooser } from './arbitrary-chooser.ts'
import type { CommandContext } from './command.ts'
import type { Plan } from './plan.ts'
import type { Thing } from './thing.ts'

/** The things that no command makes yet: a workshop with a card and a vote, and a retrospective. */
export function otherThings(
  plan: Plan,
  choose: Chooser,
  title: string,
  context: CommandContext,
): Thing[] {
  const workshopId = context.newId()
  const personId = choose.idOrNull(plan.person)
  const keyResultId = choose.idOrNull(plan.keyResult)
  const about = keyResultId === null ? null : ({ kind: 'keyResult', id: keyResultId } as const)
  const cycleId = choose.idOrNull(plan.cycle)
  const things: Thing[] = [
    {
      kind: 'workshop',
      id: workshopId,
      name: title,
      cycleId,
      template: 'quarter',
      state: 'draft',
      steps: [],
      currentStepId: null,
      clockStartedAt: null,
      startedAt: null,
      finishedAt: null,
      presentIds: personId === null ? [] : [personId],
      withoutPartIds: [],
      votesPerPerson: 3,
      silent: false,
      objectiveId: null,
      decisions: [],
      acceptedChecks: [],
    },
    {
      kind: 'card',
      id: context.newId(),
      workshopId,
      stepId: null,
      text: title,
      personId,
      hue: 'rose',
      groupId: null,
      groupName: '',
      column: '',
      parked: false,
      hidden: false,
      dots: [{ personId, count: 2 }],
      became: about,
      order: 'a0',
    },
    {
      kind: 'vote',
      id: context.newId(),
      workshopId,
      stepId: null,
      question: title,
      about,
      method: 'fist-of-five',
      round: 1,
      openedAt: context.now,
      ballots: [{ personId, value: 4 }],
      revealedAt: null,
    },
  ]
  if (cycleId !== null)
    things.push({
      kind: 'retrospective',
      id: context.newId(),
      cycleId,
      state: 'draft',
      step: 'scores',
      keyResults:
        keyResultId === null
          ? []
          : [
              {
                keyResultId,
                finalValue: null,
                proposedScore: 0.6,
                finalScore: 0.7,
                reason: title,
                rootCause: '',
              },
            ],
      objectives: [],
      verdicts: about ? [{ about, verdict: 'keep', reason: title }] : [],
      answers: [],
      actions: [{ id: context.newId(), text: title, ownerId: personId, dueOn: null, done: false }],
      story: title,
      closedOn: null,
    })
  return things
}
