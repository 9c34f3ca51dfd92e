import type { Page } from '@playwright/test'
import type { Bridge } from '#shared/ipc-contract.ts'

/** A stream of changes; `acked` is the last step that main had acknowledged to the page. */
export type Storm = {
  readonly acked: () => number
  /** Titles that were typed while the app said "Saved" afterwards. */
  readonly savedTitles: () => readonly string[]
  readonly made: () => number
  /** Resolves when nothing is sent any more; errors of a killed page are swallowed. */
  readonly over: () => Promise<void>
}

const ACKED = 'storm: acknowledged '

/** Tells each step that main says is in the journal, from within the page, as fast as it can ask. */
function listen(page: Page): { readonly acked: () => number; readonly stop: () => void } {
  let acked = 0
  const onConsole = (message: { text: () => string }) => {
    const text = message.text()
    if (text.startsWith(ACKED)) acked = Math.max(acked, Number(text.slice(ACKED.length)))
  }
  page.on('console', onConsole)
  void page
    .evaluate(async (word) => {
      for (;;) {
        const listed = await (window as unknown as { roadbook: Bridge }).roadbook.journalList(
          undefined,
        )
        if (listed.ok)
          for (const { head } of listed.plans) if (head) console.log(`${word}${String(head.seq)}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }, ACKED)
    .catch(() => undefined)
  return { acked: () => acked, stop: () => page.off('console', onConsole) }
}

/** Undo and redo in turn, up to `perSecond` times, through the keys of the page. */
export function burst(page: Page, perSecond: number): Storm {
  const ears = listen(page)
  void page
    .evaluate((rate) => {
      let at = 0
      const started = performance.now()
      setInterval(() => {
        const due = ((performance.now() - started) * rate) / 1_000
        for (let sent = 0; at < due && sent < 20; sent++) {
          at += 1
          const key = { key: 'z', code: 'KeyZ', ctrlKey: true, shiftKey: at % 2 === 0 }
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }),
          )
        }
      }, 5)
    }, perSecond)
    .catch(() => undefined)
  return {
    acked: ears.acked,
    savedTitles: () => [],
    made: () => 0,
    over: () => Promise.resolve(ears.stop()),
  }
}

/** New initiatives typed into the Garage, about `perSecond` of them. */
export function typing(page: Page, perSecond: number, prefix: string): Storm {
  const ears = listen(page)
  const typed: string[] = []
  let saved = 0
  let isOver = false
  const run = async () => {
    const garage = page.getByRole('region', { name: 'Garage' })
    await garage.getByRole('button', { name: 'New initiative' }).click()
    const started = performance.now()
    while (!isOver) {
      const title = `${prefix}-${String(typed.length)}`
      await page.keyboard.insertText(title)
      await page.keyboard.press('Enter')
      typed.push(title)
      const state = await page.locator('[data-save]').first().getAttribute('data-save')
      if (state === 'saved') saved = typed.length
      const wait = (typed.length * 1_000) / perSecond - (performance.now() - started)
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  const ended = run().catch(() => undefined)
  return {
    acked: ears.acked,
    // The pill may speak of the state before the last title: that one does not count yet.
    savedTitles: () => typed.slice(0, Math.max(0, saved - 1)),
    made: () => typed.length,
    over: async () => {
      isOver = true
      await ended
      ears.stop()
    },
  }
}
