import { minDay } from '../calendar/day.ts'
import { dueDays } from '../check-in/rhythm.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { KeyResult } from './key-result.ts'
import { baselineOf, isInBand, targetOf } from './metric.ts'
import { askedFrom, type RuleContext } from './rule-context.ts'
import { formatShare } from './value-format.ts'

/** How far the value is, by the rule of its metric. */
export type Progress = {
  /** Not clamped: above 1 is overshoot, below 0 the wrong way; null when nothing can be said. */
  readonly raw: number | null
  /** min(1, max(0, raw)); 0 when nothing can be said. */
  readonly counted: number
  /** `unmeasured`: it is not said yet how far is all the way; `not-started`: nobody checked in yet. */
  readonly state: 'measured' | 'not-started' | 'unmeasured'
  /** The last value that was said, in the metric's unit. */
  readonly current: number | null
  readonly target: number | null
  readonly baseline: number | null
  /** For a band: whether the last value lies in it; null for all other metrics and without a value. */
  readonly inBand: boolean | null
}

/**
 * The progress of a key result on `context.today`, from its effective check-ins sorted by day. Those of
 * later days are left out.
 */
export function progressOf(
  keyResult: Pick<KeyResult, 'metric' | 'dueOn' | 'addedOn'>,
  checkIns: readonly CheckIn[],
  context: RuleContext,
): Progress {
  const { metric } = keyResult
  const said = checkIns.filter((c) => c.value !== null && c.day <= context.today)
  const current = said.at(-1)?.value ?? null
  const figures = { current, target: targetOf(metric), baseline: baselineOf(metric) }
  const none = (state: 'not-started' | 'unmeasured'): Progress => ({
    ...figures,
    raw: null,
    counted: 0,
    state,
    inBand: null,
  })
  const measured = (raw: number, inBand: boolean | null = null): Progress =>
    Number.isFinite(raw)
      ? {
          ...figures,
          raw: raw === 0 ? 0 : raw,
          counted: Math.min(1, Math.max(0, raw)),
          state: 'measured',
          inBand,
        }
      : none('unmeasured')

  switch (metric.type) {
    case 'increase':
    case 'decrease':
    case 'relative': {
      const { baseline, target } = figures
      if (baseline === null || target === null || baseline === target) return none('unmeasured')
      if (current === null) return none('not-started')
      return measured((current - baseline) / (target - baseline))
    }
    case 'band': {
      if (metric.low === null && metric.high === null) return none('unmeasured')
      if (current === null) return none('not-started')
      const { hits, of } = bandCount(metric, keyResult, said, context)
      const inBand = isInBand(metric, current)
      return of === 0 ? measured(inBand ? 1 : 0, inBand) : measured(hits / of, inBand)
    }
    case 'milestone': {
      const sum = metric.steps.reduce((total, step) => total + step.weight, 0)
      if (sum <= 0) return none('unmeasured')
      const isDone = (on: string | null) => on !== null && on <= context.today
      const done = metric.steps.filter((step) => isDone(step.doneOn))
      const isStarted = done.length > 0 || checkIns.some((c) => c.day <= context.today)
      if (!isStarted) return none('not-started')
      return measured(done.reduce((total, step) => total + step.weight, 0) / sum)
    }
    case 'done':
      return current === null ? none('not-started') : measured(current >= 1 ? 1 : 0)
    case 'find-baseline':
      return current === null ? none('not-started') : measured(1)
    case 'unmeasured':
      return none('unmeasured')
  }
}

/** How many check-ins lay in the band, of those due so far; a value may have been said more often than that. */
export function bandCount(
  metric: Extract<KeyResult['metric'], { type: 'band' }>,
  keyResult: Pick<KeyResult, 'dueOn' | 'addedOn'>,
  checkIns: readonly CheckIn[],
  context: RuleContext,
): { readonly hits: number; readonly of: number } {
  const until = minDay(context.today, keyResult.dueOn)
  const made = checkIns.filter((c) => c.value !== null && c.day <= until)
  const { cycle, settings, pastCadences } = context
  const from = askedFrom(keyResult, checkIns, cycle)
  const due = dueDays(from, until, { cadence: settings.cadence, pastCadences }).length
  const hits = made.filter((c) => c.value !== null && isInBand(metric, c.value)).length
  // More check-ins than were due must not lift it above the share that was in the band.
  return { hits, of: Math.max(due, made.length) }
}

/** Progress in words, raw where it lies outside: `47 %`, `112 %, past the target`, `−13 %, the wrong way`. */
export function progressInWords(progress: Progress): string {
  if (progress.state === 'not-started') return 'not started'
  if (progress.state === 'unmeasured' || progress.raw === null) return 'not measured yet'
  const share = formatShare(progress.raw)
  if (progress.raw > 1) return `${share}, past the target`
  if (progress.raw < 0) return `${share}, the wrong way`
  if (progress.inBand === null) return share
  return `${share}, ${progress.inBand ? 'in the band now' : 'out of the band now'}`
}
