import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import {
  afterStep,
  ARBITRARY_TODAY,
  countingContext,
  smallPlan,
} from '#domain/plan/plan-arbitrary.ts'
import type { Step } from '#domain/plan/arbitrary-step.ts'

export type Row = Record<string, unknown>
type File = Row & { things: Row[] }

export const HEADER = { savedAt: '2026-11-22T12:00:00.000Z', app: '0.1.0' }
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const STEPS: readonly Step[] = [
  {
    id: 'initiative.update',
    input: { id: 'i1', changes: { note: 'Asks first', dependsOn: ['i2'] } },
  },
  { id: 'task.add', input: { initiativeId: 'i1', title: 'Collect questions' } },
  {
    id: 'checkIn.add',
    input: { keyResultId: 'k1', day: '2026-11-20', value: 9, confidence: 6, note: 'Better' },
  },
  { id: 'journal.add', input: { type: 'lesson', text: 'Ask early', about: null } },
]

/** A small plan with every reference that a file can break, as a `.roadbook` text. */
export const FILE: string = (() => {
  const context = countingContext(ARBITRARY_TODAY, 'x')
  let plan = smallPlan(context)
  for (const step of STEPS) plan = afterStep(plan, step, context)
  return writePlanFile(thingsOf(plan), HEADER)
})()

/** The file with its rows changed; the count follows, the checksum does not. */
export function fileWith(change: (rows: Row[]) => Row[] | undefined, header: Row = {}): string {
  const file = JSON.parse(FILE) as File
  const things = change(file.things) ?? file.things
  return JSON.stringify({ ...file, count: things.length, things, ...header })
}

export const rowOf = (rows: readonly Row[], kind: string): Row =>
  rows.find((row) => row['kind'] === kind) ?? {}

/** The file with fields of the first row of a kind set. */
export const setRow = (kind: string, changes: Row): string =>
  fileWith((rows) => {
    Object.assign(rowOf(rows, kind), changes)
    return undefined
  })

/** The file with an unknown field in its header, written as raw JSON text. */
export const withHeader = (json: string): string =>
  FILE.replace('"app"', `"later": ${json},\n"app"`)

/** The file with one more row, written as raw JSON text, before its first. */
export const withRow = (json: string): string =>
  FILE.replace('"things": [\n', `"things": [\n${json},\n`)
