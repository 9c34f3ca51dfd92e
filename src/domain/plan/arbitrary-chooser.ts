import { addDays } from '../calendar/day.ts'
import type { Metric } from '../key-result/key-result.ts'
import type { Id } from './field.ts'

/** The raw material of one random step: what it means depends on the plan that it meets. */
export type StepSeed = {
  readonly command: number
  readonly picks: readonly number[]
  readonly title: string
  readonly number: number
}

/** Reads choices out of a seed, one after the other. For property tests. */
export class Chooser {
  private at = 0
  private readonly seed: StepSeed

  constructor(seed: StepSeed) {
    this.seed = seed
  }

  below(count: number): number {
    const pick = this.seed.picks[this.at % this.seed.picks.length] ?? 0
    this.at += 1
    return count <= 0 ? 0 : (pick + this.at) % count
  }

  of<T>(items: readonly T[], fallback: T): T {
    return items[this.below(items.length)] ?? fallback
  }

  id(map: ReadonlyMap<Id, unknown>): Id {
    return this.of([...map.keys()], 'missing')
  }

  idOrNull(map: ReadonlyMap<Id, unknown>): Id | null {
    return map.size === 0 || this.below(4) === 0 ? null : this.id(map)
  }

  day(): string {
    return addDays('2026-09-25', this.below(110))
  }

  dayOrNull(): string | null {
    return this.below(5) === 0 ? null : this.day()
  }

  /** Two days in order, most of the time. */
  span(): { startOn: string | null; dueOn: string | null } {
    const startOn = this.day()
    if (this.below(7) === 0) return { startOn: null, dueOn: null }
    return { startOn, dueOn: addDays(startOn, this.below(40) - 1) }
  }

  metric(newId: () => Id): Metric {
    const { number } = this.seed
    const unit = this.of(['%', 'min', '', '€', 'sign-ups'], '')
    const target = number + this.below(50) - 10
    const choices: readonly Metric[] = [
      { type: 'increase', unit, baseline: number, target },
      { type: 'decrease', unit, baseline: number, target },
      { type: 'relative', unit, baseline: number, change: (this.below(40) - 10) / 20 },
      { type: 'relative', unit, baseline: null, change: 0.25 },
      { type: 'band', unit, low: number, high: this.below(2) === 0 ? null : number + 5 },
      {
        type: 'milestone',
        steps: Array.from({ length: this.below(4) + 1 }, (_, i) => ({
          id: newId(),
          title: `Step ${String(i + 1)}`,
          weight: this.below(3),
          doneOn: null,
        })),
      },
      { type: 'done' },
      { type: 'find-baseline', unit },
      { type: 'increase', unit, baseline: null, target: number },
      { type: 'unmeasured' },
    ]
    return this.of(choices, { type: 'unmeasured' })
  }
}
