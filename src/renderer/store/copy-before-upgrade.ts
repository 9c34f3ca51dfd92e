import { bridge } from '#bridge/bridge.ts'
import type { ChannelOutput } from '#shared/ipc-contract.ts'

/**
 * A pinned copy of every plan on disk before an older database gets its new form; null when all are there,
 * else why the database is left as it is. Rows and hash are compared when a plan is opened afterwards.
 */
export async function copyBeforeUpgrade(
  listed: ChannelOutput<'journal.list'>,
): Promise<string | null> {
  if (!listed.ok) return noUpgradeWords(listed.message)
  for (const { planId, head, deleted } of listed.plans) {
    if (deleted) continue
    if (head === null) {
      // Either nothing was ever written there, or what was written cannot be read: only reading tells.
      const page = await bridge().journalRead({ planId, afterSeq: 0 })
      if (!page.ok) return noUpgradeWords(page.message)
      if (page.operations.length === 0) continue
    }
    const taken = await bridge().snapshotTake({
      planId,
      reason: 'before-migration',
      pinned: true,
      confirmedShrink: false,
    })
    if (!taken.ok) return noUpgradeWords(taken.message)
  }
  return null
}

const noUpgradeWords = (message: string) =>
  `This Roadbook has to bring your database into a new form, and no safety copy could be made first: ${message} Nothing was changed. Start Roadbook again when that is put right.`
