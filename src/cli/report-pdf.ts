import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserFlags } from '#lite-host/browser/browser-flags.ts'
import { findBrowser } from '#lite-host/browser/find-browser.ts'
import { RunningBrowser } from '#lite-host/browser/running-browser.ts'
import { printPage } from '#lite-host/stand-in/print-page.ts'
import { pdfOptions } from '#main/print/pdf-options.ts'
import type { Paper } from '#domain/report/options.ts'
import { whileShown } from './shown-page.ts'

type PdfInput = { readonly html: string; readonly paper: Paper; readonly footer: string }

export const NO_BROWSER =
  'A PDF needs an installed Chromium, Chrome or Edge, and none was found. Install one (on Debian: apt install chromium), name one in ROADBOOK_BROWSER, or leave pdf out of --format.'

/**
 * Prints a page to PDF exactly as the app does: a browser of its own without scripts, in which every
 * request is refused. Throws with a sentence for a person when there is no browser or it does not answer.
 */
export async function printReportPdf({ html, paper, footer }: PdfInput): Promise<Uint8Array> {
  return withBrowser(NO_BROWSER, async (browser) => {
    const page = await browser.firstPage()
    await page.setUp({ javascript: false, preloadSource: null })
    return whileShown(page, html, '.report', () =>
      printPage(page.devtools, pdfOptions({ paper, landscape: false, footer })),
    )
  })
}

/** Runs `use` with a browser of its own in which every request is refused; both are gone afterwards. */
export async function withBrowser<T>(
  missing: string,
  use: (browser: RunningBrowser) => Promise<T>,
): Promise<T> {
  const path = findBrowser()
  if (path === null) throw new Error(missing)
  const profile = await mkdtemp(join(tmpdir(), 'roadbook-report-'))
  const browser = new RunningBrowser(
    path,
    browserFlags({
      profile,
      headless: true,
      port: false,
      width: 900,
      height: 1200,
      isRoot: process.platform === 'linux' && process.getuid?.() === 0,
      switches: [],
    }),
  )
  try {
    await browser.ready(() => refuseRequests(browser))
    return await use(browser)
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

async function refuseRequests({ devtools }: RunningBrowser): Promise<void> {
  devtools.on('Fetch.requestPaused', ({ requestId }) => {
    devtools
      .send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
      // The page may be gone already, and its request with it.
      .catch(() => undefined)
  })
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}
