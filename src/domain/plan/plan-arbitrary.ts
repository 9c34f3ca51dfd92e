import fc from 'fast-check'
import { addDays } from '../calendar/day.ts'
import type { Metric } from '../key-result/key-result.ts'
import { isWorkshopCommand, workshopStepOf } from '../workshop/workshop-arbitrary.ts'
import { Chooser } from './arbitrary-chooser.ts'
import type { StepSeed } from './arbitrary-chooser.ts'
import type { CommandContext } from './command.ts'
import type { CommandId, CommandInput } from './commands.ts'
import { COMMANDS, runCommand } from './commands.ts'
import type { Id } from './field.ts'
import type { Plan } from './plan.ts'
import { applyPatch, planFromThings, thingsOf } from './plan.ts'
import { DEFAULT_SETTINGS } from './plan-meta.ts'
import type { Thing } from './thing.ts'

/**
 * Random plans and random steps for property tests. Nothing of the product imports this file: it is the
 * only one in the domain that meets fast-check.
 */

/** The day on which random plans live. */
export const ARBITRARY_TODAY = '2026-11-22'

/** A context with counted ids, the same on every run. */
export function countingContext(today = ARBITRARY_TODAY, prefix = 'n'): CommandContext {
  let count = 0
  return {
    today,
    now: `${today}T09:00:00.000Z`,
    newId: () => `${prefix}${String((count += 1))}`,
  }
}

const NASTY_TITLES = [
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://example.test")',
  'שלום עולם',
  '👩‍👩‍👧‍👦 family',
  'two\nlines',
  '"quoted", comma; semicolon',
  '| table | **bold** `code` [link](javascript:alert(1))',
  '__proto__',
  'x'.repeat(500),
  '🚀'.repeat(250),
]

/** Any title that the schema takes: plain words, any Unicode, and the usual trouble. */
export const titleArbitrary: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.constantFrom(...NASTY_TITLES),
  )
  .map((title) => (title.trim() === '' || title.length > 500 ? 'Title' : title))

/** Random material for {@link stepOf}. */
export const stepSeedArbitrary: fc.Arbitrary<StepSeed> = fc.record({
  command: fc.nat(),
  picks: fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }),
  title: titleArbitrary,
  number: fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }),
  ),
})

/** A command with an input for it. The input may be refused; it is never malformed on purpose. */
export type Step = {
  readonly [C in CommandId]: { readonly id: C; readonly input: CommandInput<C> }
}[CommandId]

const COMMAND_IDS = (Object.keys(COMMANDS) as CommandId[]).sort()

/** The things that no command makes yet: a workshop with a card and a vote, and a retrospective. */
function otherThings(plan: Plan, choose: Chooser, title: string, context: CommandContext): Thing[] {
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
          day: addDays(ARBITRARY_TODAY, -choose.below(50)),
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
          about: { kind: 'initiative', id: initiativeId },
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

/** A plan with a cycle, two people, two objectives, three key results and two initiatives. */
export function smallPlan(context: CommandContext = countingContext(ARBITRARY_TODAY, 's')): Plan {
  const cycle = { startOn: '2026-10-01', endOn: '2026-12-31', state: 'active' as const }
  const metric: Metric = { type: 'decrease', unit: 'min', baseline: 14, target: 5 }
  const steps: readonly Step[] = [
    { id: 'cycle.add', input: { id: 'q4', name: 'Q4 2026', ...cycle } },
    { id: 'person.add', input: { id: 'mira', name: 'Mira Kowalski' } },
    { id: 'person.add', input: { id: 'jon', name: 'Jon Dahl', daysPerWeek: 4 } },
    { id: 'objective.add', input: { id: 'o1', cycleId: 'q4', title: 'Rave', ownerId: 'mira' } },
    { id: 'objective.add', input: { id: 'o2', cycleId: 'q4', title: 'First week' } },
    { id: 'keyResult.add', input: { id: 'k1', objectiveId: 'o1', title: 'Response', metric } },
    { id: 'keyResult.add', input: { id: 'k2', objectiveId: 'o1', title: 'CSAT' } },
    { id: 'keyResult.add', input: { id: 'k3', objectiveId: 'o2', title: 'Activation' } },
    {
      id: 'initiative.add',
      input: { id: 'i1', cycleId: 'q4', title: 'Chatbot', keyResultId: 'k1' },
    },
    { id: 'initiative.add', input: { id: 'i2', cycleId: 'q4', title: 'Board', keyResultId: null } },
  ]
  let plan = planFromThings([
    {
      kind: 'plan',
      id: 'plan',
      name: 'Random',
      direction: '',
      settings: DEFAULT_SETTINGS,
      createdAt: context.now,
    },
  ])
  for (const step of steps) plan = afterStep(plan, step, context)
  return plan
}

/** A running workshop on {@link smallPlan} with a card, an open vote and every open point accepted. */
export function planWithWorkshop(context: CommandContext): Plan {
  const checks = ['key-results', 'measurable', 'initiatives', 'owners', 'confidence', 'not-doing']
  const steps: readonly Step[] = [
    {
      id: 'workshop.add',
      input: { id: 'w1', name: 'Q4', template: 'quarter', cycleId: 'q4', presentIds: ['mira'] },
    },
    { id: 'workshop.start', input: { id: 'w1' } },
    { id: 'card.add', input: { id: 'c1', workshopId: 'w1', text: 'Idea' } },
    { id: 'card.add', input: { id: 'c2', workshopId: 'w1', text: 'Another' } },
    { id: 'vote.open', input: { id: 'v1', workshopId: 'w1', question: 'Sure?', method: 'hands' } },
    { id: 'vote.ballot', input: { id: 'v1', personId: 'mira', value: 3 } },
    { id: 'decision.add', input: { workshopId: 'w1', text: 'Go' } },
    ...checks.map((check) => ({
      id: 'workshop.acceptCheck' as const,
      input: { id: 'w1', check, reason: 'known' },
    })),
  ]
  let plan = smallPlan()
  for (const step of steps) plan = afterStep(plan, step, context)
  return plan
}

/** The plan after a step; the same plan when the step is refused. */
export function afterStep(plan: Plan, step: Step, context: CommandContext): Plan {
  const result = runCommand(plan, step.id, step.input, context)
  return result.ok ? applyPatch(plan, result.patch) : plan
}

/** Any plan that commands can make: always whole, with every kind of thing sooner or later. */
export function planArbitrary(options: { readonly steps?: number } = {}): fc.Arbitrary<Plan> {
  return fc
    .array(stepSeedArbitrary, { maxLength: options.steps ?? 40, size: 'max' })
    .map((seeds) => {
      const context = countingContext(ARBITRARY_TODAY, 'r')
      let plan = smallPlan(context)
      for (const seed of seeds) plan = afterStep(plan, stepOf(plan, seed, context), context)
      return plan
    })
}
