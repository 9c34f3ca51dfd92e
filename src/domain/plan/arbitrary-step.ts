import { addDays } from '../calendar/day.ts'
import {
  isRetrospectiveCommand,
  retrospectiveStepOf,
} from '../retrospective/retrospective-arbitrary.ts'
import { isWorkshopCommand, workshopStepOf } from '../workshop/workshop-arbitrary.ts'
import { Chooser } from './arbitrary-chooser.ts'
import type { StepSeed } from './arbitrary-chooser.ts'
import { otherThings } from './arbitrary-things.ts'
import type { CommandContext } from './command.ts'
import type { CommandId, CommandInput } from './commands.ts'
import { COMMANDS } from './commands.ts'
import type { Plan } from './plan.ts'
import { thingsOf } from './plan.ts'

/** A command with an input for it. The input may be refused; it is never malformed on purpose. */
export type Step = {
  readonly [C in CommandId]: { readonly id: C; readonly input: CommandInput<C> }
}[CommandId]

const COMMAND_IDS = (Object.keys(COMMANDS) as CommandId[]).sort()

/** Turns a seed into a step on this plan. Every command of the registry can come out. */
export function stepOf(plan: Plan, seed: StepSeed, context: CommandContext): Step {
  const id = COMMAND_IDS[seed.command % COMMAND_IDS.length] ?? 'plan.update'
  const choose = new Chooser(seed)
  const { title, number } = seed
  const note = choose.below(3) === 0 ? '' : title
  const initiativeId = choose.id(plan.initiative)
  const tasks = plan.initiative.get(initiativeId)?.tasks ?? []
  const taskId = choose.of(tasks, { id: 'missing', title: '' } as (typeof tasks)[number]).id
  const someIds = () => [choose.id(plan.initiative), choose.id(plan.initiative)]
  const confidence = choose.below(3) === 0 ? null : choose.below(11)
  if (isWorkshopCommand(id)) return workshopStepOf(id, plan, choose, title)
  if (isRetrospectiveCommand(id)) return retrospectiveStepOf(id, plan, choose, seed)
  switch (id) {
    case 'plan.update':
      return { id, input: { changes: { name: title, settings: { currency: 'CHF' } } } }
    case 'plan.addThings':
      return { id, input: { things: otherThings(plan, choose, title, context), name: 'Add' } }
    case 'plan.replaceThings': {
      const gone = choose.id(plan.detour)
      const things = [...thingsOf(plan)]
        .filter((thing) => thing.id !== gone)
        .map((thing) => (thing.kind === 'plan' ? { ...thing, direction: note } : thing))
      return { id, input: { things, name: 'Restore' } }
    }
    case 'rootCause.rename':
      return {
        id,
        input: { from: choose.of(plan.meta.settings.rootCauses, 'Another cause'), to: title },
      }
    case 'theme.add':
      return { id, input: { name: title } }
    case 'theme.update':
      return { id, input: { id: choose.id(plan.theme), changes: { name: title, hue: 'teal' } } }
    case 'theme.delete':
      return { id, input: { id: choose.id(plan.theme) } }
    case 'person.add':
      return { id, input: { name: title, daysPerWeek: choose.below(6) } }
    case 'person.update':
      return {
        id,
        input: { id: choose.id(plan.person), changes: { name: title, daysOff: [choose.day()] } },
      }
    case 'person.delete':
      return { id, input: { id: choose.id(plan.person) } }
    case 'cycle.add': {
      const startOn = choose.day()
      return { id, input: { name: title, startOn, endOn: addDays(startOn, choose.below(200)) } }
    }
    case 'cycle.update':
      return {
        id,
        input: {
          id: choose.id(plan.cycle),
          changes: { endOn: addDays('2026-12-01', (number % 90) | 0) },
        },
      }
    case 'cycle.setState': {
      const state = choose.of(['planning', 'active', 'review', 'closed'] as const, 'active')
      return { id, input: { id: choose.id(plan.cycle), state, reason: note } }
    }
    case 'cycle.delete':
      return { id, input: { id: choose.id(plan.cycle) } }
    case 'objective.add': {
      const parentId = choose.idOrNull(plan.objective)
      return {
        id,
        input: {
          cycleId: choose.id(plan.cycle),
          title,
          ownerId: choose.idOrNull(plan.person),
          themeId: choose.idOrNull(plan.theme),
          parent: parentId === null ? null : { kind: 'objective', id: parentId },
          beforeId: choose.idOrNull(plan.objective),
        },
      }
    }
    case 'objective.update': {
      const parentId = choose.idOrNull(plan.keyResult)
      return {
        id,
        input: {
          id: choose.id(plan.objective),
          changes: {
            title,
            ownerId: choose.idOrNull(plan.person),
            parent: parentId === null ? null : { kind: 'keyResult', id: parentId },
          },
        },
      }
    }
    case 'objective.reorder':
      return {
        id,
        input: { id: choose.id(plan.objective), beforeId: choose.idOrNull(plan.objective) },
      }
    case 'objective.duplicate':
    case 'objective.restore':
    case 'objective.delete':
      return { id, input: { id: choose.id(plan.objective) } }
    case 'objective.drop':
      return { id, input: { id: choose.id(plan.objective), reason: note } }
    case 'keyResult.add':
      return {
        id,
        input: {
          objectiveId: choose.id(plan.objective),
          title,
          dueOn: choose.day(),
          metric: choose.metric(context.newId),
          weight: choose.below(4),
        },
      }
    case 'keyResult.update':
      return {
        id,
        input: {
          id: choose.id(plan.keyResult),
          changes: {
            metric: choose.metric(context.newId),
            ownerId: choose.idOrNull(plan.person),
            note,
          },
        },
      }
    case 'keyResult.move':
      return {
        id,
        input: {
          id: choose.id(plan.keyResult),
          dueOn: choose.day(),
          objectiveId: choose.id(plan.objective),
          beforeId: choose.idOrNull(plan.keyResult),
        },
      }
    case 'keyResult.duplicate':
    case 'keyResult.restore':
    case 'keyResult.delete':
      return { id, input: { id: choose.id(plan.keyResult) } }
    case 'keyResult.drop':
      return { id, input: { id: choose.id(plan.keyResult), reason: note } }
    case 'initiative.add':
      return {
        id,
        input: {
          cycleId: choose.id(plan.cycle),
          title,
          keyResultId: choose.idOrNull(plan.keyResult),
          ownerId: choose.idOrNull(plan.person),
          ...choose.span(),
          effortDays: choose.below(30),
        },
      }
    case 'initiative.update': {
      const [a, b] = [choose.id(plan.keyResult), choose.id(plan.keyResult)]
      const serves =
        a === b
          ? [{ keyResultId: a, share: 1 }]
          : [
              { keyResultId: a, share: 0.25 },
              { keyResultId: b, share: 0.75 },
            ]
      const personId = choose.idOrNull(plan.person)
      return {
        id,
        input: {
          id: initiativeId,
          changes: {
            title,
            serves: plan.keyResult.size === 0 ? [] : serves,
            state: choose.of(['planned', 'in-progress', 'blocked', 'done'] as const, 'planned'),
            contributors: personId === null ? [] : [{ personId, share: 0.5 }],
            dependsOn: choose.below(3) === 0 ? [choose.id(plan.initiative)] : [],
          },
        },
      }
    }
    case 'initiative.move': {
      const ids = [...new Set(someIds())]
      const to = choose.below(3)
      return {
        id,
        input: {
          moves: ids.map((one) => ({ id: one, ...choose.span() })),
          to: to === 0 ? null : to === 1 ? 'garage' : { keyResultId: choose.id(plan.keyResult) },
        },
      }
    }
    case 'initiative.reorder':
      return {
        id,
        input: { id: initiativeId, beforeId: choose.idOrNull(plan.initiative) },
      }
    case 'initiative.duplicate':
      return { id, input: { id: initiativeId } }
    case 'initiative.drop':
      return { id, input: { ids: someIds(), reason: note } }
    case 'initiative.restore':
    case 'initiative.delete':
      return { id, input: { ids: someIds() } }
    case 'task.add':
      return { id, input: { initiativeId, title, assigneeId: choose.idOrNull(plan.person) } }
    case 'task.update':
      return {
        id,
        input: { initiativeId, id: taskId, changes: { title, done: choose.below(2) === 0 } },
      }
    case 'task.delete':
      return { id, input: { initiativeId, id: taskId } }
    case 'task.reorder':
      return { id, input: { initiativeId, id: taskId, beforeId: null } }
    case 'checkIn.add':
      return {
        id,
        input: {
          keyResultId: choose.id(plan.keyResult),
          day: addDays(context.today, -choose.below(50)),
          value: choose.below(5) === 0 ? null : number,
          confidence,
          note: title,
          authorId: choose.idOrNull(plan.person),
        },
      }
    case 'checkIn.correct':
      return { id, input: { id: choose.id(plan.checkIn), value: number, confidence, note: title } }
    case 'journal.add': {
      const about = choose.idOrNull(plan.initiative)
      return {
        id,
        input: {
          type: choose.of(['win', 'lesson', 'blocker', 'concern', 'decision'] as const, 'win'),
          text: title,
          authorId: choose.idOrNull(plan.person),
          about: about === null ? null : { kind: 'initiative', id: about },
        },
      }
    }
    case 'journal.update':
      return {
        id,
        input: {
          id: choose.id(plan.journalEntry),
          changes: { text: title, reactions: [{ sign: '👏', personId: null }] },
        },
      }
    case 'journal.delete':
      return { id, input: { id: choose.id(plan.journalEntry) } }
    case 'detour.explain':
      return { id, input: { id: choose.id(plan.detour), why: note } }
    case 'cycle.carryOver':
      return {
        id,
        input: {
          fromId: choose.id(plan.cycle),
          toId: choose.id(plan.cycle),
          keep: [
            { kind: 'keyResult', id: choose.id(plan.keyResult) },
            { kind: 'objective', id: choose.id(plan.objective) },
            { kind: 'initiative', id: initiativeId },
          ],
        },
      }
    case 'cycle.startNext': {
      const startOn = choose.day()
      return {
        id,
        input: {
          fromId: choose.id(plan.cycle),
          name: title,
          startOn,
          endOn: addDays(startOn, 90),
          keep: [
            { kind: 'keyResult', id: choose.id(plan.keyResult) },
            { kind: 'objective', id: choose.id(plan.objective) },
            { kind: 'initiative', id: initiativeId },
          ],
        },
      }
    }
  }
}
