import { join } from 'node:path'
import { z } from 'zod'
import type { Head } from '#domain/plan/operation.ts'
import { headSchema } from '#domain/plan/operation.ts'
import { sha256Hex, writeAtomically } from '#main/files/atomic-file.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode, readWhole, syncFolder } from '#main/files/disk.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { ChannelInput, SnapshotSummary } from '#shared/ipc-contract.ts'
import { snapshotReasonSchema } from '#shared/ipc-contract.ts'

const FORMAT = 'roadbook-snapshot'
const NEWLINE = 0x0a
const NAME = /^(\d{9,})-(\d{8}T\d{9}Z)-([a-z-]+)\.json$/

const headerSchema = z.object({
  format: z.literal(FORMAT),
  planId: headSchema.shape.planId,
  /** Format version of the rows. */
  version: headSchema.shape.version,
  seq: headSchema.shape.seq,
  hash: headSchema.shape.hash,
  count: z.number().int().min(1),
  reason: snapshotReasonSchema,
  at: z.string(),
  /** Versions of the app and of what it ran on. */
  madeBy: z.record(z.string(), z.string()),
  sha256: z.string(),
})

export type SnapshotPorts = FilePorts & {
  readonly madeBy: Readonly<Record<string, string>>
  readonly folderOf: (planId: string) => Promise<string>
}

export type Snapshots = {
  readonly write: (input: ChannelInput<'snapshot.write'>) => Promise<SnapshotSummary>
  readonly list: (planId: string) => Promise<readonly SnapshotSummary[]>
  readonly read: (planId: string, id: string) => Promise<{ head: Head; things: string }>
}

/** Whole states of a plan beside its journal: a header line with the checksum, then the rows. */
export function createSnapshots(ports: SnapshotPorts): Snapshots {
  const { disk } = ports
  const folderFor = async (planId: string) => join(await ports.folderOf(planId), 'snapshots')

  return {
    write: async ({ head, reason, things, count }) => {
      mustHoldRows(things, count)
      const folder = await folderFor(head.planId)
      await disk.mkdir(folder, { recursive: true })
      await syncFolder(disk, ports.platform, join(folder, '..'))
      const { planId, seq, hash, version } = head
      const at = new Date(ports.clock()).toISOString()
      const body = Buffer.from(things)
      const sha256 = sha256Hex(body)
      const { madeBy } = ports
      const header = {
        format: FORMAT,
        planId,
        version,
        seq,
        hash,
        count,
        reason,
        at,
        madeBy,
        sha256,
      }
      const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body])
      const id = `${String(seq).padStart(9, '0')}-${at.replace(/[-:.]/g, '')}-${reason}.json`
      const { size } = await writeAtomically(join(folder, id), bytes, ports)
      return { id, planId, seq, at, reason, size }
    },

    list: async (planId) => {
      const folder = await folderFor(planId)
      const found: SnapshotSummary[] = []
      for (const name of await namesIn(folder)) {
        const facts = factsIn(name)
        if (facts)
          found.push({ ...facts, planId, size: (await disk.stat(join(folder, name))).size })
      }
      return found.sort((a, b) => b.seq - a.seq || (a.at < b.at ? 1 : -1))
    },

    read: async (planId, id) => {
      if (!NAME.test(id)) throw new Trouble('missing', 'There is no such snapshot.')
      const bytes = await readWhole(disk, join(await folderFor(planId), id))
      const end = bytes.indexOf(NEWLINE)
      const header = headerIn(bytes.subarray(0, Math.max(end, 0)).toString('utf8'))
      const body = bytes.subarray(end + 1)
      if (header?.planId !== planId || sha256Hex(body) !== header.sha256)
        throw new Trouble(
          'damaged',
          'This snapshot is damaged. Choose another one; nothing changed.',
        )
      const { seq, hash, version } = header
      return { head: { planId, seq, hash, version }, things: body.toString('utf8') }
    },
  }

  async function namesIn(folder: string): Promise<readonly string[]> {
    try {
      return await disk.readdir(folder)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }
}

/** A snapshot that could not be restored must not be written: it would only look like safety. */
function mustHoldRows(things: string, count: number): void {
  let rows: unknown
  try {
    rows = JSON.parse(things)
  } catch {
    rows = null
  }
  if (!Array.isArray(rows) || rows.length !== count)
    throw new Trouble('failed', 'The snapshot was not complete, so it was not written.')
}

function headerIn(line: string): z.infer<typeof headerSchema> | null {
  try {
    return headerSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

function factsIn(id: string): Pick<SnapshotSummary, 'id' | 'seq' | 'at' | 'reason'> | null {
  const [, seq, moment, word] = NAME.exec(id) ?? []
  const reason = snapshotReasonSchema.safeParse(word).data
  const at = moment?.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/,
    '$1-$2-$3T$4:$5:$6.$7Z',
  )
  if (seq === undefined || at === undefined || reason === undefined) return null
  return { id, seq: Number(seq), at, reason }
}
