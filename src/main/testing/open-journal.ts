import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Operation } from '#domain/plan/operation.ts'
import type { Disk } from '#main/files/disk.ts'
import { realDisk } from '#main/files/disk.ts'
import type { Journal } from '#main/journal/journal.ts'
import { createJournal } from '#main/journal/journal.ts'
import { portsOver } from './faulty-disk.ts'

export const PLAN = 'plan-a'

const toClose: Journal[] = []
afterEach(async () => {
  for (const journal of toClose.splice(0)) await journal.close().catch(() => undefined)
})

/** A journal over a folder, with what it tells; closed after the test. For tests. */
export function openJournal(root: string, disk: Disk = realDisk, segmentBytes = 1024 * 1024) {
  const notices: string[] = []
  const log: string[] = []
  const notify = (text: string) => notices.push(text)
  const journal = createJournal({ ...portsOver(disk, log), root, notify, segmentBytes })
  toClose.push(journal)
  return { journal, notices, log }
}

/** Every operation that a journal holds of a plan. */
export async function readAll(journal: Journal, planId = PLAN): Promise<readonly Operation[]> {
  const all: Operation[] = []
  for (let after: number | null = 0; after !== null;) {
    const page = await journal.read(planId, after)
    all.push(...page.operations)
    after = page.next
  }
  return all
}

/** Where a segment of a plan lies. */
export const segment = (root: string, number: number, planId = PLAN): string =>
  join(root, 'plans', planId, `journal-${String(number).padStart(6, '0')}.jsonl`)
