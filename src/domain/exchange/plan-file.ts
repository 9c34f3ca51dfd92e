import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { Moment } from '../calendar/day.ts'
import { predicateOf } from '../plan/command-input.ts'
import { upgradeRow } from '../plan/format-ladder.ts'
import { LIMITS } from '../plan/limits.ts'
import { hashSchema, headSchema, type Head } from '../plan/operation.ts'
import { canonicalJson } from '../plan/state-hash.ts'
import { PLAN_FORMAT, PLAN_VERSION, THING_SCHEMAS, type Thing } from '../plan/thing.ts'
import { scanJson } from './json-scan.ts'
import { planProblem } from './plan-graph.ts'
import { readRow } from './plan-row.ts'
import { placeOf, refuseInput, type InputRefusal, type InputWarning } from './refusal.ts'
import { decodeText } from './text-bytes.ts'

/** The bounds of a plan file; see `LIMITS` for those of a plan. */
export type PlanFileLimits = {
  readonly bytes: number
  readonly depth: number
  readonly tokens: number
  readonly things: number
}

export const PLAN_FILE_LIMITS: PlanFileLimits = {
  bytes: LIMITS.fileBytes,
  depth: LIMITS.depth,
  tokens: 5_000_000,
  things: LIMITS.things,
}

/** What is written beside the rows: when, by which version, and where the plan stood. */
export type PlanFileHeader = {
  readonly savedAt: Moment
  /** The app's version, for a person who wonders. */
  readonly app: string
  readonly head?: Head
  /** States that the plan went through, newest first; see `merge/ancestor.ts`. */
  readonly lineage?: readonly string[]
}

export type PlanFileContent = {
  readonly ok: true
  readonly things: readonly Thing[]
  /** Where the plan stood when it was saved; files by other hands may not say. */
  readonly head?: Head
  /** States that it went through, newest first; older files do not say. */
  readonly lineage?: readonly string[]
  readonly warnings: readonly InputWarning[]
}

const sum = (rows: string) => bytesToHex(sha256(utf8ToBytes(rows)))

/** A row as a file holds it: kept unknown fields go back to where they came from. */
function rowText(thing: Thing): string {
  const { extra, ...known } = thing
  if (!extra) return canonicalJson(known)
  const fields = THING_SCHEMAS[thing.kind].shape
  const back = Object.entries(extra).filter(([name]) => !Object.hasOwn(fields, name))
  const rest = Object.entries(extra).filter(([name]) => Object.hasOwn(fields, name))
  return canonicalJson({
    ...Object.fromEntries(back),
    ...known,
    ...(rest.length > 0 ? { extra: Object.fromEntries(rest) } : {}),
  })
}

/**
 * The text of a `*.roadbook` file: JSON with one row of the plan a line, in a fixed order of fields, so
 * that two versions can be compared line by line.
 */
export function writePlanFile(things: Iterable<Thing>, header: PlanFileHeader): string {
  const rows = [...things].map(rowText)
  const body = rows.join(',\n')
  const lines = [
    `"format": ${JSON.stringify(PLAN_FORMAT)}`,
    `"version": ${String(PLAN_VERSION)}`,
    `"savedAt": ${JSON.stringify(header.savedAt)}`,
    `"app": ${JSON.stringify(header.app)}`,
    ...(header.head ? [`"head": ${canonicalJson(header.head)}`] : []),
    ...(header.lineage ? [`"lineage": ${JSON.stringify(header.lineage)}`] : []),
    `"count": ${String(rows.length)}`,
    `"sha256": ${JSON.stringify(sum(body))}`,
    `"things": [\n${body}\n]`,
  ]
  return `{\n${lines.join(',\n')}\n}\n`
}

/** More states than any Roadbook writes. */
const LINEAGE_MOST = 10_000

const fileSchema = z.object({
  format: z.literal(PLAN_FORMAT),
  version: z.number().int().min(1),
  savedAt: z.string().max(40),
  app: z.string().max(100),
  head: headSchema.nullish(),
  lineage: z.array(hashSchema).max(LINEAGE_MOST).nullish(),
  count: z.number().int().min(0),
  sha256: z.string().max(64).nullish(),
  things: z.array(z.unknown()),
})

/** True when a text is meant to be a plan file, well formed or not. */
export function looksLikePlanFile(text: string): boolean {
  return /^\s{0,100}[[{]/.test(text) && text.slice(0, 2_000).includes('"format"')
}

function headerProblem(value: unknown, limits: PlanFileLimits): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'This is JSON, but not a Roadbook plan. Choose a file that Roadbook saved.'
  const header = value as Record<string, unknown>
  if (header['format'] !== PLAN_FORMAT)
    return `This is JSON, but not a Roadbook plan: "format" is not "${PLAN_FORMAT}". Choose a file that Roadbook saved.`
  const version = header['version']
  if (typeof version === 'number' && Number.isInteger(version) && version > PLAN_VERSION)
    return `This plan was saved by a newer Roadbook (format version ${String(version)}; this one knows ${String(PLAN_VERSION)}). Update Roadbook to open it. The file was left as it is.`
  const parsed = fileSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const words = issue ? `${issue.path.join('.')} ${predicateOf(issue)}` : 'it is not valid'
    return `The file’s header is damaged: ${words}. Use another copy of the file.`
  }
  const { count, things } = parsed.data
  if (things.length > limits.things)
    return `The plan holds ${String(things.length)} things; at most ${String(limits.things)} are possible. Split it into several plans.`
  if (count !== things.length)
    return `The file says that it holds ${String(count)} things, but it holds ${String(things.length)}. It was cut or changed; use another copy.`
  return null
}

/** The rows of the body as they stand in the text, for the checksum. */
function bodyText(text: string, rows: readonly number[]): string {
  const first = rows[0]
  const end = text.lastIndexOf(']')
  return first === undefined ? '' : text.slice(first, end).trimEnd().replaceAll('\r\n', '\n')
}

/**
 * Reads a `*.roadbook` file. It is taken whole or refused whole; a refusal names line, row and field and
 * says what to do. A wrong checksum alone is only a warning: people may edit their files.
 */
export function readPlanFile(
  bytes: Uint8Array,
  file: string,
  limits: PlanFileLimits = PLAN_FILE_LIMITS,
): PlanFileContent | InputRefusal {
  const decoded = decodeText(bytes, file, limits.bytes)
  return decoded.ok ? readPlanText(decoded.text, file, limits) : decoded
}

/** The same for text that is already decoded. */
export function readPlanText(
  text: string,
  file: string,
  limits: PlanFileLimits = PLAN_FILE_LIMITS,
): PlanFileContent | InputRefusal {
  const scanned = scanJson(text, { ...limits, string: LIMITS.note * 6 + 1_000 })
  if (!scanned.ok)
    return refuseInput(
      `This file cannot be read: ${scanned.message}. Use another copy of the file, or mend this place.`,
      { file, ...placeOf(text, scanned.offset) },
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuseInput('This file is not JSON. Choose a file that Roadbook saved.', { file })
  }
  const problem = headerProblem(value, limits)
  if (problem !== null) return refuseInput(problem, { file, line: 1 })
  const { things: raw, version, sha256: stated, head, lineage } = fileSchema.parse(value)

  const things: Thing[] = []
  const lineOfRow = (row: number) => placeOf(text, scanned.rows[row] ?? 0).line
  for (const [at, row] of raw.entries()) {
    const now = upgradeRow(row, version)
    if (now === null) continue
    const read = readRow(now)
    if (!read.ok)
      return refuseInput(`${read.message} Mend it or use another copy of the file.`, {
        file,
        line: lineOfRow(at),
        field: `row ${String(at + 1)}${read.field}`,
      })
    things.push(read.thing)
  }
  const graph = planProblem(things)
  if (graph)
    return refuseInput(`${graph.message} Mend it or use another copy of the file.`, {
      file,
      line: graph.row < 0 ? 0 : lineOfRow(graph.row),
      field: graph.row < 0 ? '' : `row ${String(graph.row + 1)}${graph.field}`,
    })
  const warnings: InputWarning[] = []
  if (typeof stated === 'string' && stated !== sum(bodyText(text, scanned.rows)))
    warnings.push({
      line: 0,
      text: 'This file was edited outside the app: its checksum does not match. All other checks passed.',
    })
  return {
    ok: true,
    things,
    ...(head ? { head } : {}),
    ...(lineage ? { lineage } : {}),
    warnings,
  }
}
