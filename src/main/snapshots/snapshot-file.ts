import { z } from 'zod'
import type { Head } from '#domain/plan/operation.ts'
import { headSchema } from '#domain/plan/operation.ts'
import { sha256Hex } from '#main/files/atomic-file.ts'
import { textIn } from '#main/files/byte-text.ts'
import type { SnapshotReason } from '#shared/snapshot-summary.ts'
import { snapshotReasonSchema } from '#shared/snapshot-summary.ts'

const FORMAT = 'roadbook-snapshot'
const NEWLINE = 0x0a
const NAME =
  /^(\d{9,16})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z-]+?)(\.pinned)?\.json$/
const REASONS: ReadonlySet<string> = new Set(snapshotReasonSchema.options)
const SEAL = /,"seal":"([0-9a-f]{64})"}$/

const headerSchema = z.object({
  format: z.literal(FORMAT),
  planId: headSchema.shape.planId,
  /** The plan's name, so that a person finds a file by reading its first line. */
  name: z.string(),
  /** Format version of the rows. */
  version: headSchema.shape.version,
  seq: headSchema.shape.seq,
  /** State hash of the rows, see `domain/plan/state-hash.ts`. */
  hash: headSchema.shape.hash,
  counts: z.record(z.string(), z.number().int().min(0)),
  reason: snapshotReasonSchema,
  pinned: z.boolean(),
  at: z.string(),
  /** Versions of the app and of what it ran on. */
  madeBy: z.record(z.string(), z.string()),
  /** Why the snapshot went to quarantine; '' ordinarily. */
  problem: z.string(),
  /** SHA-256 of everything after the first line break. */
  sha256: z.string(),
})

/** The first line of a snapshot. `pinned` is as it was written; the file's name says how it is now. */
export type SnapshotHeader = z.infer<typeof headerSchema>

/** What a file's name tells. `id` stays the same when the snapshot is pinned or let go. */
export type NameFacts = {
  readonly id: string
  readonly seq: number
  readonly at: string
  readonly reason: SnapshotReason
  readonly pinned: boolean
}

/** The bytes of a snapshot: a header line that seals itself, then the rows as JSON text. */
export function writeSnapshot(
  { sha256, ...header }: Omit<SnapshotHeader, 'format'>,
  body: Uint8Array,
): Buffer<ArrayBuffer> {
  const line = JSON.stringify({ format: FORMAT, ...header, sha256 })
  const open = line.slice(0, -1)
  return Buffer.concat([Buffer.from(`${open},"seal":"${sha256Hex(Buffer.from(open))}"}\n`), body])
}

/** Header and rows, or null when a single byte is not as it was written or the name tells otherwise. */
export function readSnapshot(
  bytes: Uint8Array,
  facts: NameFacts,
): { readonly header: SnapshotHeader; readonly body: Uint8Array } | null {
  const end = bytes.indexOf(NEWLINE)
  if (end < 0) return null
  const header = headerIn(textIn(bytes.subarray(0, end)))
  const body = bytes.subarray(end + 1)
  if (!header || sha256Hex(body) !== header.sha256) return null
  const { seq, at, reason } = header
  return seq === facts.seq && at === facts.at && reason === facts.reason ? { header, body } : null
}

export function headOf({ planId, seq, hash, version }: SnapshotHeader): Head {
  return { planId, seq, hash, version }
}

/** The id, which is the file's name while it is not pinned: order by `seq` is order by name. */
export function snapshotId(seq: number, at: string, reason: SnapshotReason): string {
  return `${String(seq).padStart(9, '0')}-${at.replace(/[-:.]/g, '')}-${reason}.json`
}

export function fileName(id: string, pinned: boolean): string {
  return pinned ? id.replace(/\.json$/, '.pinned.json') : id
}

/** What a file's name tells, or null when it is not a snapshot's. */
export function factsIn(name: string): NameFacts | null {
  const [, seq, year, month, day, hour, minute, second, ms, word, pin] = NAME.exec(name) ?? []
  if (seq === undefined || !isReason(word)) return null
  const at = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${ms ?? ''}Z`
  if (Number.isNaN(Date.parse(at))) return null
  const id = pin === undefined ? name : name.replace('.pinned.json', '.json')
  return { id, seq: Number(seq), at, reason: word, pinned: pin !== undefined }
}

function isReason(word: string | undefined): word is SnapshotReason {
  return word !== undefined && REASONS.has(word)
}

function headerIn(line: string): SnapshotHeader | null {
  const seal = SEAL.exec(line)
  if (!seal || sha256Hex(Buffer.from(line.slice(0, seal.index))) !== seal[1]) return null
  try {
    return headerSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
