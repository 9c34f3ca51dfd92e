import { expect } from 'vitest'
import type { CommandContext, CommandResult } from './command.ts'
import type { CommandId, CommandInput } from './commands.ts'
import { runCommand } from './commands.ts'
import { integrityProblems } from './integrity.ts'
import type { Plan } from './plan.ts'
import { applyPatch, invert, planFromThings } from './plan.ts'
import { canonicalJson, stateHash } from './state-hash.ts'
import { thingSchema } from './thing.ts'
import { metaOf } from './things.test-support.ts'

/** The day on which the commands run. */
export const TODAY = '2026-11-22'

function makeContext(today = TODAY): CommandContext {
  let count = 0
  return {
    today,
    now: `${today}T09:00:00.000Z`,
    newId: () => `id-${String((count += 1))}`,
  }
}

/** Drives a plan through commands as the store does, and checks what must hold after each. */
export class Drive {
  plan: Plan = planFromThings([metaOf({ name: 'Nordwind' })])
  readonly context = makeContext()

  try<C extends CommandId>(id: C, input: CommandInput<C>): CommandResult {
    const result = runCommand(this.plan, id, input, this.context)
    if (!result.ok) return result
    const before = canonicalJson([...this.plan.initiative.values()])
    const next = applyPatch(this.plan, result.patch)
    expect(integrityProblems(next)).toEqual([])
    for (const thing of result.patch.puts) expect(thingSchema.parse(thing)).toEqual(thing)
    const back = applyPatch(next, invert(this.plan, result.patch))
    expect(stateHash(back)).toBe(stateHash(this.plan))
    expect(canonicalJson([...this.plan.initiative.values()])).toBe(before)
    this.plan = next
    return result
  }

  run<C extends CommandId>(id: C, input: CommandInput<C>): string {
    const result = this.try(id, input)
    if (!result.ok) throw new Error(`${id}: ${result.field}: ${result.message}`)
    return result.name
  }

  refusal<C extends CommandId>(id: C, input: CommandInput<C>): string {
    const result = this.try(id, input)
    return result.ok ? 'accepted' : `${result.field}: ${result.message}`
  }
}

/** A plan of two objectives and three key results whose cycle is still being planned. */
export function nordwind(): Drive {
  const drive = new Drive()
  drive.run('person.add', { id: 'mira', name: 'Mira Kowalski' })
  drive.run('person.add', { id: 'jon', name: 'Jon Dahl' })
  drive.run('cycle.add', {
    id: 'q4',
    name: 'Q4 2026',
    startOn: '2026-10-01',
    endOn: '2026-12-31',
  })
  drive.run('objective.add', {
    id: 'rave',
    cycleId: 'q4',
    title: 'Customers rave',
    ownerId: 'mira',
  })
  drive.run('objective.add', { id: 'teams', cycleId: 'q4', title: 'New teams succeed' })
  drive.run('keyResult.add', {
    id: 'csat',
    objectiveId: 'rave',
    title: 'CSAT',
    metric: { type: 'increase', unit: '%', baseline: 78, target: 84 },
    dueOn: '2026-10-23',
  })
  drive.run('keyResult.add', {
    id: 'response',
    objectiveId: 'rave',
    title: 'First response',
    metric: { type: 'decrease', unit: 'min', baseline: 14, target: 5 },
    dueOn: '2026-11-27',
  })
  drive.run('keyResult.add', { id: 'activation', objectiveId: 'teams', title: 'Activation' })
  drive.run('initiative.add', {
    id: 'chatbot',
    cycleId: 'q4',
    title: 'Chatbot',
    keyResultId: 'csat',
    startOn: '2026-10-25',
    dueOn: '2026-11-20',
    effortDays: 10,
  })
  return drive
}
