import type { Head } from '#domain/plan/operation.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { Journal } from '#main/journal/journal.ts'
import { doesNotAddUp } from './plan-rows.ts'
import { headOf } from './snapshot-file.ts'
import type { SnapshotShelf } from './snapshot-shelf.ts'
import type { MadeState, Stand, StateWorks } from './state-works.ts'

export type RebuildPorts = {
  readonly journal: Pick<Journal, 'readLines'>
  readonly shelfFor: (planId: string) => Promise<SnapshotShelf>
  readonly works: StateWorks
}

/** What is known of the last sound snapshot, for the gate. */
export type Since = {
  readonly since: number
  readonly lastCount: number
  readonly confirmedShrink: boolean
}

export type Rebuilder = {
  /** The whole state at `head`, every state hash on the way compared. Throws `damaged` when it does not come out. */
  readonly at: (head: Head, since: Since) => Promise<MadeState>
}

/** Reads snapshots and journal from the disk and lets the works put them together, one plan after the other. */
export function createRebuilder({ journal, shelfFor, works }: RebuildPorts): Rebuilder {
  let turn: Promise<unknown> = Promise.resolve()

  async function catchUp(from: Stand, head: Head): Promise<void> {
    let stand = from
    let after: number | null = stand.seq
    while (after !== null && stand.seq < head.seq) {
      const page = await journal.readLines(head.planId, after)
      stand = await works.advance({ lines: page.bytes, upTo: head.seq })
      after = page.next
    }
    if (stand.seq !== head.seq || stand.hash !== head.hash) throw doesNotAddUp('its end is missing')
  }

  async function fromDisk(head: Head): Promise<void> {
    const { planId } = head
    const shelf = await shelfFor(planId)
    let trouble: unknown = null
    for (const { id, header, seq } of await shelf.list()) {
      if (header?.problem !== '' || seq > head.seq) continue
      try {
        const snapshot = { text: (await shelf.read(id)).rows, head: headOf(header) }
        return await catchUp(await works.begin({ planId, snapshot }), head)
      } catch (error) {
        if (!isDamage(error)) throw error
        trouble = error
      }
    }
    try {
      await catchUp(await works.begin({ planId, snapshot: null }), head)
    } catch (error) {
      throw trouble ?? error
    }
  }

  async function lay(head: Head): Promise<void> {
    const stand = await works.resume({ planId: head.planId, upTo: head.seq })
    if (stand)
      try {
        return await catchUp(stand, head)
      } catch (error) {
        // What is in memory may be what is wrong: the disk decides.
        if (!isDamage(error)) throw error
      }
    await fromDisk(head)
  }

  return {
    at: (head, since) => {
      const { hash, version } = head
      const make = async () => {
        await lay(head)
        return works.state({ hash, version, ...since })
      }
      const made = turn.then(make, make)
      turn = made.catch(() => undefined)
      return made
    },
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Trouble && (error.code === 'damaged' || error.code === 'missing')
}
