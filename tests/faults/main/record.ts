import { appendFileSync } from 'node:fs'

/** True for the nightly figures: `ROADBOOK_FAULTS=long`. */
export const isLong = process.env['ROADBOOK_FAULTS'] === 'long'

/** The seed of this run; `ROADBOOK_FAULTS_SEED` repeats one. */
export const seed = Number(process.env['ROADBOOK_FAULTS_SEED'] ?? Date.now() % 2_147_483_647)

export type Figure = {
  readonly promise: string
  readonly what: string
  readonly tried: number
  readonly survived: number
  readonly lost: number
  readonly seed: number | null
  /** The key of the number that was asked for (scripts/fault-promises.mjs); without it nothing is counted. */
  readonly counts?: string
  /** How much was asked for, where that follows from what there is to try. */
  readonly asked?: number
  /** The slowest of the trials, where a time was promised as well. */
  readonly slowestMs?: number
  /** A time or a size that was measured, with what was asked for at most. */
  readonly time?: { readonly value: number; readonly unit: string; readonly bar: number | null }
}

/** Prints a figure and, where `ROADBOOK_FAULTS_OUT` names a file, adds it there as one line of JSON. */
export function record(figure: Figure): void {
  const { time } = figure
  if (time) console.log(`${figure.promise} ${figure.what}: ${String(time.value)} ${time.unit}`)
  console.log(
    `${figure.promise} ${figure.what}: ${String(figure.tried)} tried, ${String(figure.survived)} survived, ${String(figure.lost)} lost${figure.seed === null ? '' : ` (seed ${String(figure.seed)})`}`,
  )
  const file = process.env['ROADBOOK_FAULTS_OUT']
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify(figure)}\n`)
}

/** Chance that repeats: the same seed gives the same numbers. From 0 to below 1. */
export function chanceFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
