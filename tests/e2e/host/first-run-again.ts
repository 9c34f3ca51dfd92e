import type { Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bridge } from '#shared/ipc-contract.ts'
import { setToday } from './host-driver.ts'

type Size = { readonly width: number; readonly height: number }

/** How large the page is. */
export const sizeOf = (page: Page): Promise<Size> =>
  page.evaluate(() => ({ width: innerWidth, height: innerHeight }))

/** Takes all plans, the database and what the page keeps away, and loads the page anew. */
export async function backToFirstRun(
  page: Page,
  userData: string,
  today: string | null,
  size: Size,
): Promise<void> {
  for (const other of page.context().pages()) if (other !== page) await other.close()
  await page.evaluate(async () => {
    const { roadbook } = window as unknown as { readonly roadbook: Bridge }
    // The app lets go of a database that is deleted, and writes nothing any more.
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('roadbook')
      request.onsuccess = resolve
      request.onerror = () => reject(request.error ?? new Error('no answer'))
      setTimeout(() => reject(new Error('somebody holds the database')), 5_000)
    })
    const listed = await roadbook.journalList(undefined)
    if (!listed.ok) throw new Error(listed.message)
    for (const { planId, deleted } of listed.plans) {
      if (deleted) throw new Error('the trash is not empty')
      const moved = await roadbook.journalTrash({ planId, deleted: true })
      if (!moved.ok) throw new Error(moved.message)
    }
    localStorage.clear()
    sessionStorage.clear()
  })
  rmSync(join(userData, 'trash'), { recursive: true, force: true })
  await page.emulateMedia({
    ...{ media: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null },
  })
  const now = await sizeOf(page)
  if (now.width !== size.width || now.height !== size.height) await page.setViewportSize(size)
  await setToday(page, today)
  await page.reload()
  await page.getByRole('button', { name: /^Start empty/ }).waitFor({ timeout: 20_000 })
}
