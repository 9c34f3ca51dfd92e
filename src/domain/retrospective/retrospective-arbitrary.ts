import type { Chooser, StepSeed } from '../plan/arbitrary-chooser.ts'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'

/** Random steps of retrospectives for property tests; only `plan/arbitrary-step.ts` imports this file. */

type RetrospectiveCommandId = Extract<CommandId, `retrospective.${string}`>

type RetrospectiveRandomStep = {
  readonly [C in RetrospectiveCommandId]: { readonly id: C; readonly input: CommandInput<C> }
}[RetrospectiveCommandId]

/** Whether a command belongs to retrospectives. */
export function isRetrospectiveCommand(id: CommandId): id is RetrospectiveCommandId {
  return id.startsWith('retrospective.')
}

/** A step on the retrospectives of a plan. */
export function retrospectiveStepOf(
  id: RetrospectiveCommandId,
  plan: Plan,
  choose: Chooser,
  { title, number }: StepSeed,
): RetrospectiveRandomStep {
  const note = choose.below(3) === 0 ? '' : title
  switch (id) {
    case 'retrospective.start':
      return { id, input: { cycleId: choose.id(plan.cycle) } }
    case 'retrospective.setStep':
      return { id, input: { id: choose.id(plan.retrospective), step: 'causes' } }
    case 'retrospective.setFinalValue':
    case 'retrospective.setScore':
    case 'retrospective.setReason':
    case 'retrospective.setRootCause': {
      const of = { id: choose.id(plan.retrospective), keyResultId: choose.id(plan.keyResult) }
      const score = choose.below(4) === 0 ? null : choose.below(11) / 10
      switch (id) {
        case 'retrospective.setFinalValue':
          return { id, input: { ...of, value: number } }
        case 'retrospective.setScore':
          return { id, input: { ...of, score, reason: note } }
        case 'retrospective.setReason':
          return { id, input: { ...of, reason: note } }
        case 'retrospective.setRootCause':
          return { id, input: { ...of, rootCause: note } }
      }
      break
    }
    case 'retrospective.setObjectiveScore':
      return {
        id,
        input: {
          id: choose.id(plan.retrospective),
          objectiveId: choose.id(plan.objective),
          score: choose.below(11) / 10,
          reason: note,
        },
      }
    case 'retrospective.setVerdict':
      return {
        id,
        input: {
          id: choose.id(plan.retrospective),
          about: { kind: 'initiative', id: choose.id(plan.initiative) },
          verdict: choose.of(['keep', 'change', 'stop', null] as const, null),
          reason: note,
        },
      }
    case 'retrospective.setAnswer':
    case 'retrospective.deleteAction':
    case 'retrospective.updateAction': {
      const retrospective = plan.retrospective.get(choose.id(plan.retrospective))
      const of = { id: retrospective?.id ?? 'missing' }
      const idIn = (rows: readonly { readonly id: Id }[] | undefined) =>
        choose.of(
          (rows ?? []).map((row) => row.id),
          'missing',
        )
      if (id === 'retrospective.setAnswer')
        return { id, input: { ...of, answerId: idIn(retrospective?.answers), answer: note } }
      const actionId = idIn(retrospective?.actions)
      return id === 'retrospective.deleteAction'
        ? { id, input: { ...of, actionId } }
        : { id, input: { ...of, actionId, changes: { done: choose.below(2) === 0 } } }
    }
    case 'retrospective.setQuestions':
      return { id, input: { id: choose.id(plan.retrospective), questions: [{ question: title }] } }
    case 'retrospective.useFormat':
      return { id, input: { id: choose.id(plan.retrospective), format: 'sailboat' } }
    case 'retrospective.addAction':
      return {
        id,
        input: {
          id: choose.id(plan.retrospective),
          text: title,
          ownerId: choose.idOrNull(plan.person),
        },
      }
    case 'retrospective.setStory':
      return { id, input: { id: choose.id(plan.retrospective), story: note } }
    case 'retrospective.close':
      return { id, input: { id: choose.id(plan.retrospective) } }
    case 'retrospective.reopen':
      return { id, input: { id: choose.id(plan.retrospective), reason: note } }
  }
}
