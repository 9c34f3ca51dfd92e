import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { garage, saved } from '../faults/app/driving.ts'
import { largeFile } from '../faults/app/large-file.ts'
import { longLife } from '../faults/app/long-life.ts'
import { isLong, record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const SIZES = [5_000, 20_000] as const
const HISTORY = 20_000
const EDITS = 120
const MANY = 10_000
/** A slow machine makes fewer of them; the table says how many. */
const PATIENCE_MS = 120_000

const tell = (what: string, value: number, unit: string, bar: number | null) => {
  const time = { value: Math.round(value * 10) / 10, unit, bar }
  record({ promise: 'P14', what, tried: 1, survived: 1, lost: 0, seed: null, time })
}
const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN

/** When the first initiative stood on the map, counted from the page's load; two minutes stand for never. */
const shown = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const isThere = document.querySelector('[data-map] [data-kind="initiative"]')
          if (isThere || performance.now() > 120_000) resolve(performance.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
  )

/** One undo or redo by keyboard: until the first changed frame, and until the pill says that it is saved. */
async function edit(page: Page, keys: string) {
  const times = page.evaluate(
    () =>
      new Promise<{ visible: number; saved: number }>((resolve) => {
        addEventListener(
          'keydown',
          function once(event) {
            if (!event.ctrlKey || event.key.toLowerCase() !== 'z') return
            removeEventListener('keydown', once, true)
            const start = event.timeStamp
            let visible = 0
            // The page answers a key before the next frame: from then on the pill speaks of this edit.
            const look = () => {
              const pill = document.querySelector('[data-save]')
              const isLate = performance.now() - start > 20_000
              if (pill?.getAttribute('data-save') !== 'saved' && !isLate) setTimeout(look, 2)
              else resolve({ visible, saved: performance.now() - start })
            }
            const changed = () => {
              observer.disconnect()
              clearTimeout(never)
              requestAnimationFrame(() => {
                visible = performance.now() - start
                look()
              })
            }
            const observer = new MutationObserver(changed)
            // A step that changes nothing on the screen must not hold the rest.
            const never = setTimeout(changed, 20_000)
            observer.observe(document.body, { subtree: true, childList: true, attributes: true })
          },
          true,
        )
      }),
  )
  await page.keyboard.press(keys)
  return times
}

const heapMb = async (page: Page): Promise<number> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  await cdp.detach()
  return usedSize / 1e6
}

/** So many undos and redos as fast as the page takes them; gives how many there was time for. */
const editMany = (page: Page, count: number): Promise<number> =>
  page.evaluate(
    async ({ most, patienceMs }) => {
      const until = performance.now() + patienceMs
      for (let at = 1; at <= most; at++) {
        if (performance.now() > until) return at - 1
        const key = { key: 'z', code: 'KeyZ', ctrlKey: true, shiftKey: at % 2 === 0 }
        const event = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true })
        document.body.dispatchEvent(event)
        if (at % 10 === 0) await new Promise((next) => requestAnimationFrame(next))
      }
      return most
    },
    { most: count, patienceMs: PATIENCE_MS },
  )

// Only the long set measures: these figures are told, they fail nothing.
if (isLong)
  for (const rows of SIZES)
    test(`times with ${String(rows)} rows and ${String(HISTORY)} steps`, async ({
      roadbook,
      page,
    }) => {
      test.setTimeout(1_200_000)
      const size = `${rows.toLocaleString('en-US')} rows, ${HISTORY.toLocaleString('en-US')} steps`
      const isStretch = rows > 5_000
      await expect(page.getByRole('button', { name: /^Start empty/ })).toBeVisible()
      await roadbook.close()
      await longLife(roadbook.userData, rows, HISTORY)

      const rebuilt = await shown(await roadbook.relaunch())
      tell(`rebuilt from the journal alone, ${size}`, rebuilt, 'ms', isStretch ? null : 3_000)
      await saved(roadbook.page)
      const opens: number[] = []
      for (let time = 0; time < 3; time++) opens.push(await shown(await roadbook.relaunch()))
      const now = roadbook.page
      await saved(now)
      tell(`open, ${size}`, opens.sort((a, b) => a - b)[1] ?? 0, 'ms', isStretch ? 4_000 : 1_500)

      await expect(now.getByRole('button', { name: /^Undo/ }).first()).toBeEnabled()
      const edits: { readonly visible: number; readonly saved: number }[] = []
      const until = performance.now() + PATIENCE_MS
      for (let at = 0; at < EDITS && performance.now() < until; at++) {
        edits.push(await edit(now, at % 2 === 0 ? 'Control+z' : 'Control+Shift+z'))
      }
      tell(
        `an edit is visible, p95 of ${String(edits.length)}, ${size}`,
        p95(edits.map((one) => one.visible)),
        'ms',
        isStretch ? null : 50,
      )
      tell(
        `an edit is saved, p95 of ${String(edits.length)}, ${size}`,
        p95(edits.map((one) => one.saved)),
        'ms',
        isStretch ? null : 150,
      )
      if (isStretch) return

      const before = await heapMb(now)
      tell(`heap with the plan open, ${size}`, before, 'MB', null)
      const many = await editMany(now, MANY)
      await saved(now)
      const grown = (await heapMb(now)) - before
      tell(`heap added by ${many.toLocaleString('en-US')} edits`, grown, 'MB', 50)

      const folder = mkdtempSync(join(tmpdir(), 'roadbook-load-'))
      const file = join(folder, 'large.roadbook')
      writeFileSync(file, largeFile(5_000))
      await roadbook.scriptDialogs({ open: [file] })
      await now.keyboard.press('ControlOrMeta+Shift+O')
      const button = now.getByRole('button', { name: /^Open as a/ })
      await expect(button).toBeEnabled({ timeout: 120_000 })
      const started = performance.now()
      await button.click()
      await expect(now.getByRole('dialog')).toHaveCount(0, { timeout: 120_000 })
      await expect(garage(now)).toBeVisible({ timeout: 120_000 })
      await saved(now)
      tell(
        'import of 5,000 rows, from the click until saved',
        performance.now() - started,
        'ms',
        3_000,
      )
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    })
