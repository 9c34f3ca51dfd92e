import type { CommandId, CommandInput } from '../plan/commands.ts'
import type { Id, Ref } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { agendaCommands } from './agenda-commands.ts'
import type { cardBecomeCommands, Becoming } from './card-become.ts'
import type { cardCommands } from './card-commands.ts'
import type { cardGroupCommands } from './card-group-commands.ts'
import type { voteCommands } from './vote-commands.ts'
import type { workshopCommands } from './workshop-commands.ts'
import { WORKSHOP_TEMPLATES } from './workshop-template.ts'
import { stepTypeSchema } from './workshop.ts'

/** Random steps of workshops for property tests; only `plan/arbitrary-step.ts` imports this file. */

type WorkshopCommandId = keyof (typeof workshopCommands &
  typeof agendaCommands &
  typeof cardCommands &
  typeof cardGroupCommands &
  typeof cardBecomeCommands &
  typeof voteCommands)

type WorkshopRandomStep = {
  readonly [C in WorkshopCommandId]: { readonly id: C; readonly input: CommandInput<C> }
}[WorkshopCommandId]

type Choices = {
  readonly below: (count: number) => number
  readonly of: <T>(items: readonly T[], fallback: T) => T
  readonly id: (map: ReadonlyMap<Id, unknown>) => Id
  readonly idOrNull: (map: ReadonlyMap<Id, unknown>) => Id | null
}

/** Whether a command belongs to workshops. */
export function isWorkshopCommand(id: CommandId): id is WorkshopCommandId {
  return /^(workshop|card|vote|decision)\./.test(id)
}

function becomingOf(plan: Plan, choose: Choices): Becoming {
  return choose.of<Becoming>(
    [
      { as: 'objective' },
      { as: 'keyResult', objectiveId: choose.id(plan.objective) },
      { as: 'initiative', keyResultId: choose.idOrNull(plan.keyResult) },
      { as: 'task', initiativeId: choose.id(plan.initiative) },
      { as: 'concern' },
      { as: 'win' },
      { as: 'lesson' },
      { as: 'parking-lot' },
    ],
    { as: 'concern' },
  )
}

/** A step on the workshops of a plan. */
export function workshopStepOf(
  id: WorkshopCommandId,
  plan: Plan,
  choose: Choices,
  title: string,
): WorkshopRandomStep {
  const workshopId = choose.id(plan.workshop)
  const steps = plan.workshop.get(workshopId)?.steps ?? []
  const stepId = choose.of(
    steps.map((s) => s.id),
    'missing',
  )
  const cardId = choose.id(plan.card)
  const one = { id: workshopId }
  switch (id) {
    case 'workshop.add':
      return {
        id,
        input: {
          name: title,
          template: choose.of(WORKSHOP_TEMPLATES, { id: 'empty' } as never).id,
          cycleId: choose.idOrNull(plan.cycle),
          presentIds: [...plan.person.keys()].slice(0, choose.below(4)),
        },
      }
    case 'workshop.update':
      return {
        id,
        input: {
          ...one,
          changes: {
            name: title,
            silent: choose.below(2) === 0,
            objectiveId: choose.idOrNull(plan.objective),
            votesPerPerson: choose.below(7),
          },
        },
      }
    case 'workshop.start':
    case 'workshop.pause':
    case 'workshop.next':
    case 'workshop.back':
    case 'workshop.finish':
    case 'workshop.reopen':
    case 'workshop.delete':
    case 'workshop.commit':
      return { id, input: one }
    case 'workshop.addTime':
      return { id, input: { ...one, minutes: 1 + choose.below(5) } }
    case 'workshop.goTo':
    case 'workshop.removeStep':
      return { id, input: { ...one, stepId } }
    case 'workshop.setPresent':
      return {
        id,
        input: { ...one, personId: choose.id(plan.person), present: choose.below(3) > 0 },
      }
    case 'workshop.setWithoutPart':
      return {
        id,
        input: { ...one, personId: choose.id(plan.person), withoutPart: choose.below(3) > 0 },
      }
    case 'workshop.acceptCheck': {
      const check = choose.of(['owners', 'capacity', 'people', 'objectives'], 'owners')
      return { id, input: { ...one, check, reason: choose.below(5) === 0 ? '' : title } }
    }
    case 'workshop.addStep':
      return {
        id,
        input: {
          ...one,
          title,
          minutes: choose.below(60),
          type: choose.of(stepTypeSchema.options, 'free'),
          columns: choose.below(2) === 0 ? [] : [title],
          beforeId: choose.below(2) === 0 ? null : stepId,
        },
      }
    case 'workshop.updateStep':
      return {
        id,
        input: {
          ...one,
          stepId,
          changes: { title, minutes: choose.below(30), privateNotes: title },
        },
      }
    case 'workshop.moveStep':
      return {
        id,
        input: { ...one, stepId, beforeId: steps[choose.below(steps.length)]?.id ?? null },
      }
    case 'decision.add':
      return { id, input: { workshopId, text: title, voteId: choose.idOrNull(plan.vote) } }
    case 'decision.delete': {
      const decisions = plan.workshop.get(workshopId)?.decisions ?? []
      return {
        id,
        input: {
          workshopId,
          id: choose.of(
            decisions.map((d) => d.id),
            'missing',
          ),
        },
      }
    }
    case 'card.add':
      return {
        id,
        input: { workshopId, text: title, personId: choose.idOrNull(plan.person), column: 'Wins' },
      }
    case 'card.update':
      return { id, input: { id: cardId, changes: { text: title, hue: 'rose' } } }
    case 'card.delete':
      return { id, input: { ids: [cardId] } }
    case 'card.park':
      return { id, input: { ids: [cardId, choose.id(plan.card)], parked: choose.below(2) === 0 } }
    case 'card.move':
      return { id, input: { id: cardId, beforeId: choose.idOrNull(plan.card) } }
    case 'card.sort':
      return {
        id,
        input: {
          workshopId,
          stepId: choose.below(2) === 0 ? null : stepId,
          by: choose.of(['votes', 'text', 'person'] as const, 'votes'),
        },
      }
    case 'card.reveal':
      return { id, input: { workshopId } }
    case 'card.setDots':
      return {
        id,
        input: { id: cardId, personId: choose.idOrNull(plan.person), count: choose.below(4) },
      }
    case 'card.group':
      return { id, input: { ids: [cardId, choose.id(plan.card)], onto: choose.id(plan.card) } }
    case 'card.ungroup':
      return { id, input: { id: cardId } }
    case 'card.renameGroup':
      return { id, input: { id: cardId, name: title } }
    case 'card.merge':
      return { id, input: { ids: [cardId, choose.id(plan.card)], into: choose.id(plan.card) } }
    case 'card.split':
      return { id, input: { id: cardId, texts: [title, 'second', ' '] } }
    case 'card.become':
      return { id, input: { id: cardId, becoming: becomingOf(plan, choose) } }
    case 'vote.open': {
      const keyResultId = choose.idOrNull(plan.keyResult)
      const about: Ref | null = keyResultId === null ? null : { kind: 'keyResult', id: keyResultId }
      const method = choose.of(['hands', 'fist-of-five', 'confidence'] as const, 'confidence')
      return {
        id,
        input: { workshopId, question: choose.below(2) === 0 ? 'Sure?' : title, method, about },
      }
    }
    case 'vote.ballot':
      return {
        id,
        input: {
          id: choose.id(plan.vote),
          personId: choose.idOrNull(plan.person),
          value: choose.below(8) === 0 ? null : choose.below(11),
        },
      }
    case 'vote.reveal':
    case 'vote.delete':
      return { id, input: { id: choose.id(plan.vote) } }
  }
}
