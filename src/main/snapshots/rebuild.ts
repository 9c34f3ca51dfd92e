import type { Head } from '#domain/plan/operation.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { Journal } from '#main/journal/journal.ts'
import type { PlanRows } from './plan-rows.ts'
import { advance, doesNotAddUp, emptyRows, rowsOf } from './plan-rows.ts'
import { headOf } from './snapshot-file.ts'
import type { SnapshotShelf } from './snapshot-shelf.ts'

export type RebuildPorts = {
  readonly journal: Pick<Journal, 'read'>
  readonly shelfFor: (planId: string) => Promise<SnapshotShelf>
  /** Lets others be answered between two pieces of work. */
  readonly breathe: () => Promise<unknown>
}

export type Rebuilder = {
  /** The rows at `head`, every state hash on the way compared. Throws `damaged` when they do not come out. */
  readonly at: (head: Head) => Promise<PlanRows>
}

/** Rows of the plan that was asked for last are kept: the next time only new operations are read. */
export function createRebuilder({ journal, shelfFor, breathe }: RebuildPorts): Rebuilder {
  let latest: { readonly planId: string; readonly rows: PlanRows } | null = null

  async function catchUp(rows: PlanRows, head: Head): Promise<PlanRows> {
    let after: number | null = rows.seq
    while (after !== null && rows.seq < head.seq) {
      const page = await journal.read(head.planId, after)
      for (const op of page.operations) if (op.seq <= head.seq) advance(rows, op)
      after = page.next
      await breathe()
    }
    if (rows.seq !== head.seq || rows.hash !== head.hash) throw doesNotAddUp('its end is missing')
    return rows
  }

  async function fromDisk(head: Head): Promise<PlanRows> {
    const shelf = await shelfFor(head.planId)
    let trouble: unknown = null
    for (const { id, header, seq } of await shelf.list()) {
      if (header?.problem !== '' || seq > head.seq) continue
      try {
        const { rows } = await shelf.read(id)
        return await catchUp(await rowsOf(rows, headOf(header), breathe), head)
      } catch (error) {
        if (!isDamage(error)) throw error
        trouble = error
      }
    }
    try {
      return await catchUp(emptyRows(), head)
    } catch (error) {
      throw trouble ?? error
    }
  }

  return {
    at: async (head) => {
      const known = latest?.planId === head.planId ? latest.rows : null
      latest = null
      let rows: PlanRows | null = null
      if (known && known.seq <= head.seq)
        try {
          rows = await catchUp(known, head)
        } catch (error) {
          // What is in memory may be what is wrong: the disk decides.
          if (!isDamage(error)) throw error
        }
      rows ??= await fromDisk(head)
      latest = { planId: head.planId, rows }
      return rows
    },
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Trouble && (error.code === 'damaged' || error.code === 'missing')
}
