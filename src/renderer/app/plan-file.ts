import { thingsOf } from '#domain/plan/plan.ts'
import { bridge } from '#bridge/bridge.ts'
import { now } from '#lib/clock.ts'
import { planLineage } from '#store/lineage.ts'
import { usePlan } from '#store/plan-store.ts'
import { openDialog, toast } from '#store/ui-store.ts'
import { fileSize } from './file-size.ts'

const didNotWork = (error: unknown) => {
  const why = error instanceof Error ? error.message : String(error)
  toast(`That did not work: ${why} Your plan is as it was.`, { tone: 'bad' })
}

/** Writes the open plan to a file that the person chooses, with what could not be saved if there is any. */
export async function saveCopy(): Promise<void> {
  const { plan, unsaved, head } = usePlan.getState()
  const whole = unsaved ?? plan
  if (!whole) return
  try {
    const { writePlanFile } = await import('#domain/exchange/plan-file.ts')
    const target = await bridge().fileChooseTarget({
      suggestedName: `${whole.meta.name.slice(0, 120)}.roadbook`,
      format: 'roadbook',
    })
    if (!target.ok) {
      if (target.code !== 'cancelled') toast(target.message, { tone: 'bad' })
      return
    }
    const { appVersion } = await bridge().appInfo(undefined)
    const text = writePlanFile(thingsOf(whole), {
      savedAt: now(),
      app: appVersion,
      ...(head && !unsaved ? { head, lineage: await planLineage() } : {}),
    })
    const bytes = new TextEncoder().encode(text)
    const written = await bridge().fileWrite({ token: target.token, bytes })
    if (!written.ok) {
      toast(written.message, { tone: 'bad' })
      return
    }
    toast(`Saved to ${written.place} (${fileSize(written.size)})`, {
      tone: 'good',
      action: {
        label: 'Show in folder',
        run: () => {
          void bridge().fileShow({ token: written.showToken })
        },
      },
    })
  } catch (error) {
    didNotWork(error)
  }
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
