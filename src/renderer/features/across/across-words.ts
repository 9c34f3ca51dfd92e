import type { Across, AcrossCycle } from '#domain/across/across.ts'
import type { Detour } from '#domain/detour/detour.ts'
import { formatPercent } from '#domain/key-result/value-format.ts'
import { counted, inQuotes } from '#domain/plan/title-quote.ts'

export const CHANGES: readonly (readonly [Detour['change'], string])[] = [
  ['target', 'Target'],
  ['dueOn', 'Due day'],
  ['owner', 'Owner'],
  ['serves', 'What it serves'],
  ['dropped', 'Dropped'],
]

export const two = (value: number | null): string => (value === null ? '–' : value.toFixed(2))

/** Whole percent: a share of check-ins needs no decimals. */
export const percent = (share: number | null): string =>
  share === null ? '–' : formatPercent(Math.round(share * 100) / 100)

/** Scores in a sentence: mean, best and worst. */
export function scoreSentence({ cycles, meanScore }: Across): string {
  const judged = cycles.filter((c): c is AcrossCycle & { score: number } => c.score !== null)
  if (judged.length === 0 || meanScore === null) return 'No cycle is over yet.'
  const best = judged.reduce((a, b) => (b.score > a.score ? b : a))
  const worst = judged.reduce((a, b) => (b.score < a.score ? b : a))
  return judged.length === 1
    ? `${best.name} scored ${two(best.score)}: ${best.verdict?.words ?? ''}.`
    : `Mean ${two(meanScore)} over ${counted(judged.length, 'cycle')}; best ${best.name} with ${two(best.score)}, lowest ${worst.name} with ${two(worst.score)} (${worst.verdict?.words ?? ''}).`
}

export function habitSentence({ cycles }: Across): string {
  const done = cycles.reduce((sum, { checkIns }) => sum + checkIns.done, 0)
  const due = cycles.reduce((sum, { checkIns }) => sum + checkIns.due, 0)
  return due === 0
    ? 'No check-in was due yet.'
    : `${String(done)} of ${String(due)} check-ins that were due were made: ${percent(done / due)}.`
}

export function beliefSentence({ beliefs, calibration }: Across): string {
  if (beliefs.length === 0) return 'No cycle is over in which somebody said a confidence.'
  const top = calibration.at(-1)
  if (!top) return ''
  const said = beliefs.reduce((sum, { confidence }) => sum + confidence, 0) / beliefs.length / 10
  const got = beliefs.reduce((sum, { score }) => sum + score, 0) / beliefs.length
  return `Said at first ${two(said)} in the mean, reached ${two(got)}. With ${(top.confidence / 10).toFixed(1)} confidence we reached ${top.reached.toFixed(1)} (${counted(top.count, 'key result')}).`
}

export function causeSentence({ rootCauses }: Across): string {
  const first = rootCauses[0]
  if (!first) return 'No root cause was named yet.'
  const recurring = rootCauses.filter(({ isRecurring }) => isRecurring)
  return recurring.length === 0
    ? 'No cause came back in a second cycle.'
    : `${counted(recurring.length, 'cause')} came back in a second cycle; most often ${inQuotes(first.cause, 80)}.`
}

export function detourSentence({ cycles }: Across): string {
  const all = cycles.reduce((sum, { detours }) => sum + detours, 0)
  const explained = cycles.reduce((sum, { detoursExplained }) => sum + detoursExplained, 0)
  return all === 0
    ? 'The plan was never changed on the way.'
    : `${counted(all, 'detour')} in ${counted(cycles.length, 'cycle')}; ${String(explained)} of them say why.`
}
