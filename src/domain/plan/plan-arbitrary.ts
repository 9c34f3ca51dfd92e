import fc from 'fast-check'
import type { Metric } from '../key-result/key-result.ts'
import type { StepSeed } from './arbitrary-chooser.ts'
import { stepOf } from './arbitrary-step.ts'
import type { Step } from './arbitrary-step.ts'
import type { CommandContext } from './command.ts'
import { runCommand } from './commands.ts'
import type { Plan } from './plan.ts'
import { applyPatch, planFromThings } from './plan.ts'
import { DEFAULT_SETTINGS } from './plan-meta.ts'

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

/** A plan with a cycle, two people, two objectives, three key results and two initiatives. */
export function smallPlan(context: CommandContext = countingContext(ARBITRARY_TODAY, 's')): Plan {
  const cycle = { startOn: '2026-10-01', endOn: '2026-12-31' }
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
    // It was planned before it began: a change is a detour.
    { id: 'cycle.setState', input: { id: 'q4', state: 'active' } },
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
