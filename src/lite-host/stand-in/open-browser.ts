import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerRequests } from '../browser/answer-requests.ts'
import { APP_ORIGIN, LITE_ORIGIN } from '../browser/app-address.ts'
import { browserFlags } from '../browser/browser-flags.ts'
import { findBrowser } from '../browser/find-browser.ts'
import { freeProfile, noteBrowser } from '../browser/profile-lock.ts'
import { RunningBrowser, SilentBrowser } from '../browser/running-browser.ts'
import { hostOptions } from '../host-options.ts'
import { appPath, browserSwitches, PROFILE } from './app-paths.ts'
import { contentsOfFrame, contentsOfOpener } from './open-contents.ts'
import { defaultSession } from './session.ts'

type Place = {
  readonly width: number
  readonly height: number
  readonly x?: number | undefined
  readonly y?: number | undefined
}

let running: Promise<RunningBrowser> | null = null
const hidden = new Set<RunningBrowser>()

const settlePermissions = async (browser: RunningBrowser): Promise<void> => {
  for (const { name, granted } of defaultSession._permissions(APP_ORIGIN)) {
    await browser.devtools
      .send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
        origin: LITE_ORIGIN,
      })
      // An older browser may not know one of the names; what it does not know it does not grant.
      .catch(() => undefined)
  }
}

const start = async (place: Place, profile: string, isHidden: boolean): Promise<RunningBrowser> => {
  const path = findBrowser()
  if (path === null) {
    throw new Error('no Chromium, Chrome or Edge was found; ROADBOOK_BROWSER may name one')
  }
  const flags = browserFlags({
    ...place,
    profile,
    headless: isHidden || hostOptions.headless,
    port: !isHidden && hostOptions.port,
    isRoot: process.platform === 'linux' && process.getuid?.() === 0,
    switches: browserSwitches(),
  })
  const browser = new RunningBrowser(path, flags)
  browser.on('stranger', (url, targetId) => {
    contentsOfOpener()?._strangerOpened(url)
    void browser.devtools.send('Target.closeTarget', { targetId }).catch(() => undefined)
  })
  const version = await browser.ready(() =>
    answerRequests(browser.devtools, {
      handler: (frameId) =>
        (contentsOfFrame(frameId)?.session ?? defaultSession).protocol._handler('app'),
      // A window that main does not know is about to be closed and loads nothing.
      mayLoad: (paused) => contentsOfFrame(paused.frameId)?._mayLoad(paused) ?? false,
    }),
  )
  // For the about box.
  process.env['ROADBOOK_CHROMIUM_VERSION'] = version
  await settlePermissions(browser)
  return browser
}

const launch = async (place: Place): Promise<RunningBrowser> => {
  const profile = join(appPath('userData'), PROFILE)
  await freeProfile(profile)
  const browser = await start(place, profile, false).catch((error: unknown) => {
    if (!(error instanceof SilentBrowser)) throw error
    console.error(`roadbook: ${error.message}\nroadbook: it is started once more`)
    return start(place, profile, false)
  })
  if (browser.process.pid !== undefined) noteBrowser(profile, browser.process.pid)
  browser.on('exit', () => {
    running = null
  })
  return browser
}

/** The one browser of this process; the first window starts it in its place. */
export const openBrowser = (place: Place): Promise<RunningBrowser> => (running ??= launch(place))

/**
 * A browser that nobody sees, with a profile of its own that is gone afterwards: a hidden page inside the
 * person's browser can not be printed.
 */
export const openHiddenBrowser = async (place: Place): Promise<RunningBrowser> => {
  const profile = mkdtempSync(join(tmpdir(), 'roadbook-print-'))
  const browser = await start(place, profile, true)
  hidden.add(browser)
  browser.on('exit', () => {
    hidden.delete(browser)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  return browser
}

/** Closes every browser of this process, with what it has left on the disk. */
export const closeBrowsers = async (): Promise<void> => {
  const shown = await runningBrowser()
  const open = shown ? [shown, ...hidden] : [...hidden]
  await Promise.all(open.map((browser) => browser.close()))
}

/** The browser if one runs. */
export const runningBrowser = (): Promise<RunningBrowser | null> =>
  running ? running.catch(() => null) : Promise.resolve(null)
