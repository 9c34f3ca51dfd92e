import { bridge } from '#bridge/bridge.ts'
import { toast } from '#store/ui-store.ts'
import { fileSize } from './file-size.ts'

/** Says that something with files failed; the plan is never touched by it. */
export function didNotWork(error: unknown): void {
  const why = error instanceof Error ? error.message : String(error)
  toast(`That did not work: ${why} Your plan is as it was.`, { tone: 'bad' })
}

/**
 * Asks where a file goes, writes it and says where it is and how large. The text is made after the place
 * was chosen. Whatever fails is said as a failure.
 */
export async function saveTextFile(
  target: { readonly suggestedName: string; readonly format: 'roadbook' | 'ics' },
  textOf: () => string | Promise<string>,
): Promise<void> {
  try {
    const chosen = await bridge().fileChooseTarget(target)
    if (!chosen.ok) {
      if (chosen.code !== 'cancelled') toast(chosen.message, { tone: 'bad' })
      return
    }
    const bytes = new TextEncoder().encode(await textOf())
    const written = await bridge().fileWrite({ token: chosen.token, bytes })
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
