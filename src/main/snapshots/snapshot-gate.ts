import { upgradeRow } from '#domain/plan/format-ladder.ts'
import { danglingOf } from '#domain/plan/integrity.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { EMPTY_HASH, combineHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { thingSchema } from '#domain/plan/thing.ts'
import { rowHash } from './row-hash.ts'

/** A loss of so few rows is never suspect: half of a plan of ten rows is an ordinary edit. */
const SMALL_LOSS = 10
const LEAST_SHARE = 0.5

export type GateInput = {
  readonly rows: readonly unknown[]
  /** The state hash that the journal's head names. */
  readonly hash: string
  /** The version of the plan format in which the rows are written. */
  readonly version: number
  /** Rows of the last sound snapshot; 0 when there is none. */
  readonly lastCount: number
  /** Rows that the person is known to have taken away since then. */
  readonly explainedRows: number
  /** True when the person knows that the plan is much smaller. */
  readonly confirmedShrink: boolean
}

export type GateResult = {
  readonly counts: Readonly<Record<string, number>>
  readonly name: string
  /** Why these rows are no sound backup, in words for a person; '' when they are. */
  readonly problem: string
}

/**
 * Decides whether rows may count as a backup: each fits its schema, every reference resolves, they add up to
 * the journal's head, and not more than half is gone without a reason. What fails is kept, but apart.
 */
export function passGate(input: GateInput): GateResult {
  const counts: Record<string, number> = {}
  const things: Thing[] = []
  let hash = EMPTY_HASH
  let name = ''
  let problem = ''
  const say = (words: string) => {
    if (problem === '') problem = words
  }
  for (const row of input.rows) {
    // The hash is that of the row as it is written; whether it is sound is asked of what it becomes today.
    hash = combineHash(hash, rowHash(row))
    const now = upgradeRow(row, input.version)
    if (now === null) continue
    const parsed = thingSchema.safeParse(now)
    if (parsed.success) {
      const thing = parsed.data
      things.push(thing)
      counts[thing.kind] = (counts[thing.kind] ?? 0) + 1
      if (thing.kind === 'plan') name = thing.name
    } else say('A row is not in the shape that it should have.')
  }
  if (counts['plan'] !== 1) say("The plan's own row is missing.")
  if (problem === '') say(danglingIn(things))
  if (hash !== input.hash) say('The rows do not add up to the last saved step.')
  const { lastCount, explainedRows, confirmedShrink } = input
  const lost = lastCount - input.rows.length
  if (
    !confirmedShrink &&
    lost > SMALL_LOSS &&
    input.rows.length + explainedRows < lastCount * LEAST_SHARE
  )
    say(`It holds ${String(input.rows.length)} rows; the last snapshot held ${String(lastCount)}.`)
  return { counts, name, problem }
}

function danglingIn(things: readonly Thing[]): string {
  const plan = planFromThings(things)
  for (const thing of things) {
    const missing = danglingOf(plan, thing).at(-1)?.target
    if (missing)
      return `${thing.kind} ${thing.id} points to ${missing.kind} ${missing.id}, which is not there.`
  }
  return ''
}
