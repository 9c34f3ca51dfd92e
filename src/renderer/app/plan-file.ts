import { thingsOf } from '#domain/plan/plan.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { bridge } from '#bridge/bridge.ts'
import { now } from '#lib/clock.ts'
import { planLineage } from '#store/lineage.ts'
import { usePlan } from '#store/plan-store.ts'
import { openDialog, toast } from '#store/ui-store.ts'
import { didNotWork, saveTextFile } from './save-text-file.ts'

/** Writes the open plan to a file that the person chooses, with what could not be saved if there is any. */
export async function saveCopy(): Promise<void> {
  const { plan, unsaved, head } = usePlan.getState()
  const whole = unsaved ?? plan
  if (!whole) return
  await saveTextFile(
    { suggestedName: `${shortTitle(whole.meta.name, 120)}.roadbook`, format: 'roadbook' },
    async () => {
      const { writePlanFile } = await import('#domain/exchange/plan-file.ts')
      const { appVersion } = await bridge().appInfo(undefined)
      return writePlanFile(thingsOf(whole), {
        savedAt: now(),
        app: appVersion,
        ...(head && !unsaved ? { head, lineage: await planLineage() } : {}),
      })
    },
  )
}

/** Lets the person choose a file; what is in it is shown before anything is written. */
export async function openFile(): Promise<void> {
  try {
    const file = await bridge().fileOpen({ purpose: 'plan' })
    if (file.ok) openDialog({ type: 'import', source: { name: file.name, bytes: file.bytes } })
    else if (file.code !== 'cancelled') toast(file.message, { tone: 'bad' })
  } catch (error) {
    didNotWork(error)
  }
}
