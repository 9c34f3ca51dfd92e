import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '#lite-host/browser/find-browser.ts'

/** A page in a browser that knows nothing of Roadbook: a stranger's, who was sent a file. */
export async function inOwnBrowser<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('no browser to open the file in')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    return await use(await browser.newPage())
  } finally {
    await browser.close()
  }
}
