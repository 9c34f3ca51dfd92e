import { expect } from 'vitest'
import type { CommandResult } from '../plan/command.ts'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { integrityProblems } from '../plan/integrity.ts'
import { byOrder } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, invert } from '../plan/plan.ts'
import { smallPlan } from '../plan/plan-arbitrary.ts'
import { stateHash } from '../plan/state-hash.ts'
import { thingSchema } from '../plan/thing.ts'
import { cardsOf } from './workshop-patch.ts'
import type { Workshop } from './workshop.ts'

/** How minutes are made where no test says otherwise. */
export const MINUTES = {
  today: '2026-11-22',
  stood: 'now',
  time: (moment: string) => moment.slice(11, 16),
  dayOf: (moment: string) => moment.slice(0, 10),
} as const

const START = Date.parse('2026-11-22T09:00:00.000Z')

/** A room with a wall clock that only its test moves; every step is checked as it is made. */
export class Room {
  plan: Plan = smallPlan()
  minute = 0
  private ids = 0

  get now(): string {
    return new Date(START + this.minute * 60_000).toISOString()
  }

  try<C extends CommandId>(id: C, input: CommandInput<C>): CommandResult {
    const context = {
      now: this.now,
      today: '2026-11-22',
      newId: () => `w${String((this.ids += 1))}`,
    }
    const result = runCommand(this.plan, id, input, context)
    if (!result.ok) return result
    const next = applyPatch(this.plan, result.patch)
    expect(integrityProblems(next)).toEqual([])
    for (const thing of result.patch.puts) expect(thingSchema.parse(thing)).toEqual(thing)
    expect(stateHash(applyPatch(next, invert(this.plan, result.patch)))).toBe(stateHash(this.plan))
    this.plan = next
    return result
  }

  run<C extends CommandId>(id: C, input: CommandInput<C>): string {
    const result = this.try(id, input)
    if (!result.ok) throw new Error(`${id}: ${result.message}`)
    return result.name
  }

  refusal<C extends CommandId>(id: C, input: CommandInput<C>): string {
    const result = this.try(id, input)
    return result.ok ? 'accepted' : result.message
  }

  begin(template = 'quarter'): void {
    this.run('workshop.add', {
      id: 'ws',
      name: 'Q4 planning',
      template,
      cycleId: 'q4',
      presentIds: ['mira', 'jon'],
    })
    this.run('workshop.start', { id: 'ws' })
  }

  write(id: string, text: string, personId: string | null = null): void {
    this.run('card.add', { workshopId: 'ws', id, text, personId })
  }

  get workshop(): Workshop {
    const workshop = this.plan.workshop.get('ws')
    if (!workshop) throw new Error('no workshop')
    return workshop
  }

  step(i: number) {
    const step = this.workshop.steps[i]
    if (!step) throw new Error(`no step ${String(i)}`)
    return step
  }

  get texts(): readonly string[] {
    return cardsOf(this.plan, 'ws')
      .sort(byOrder)
      .map((card) => card.text)
  }
}
