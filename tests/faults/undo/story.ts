import type { StepSeed } from '#domain/plan/arbitrary-chooser.ts'
import type { CommandContext } from '#domain/plan/command.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Step } from '#domain/plan/arbitrary-step.ts'
import { stepOf } from '#domain/plan/arbitrary-step.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import type { Thing } from '#domain/plan/thing.ts'

/** The large steps that have to be among the others. */
export const LARGE = ['import', 'drag', 'delete a tree', 'restore'] as const
export type Large = (typeof LARGE)[number]

const idAt = (map: ReadonlyMap<Id, unknown>, at: number): Id =>
  [...map.keys()][at % Math.max(1, map.size)] ?? 'missing'

/** A file that is taken into the plan: an objective with its key results and their initiatives, ids new. */
function imported(plan: Plan, seed: StepSeed, context: CommandContext): readonly Thing[] {
  const objective = plan.objective.get(idAt(plan.objective, seed.picks[0] ?? 0))
  if (!objective) return []
  const fresh = new Map<Id, Id>([[objective.id, context.newId()]])
  const of = (id: Id) => fresh.get(id) ?? id
  const things: Thing[] = [{ ...objective, id: of(objective.id), parent: null, title: seed.title }]
  for (const keyResult of plan.keyResult.values()) {
    if (keyResult.objectiveId !== objective.id) continue
    fresh.set(keyResult.id, context.newId())
    things.push({ ...keyResult, id: of(keyResult.id), objectiveId: of(objective.id) })
  }
  for (const initiative of plan.initiative.values()) {
    const serves = initiative.serves.filter(({ keyResultId }) => fresh.has(keyResultId))
    if (serves.length !== 1 || initiative.serves.length !== 1) continue
    things.push({
      ...initiative,
      id: context.newId(),
      serves: serves.map((one) => ({ ...one, keyResultId: of(one.keyResultId) })),
      dependsOn: [],
    })
  }
  return things
}

/** A large step on this plan; `before` are earlier states of it. */
export function largeStep(
  large: Large,
  plan: Plan,
  before: readonly Plan[],
  seed: StepSeed,
  context: CommandContext,
): Step {
  const [first = 0, second = 0, third = 0] = seed.picks
  switch (large) {
    case 'import':
      return {
        id: 'plan.addThings',
        input: { things: [...imported(plan, seed, context)], name: 'Open' },
      }
    case 'drag': {
      const startOn = `2026-11-${String(1 + (second % 28)).padStart(2, '0')}`
      const move = { id: idAt(plan.initiative, first), startOn, dueOn: '2026-12-20' }
      const to = third % 3 === 0 ? 'garage' : { keyResultId: idAt(plan.keyResult, third) }
      return { id: 'initiative.move', input: { moves: [move], to } }
    }
    case 'delete a tree':
      return first % 4 === 0
        ? { id: 'cycle.delete', input: { id: idAt(plan.cycle, second) } }
        : { id: 'objective.delete', input: { id: idAt(plan.objective, second) } }
    case 'restore': {
      const then = before[first % Math.max(1, before.length)] ?? plan
      return { id: 'plan.replaceThings', input: { things: [...thingsOf(then)], name: 'Restore' } }
    }
  }
}

/** The step of a seed: any command of the registry, or in one of four cases a large one. */
export function nextStep(
  plan: Plan,
  before: readonly Plan[],
  seed: StepSeed,
  context: CommandContext,
): { readonly step: Step; readonly large: Large | null } {
  const large = seed.command % 4 === 0 ? LARGE[(seed.picks[7] ?? 0) % LARGE.length] : undefined
  return large
    ? { step: largeStep(large, plan, before, seed, context), large }
    : { step: stepOf(plan, { ...seed, command: seed.command >> 2 }, context), large: null }
}
