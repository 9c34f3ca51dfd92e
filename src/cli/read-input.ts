import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { quarterOf } from '#domain/exchange/cycle-guess.ts'
import type { CycleGuess } from '#domain/exchange/draft.ts'
import { thingsFromDraft } from '#domain/exchange/draft-things.ts'
import { readSource } from '#domain/exchange/read-source.ts'
import { describeRefusal, type InputWarning } from '#domain/exchange/refusal.ts'
import { integrityProblems } from '#domain/plan/integrity.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { thingSchema, type Thing } from '#domain/plan/thing.ts'
import { errorCode, realDisk } from '#main/files/disk.ts'
import { readChecked } from '#main/files/read-checked.ts'
import { Trouble } from '#main/files/trouble.ts'

/** An input that cannot be taken; the message is for a person and names the place. */
export class InputProblem extends Error {}

/** What a person may say about the plan that text becomes; a `.roadbook` file speaks for itself. */
export type InputOptions = {
  readonly name?: string | undefined
  readonly cycle?: Partial<CycleGuess> | undefined
}

/** The rows of one whole plan, and what a person should know about how they came about. */
export type Input = {
  readonly things: readonly Thing[]
  readonly warnings: readonly InputWarning[]
  /** The plan's name. */
  readonly name: string
}

/** The calendar day where the person is. */
function localDay(now: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return (await readChecked(path, realDisk)).bytes
  } catch (error) {
    if (error instanceof Trouble) throw new InputProblem(error.message)
    const name = basename(path)
    const code = errorCode(error)
    if (code === 'ENOENT') throw new InputProblem(`${name}: there is no such file. Check the path.`)
    if (code === 'EACCES' || code === 'EPERM')
      throw new InputProblem(`${name}: this file may not be read. Check its permissions.`)
    throw new InputProblem(`${name}: it could not be read (${code || 'unknown reason'}).`)
  }
}

/**
 * Reads a `.roadbook` file or any text that the paste gate takes as one whole plan. Throws `InputProblem`
 * when it cannot be taken; nothing is written here.
 */
export async function readInput(path: string, options: InputOptions = {}): Promise<Input> {
  const bytes = await readBytes(path)
  const now = new Date()
  const today = localDay(now)
  const read = readSource(bytes, basename(path), { today })
  if (!read.ok) throw new InputProblem(describeRefusal(read))
  if (read.kind === 'plan') {
    const meta = read.things.find((thing) => thing.kind === 'plan')
    return { things: read.things, warnings: read.warnings, name: meta?.name ?? '' }
  }
  const { draft } = read
  const cycle: CycleGuess = { ...(draft.cycle ?? quarterOf(today)), ...options.cycle }
  if (cycle.endOn < cycle.startOn)
    throw new InputProblem(`The cycle ends (${cycle.endOn}) before it starts (${cycle.startOn}).`)
  const name = options.name ?? draft.name
  const made = thingsFromDraft(draft, {
    name,
    plan: null,
    cycle,
    context: { now: now.toISOString(), today, newId: randomUUID },
  })
  if (made.things.every((thing) => thing.kind === 'plan' || thing.kind === 'cycle'))
    throw new InputProblem(
      `${basename(path)}: no objective, key result or initiative was found in it. Write one a line, key results indented below their objective.`,
    )
  const things = made.things.map((thing) => thingSchema.parse(thing))
  const problem = integrityProblems(planFromThings(things))[0]
  if (problem) throw new InputProblem(`${basename(path)}: ${problem.message}`)
  const guess: InputWarning[] =
    draft.cycle || options.cycle
      ? []
      : [{ line: 0, text: `No cycle is named in the text; ${cycle.name} was taken.` }]
  return { things, warnings: [...guess, ...made.warnings], name }
}
