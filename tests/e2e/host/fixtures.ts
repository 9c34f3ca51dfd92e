import { expect, test as base, type Page, type TestInfo } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startElectron, whyNoElectron } from './electron-driver.ts'
import { backToFirstRun, sizeOf } from './first-run-again.ts'
import type { DialogScript, RunningApp } from './host-driver.ts'
import { startLite } from './lite-driver.ts'

export type HostOptions = {
  /** Which host runs the app; set by the project. */
  hostName: 'lite' | 'electron'
  /** Words on the app's command line at its first start. */
  startArgs: readonly string[]
  /** Environment of the app. */
  startEnv: Readonly<Record<string, string>>
  /** The day that the page believes to be today, as `2026-03-02`; null for the real one. */
  today: string | null
  /** What lies in the data folder before the first start; its `end` comes when the app is gone. */
  dataFolder: DataFolder
  /**
   * Tests of one file go on in the same running app: each begins at the first run, with a page that has just
   * loaded, an empty database and no plan on the disk. For what neither start nor end is asked about.
   */
  isShared: boolean
}

/** Lays things into a data folder before anything runs. */
export type DataFolder = {
  readonly lay?: (userData: string) => unknown
  readonly end?: () => void
}

/** The app under test, with everything that may happen to it from outside. */
export type Roadbook = {
  readonly hostName: 'lite' | 'electron'
  readonly userData: string
  /** The page of the running app; another object after `relaunch`. */
  readonly page: Page
  /** Errors that pages wrote to the console or threw, over all starts. */
  readonly problems: readonly string[]
  /** Starts the app again on the same data, after it was closed or killed (a running one is closed first). */
  readonly relaunch: (args?: readonly string[]) => Promise<Page>
  /** From the next start on another build runs: that of a folder with package.json and out/. */
  readonly install: (folder: string) => void
  /** The same, but resolves as soon as the page begins to load. */
  readonly relaunchEarly: () => Promise<Page>
  /** A second start while the first runs; resolves when it has handed over and ended. */
  readonly startSecond: (args: readonly string[]) => Promise<void>
  /** Quits as the menu does and waits for the end. */
  readonly close: () => Promise<void>
  /** Closes the window as its owner does and waits until the app has ended. */
  readonly closeWindow: () => Promise<void>
  /** Ctrl+C in the terminal, and waits until the app has ended. */
  readonly interrupt: () => Promise<void>
  /** Ctrl+C that also takes the display away: the browser is gone before its page can answer. Lite host only. */
  readonly interruptWithDisplay: () => Promise<void>
  /** SIGKILL of the browser alone. In Electron main is the browser. */
  readonly killBrowser: () => Promise<void>
  /** SIGKILL of main alone. */
  readonly killMain: () => Promise<void>
  /** SIGKILL of both at once. */
  readonly killAll: () => Promise<void>
  readonly scriptDialogs: (script: DialogScript) => Promise<void>
  /** How many requests left the app's own origin. Must be 0. */
  readonly offOriginRequests: () => Promise<number>
  /** Addresses of navigations and windows that were stopped. */
  readonly stoppedNavigations: () => Promise<readonly string[]>
  /** The whole app once more on the same profile, in a window that main did not open. */
  readonly secondPage: () => Promise<Page>
  readonly menu: () => Promise<unknown>
  readonly clickMenu: (idOrLabel: string) => Promise<boolean>
  readonly shownInFolder: () => Promise<readonly string[]>
  /** What main wrote to its standard streams since the last start. */
  readonly output: () => string
}

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Already gone, which is what we want.
  }
}

/** Children of what was killed may write into the folder for a moment yet: it is emptied until it stays empty. */
async function removeFolder(folder: string): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch (error) {
      if (tries === 100) throw error
      await new Promise((later) => setTimeout(later, 100))
    }
}

const gone = async (app: RunningApp): Promise<void> => {
  await app.exited
  await app.detach().catch(() => undefined)
}

type Options = Omit<HostOptions, 'isShared'>

/** An app that was started for a test. */
type Run = {
  readonly roadbook: Roadbook
  /** Leads back to the first run; false where that cannot be. */
  readonly reset: () => Promise<boolean>
  /** Requests that have left the app until now. */
  readonly strays: () => Promise<readonly string[]>
  /** A picture and the words of main for who looks why a test failed. */
  readonly attach: (testInfo: TestInfo) => Promise<void>
  /** Ends the app, however it is, and takes its folder away. */
  readonly finish: () => Promise<void>
}

async function startRun(options: Options): Promise<Run> {
  const { hostName, startArgs, startEnv, today, dataFolder } = options
  const userData = mkdtempSync(join(tmpdir(), 'roadbook-e2e-'))
  await dataFolder.lay?.(userData)
  const problems: string[] = []
  let root = '.'
  const startHost = hostName === 'electron' ? startElectron : startLite
  const watch = (page: Page) => {
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
  }
  const start = async (args: readonly string[], isEarly = false): Promise<RunningApp> => {
    const started = await startHost({
      root,
      userData,
      args,
      env: startEnv,
      today,
      isEarly,
      watch,
    })
    if (isEarly) return started
    // As a person does: no key before there is something to see. A start that fails shows nothing to press.
    const sight = started.page.getByRole('button').first()
    await sight.waitFor({ timeout: 10_000 }).catch(() => undefined)
    return started
  }
  let app = await start(startArgs).catch((error: unknown) => {
    dataFolder.end?.()
    throw error
  })
  let isRunning = true
  const end = async (how: () => unknown) => {
    isRunning = false
    await how()
    await gone(app)
  }

  const again = async (args: readonly string[], isEarly = false): Promise<Page> => {
    if (isRunning) await end(app.quit)
    app = await start(args, isEarly)
    isRunning = true
    return app.page
  }
  const killBoth = () => {
    kill(app.mainPid)
    kill(app.browserPid)
  }

  const roadbook: Roadbook = {
    hostName,
    userData,
    get page() {
      return app.page
    },
    problems,
    relaunch: (args = []) => again(args),
    relaunchEarly: () => again([], true),
    install: (folder) => {
      root = folder
    },
    startSecond: async (args) => {
      const opened = await start(args).catch(() => null)
      if (opened === null) return
      kill(opened.mainPid)
      throw new Error('the second start opened a window')
    },
    close: () => end(app.quit),
    closeWindow: () => end(() => app.page.close()),
    interrupt: () => end(() => process.kill(app.mainPid, 'SIGINT')),
    interruptWithDisplay: () =>
      end(async () => {
        process.kill(app.browserPid, 'SIGSTOP')
        process.kill(app.mainPid, 'SIGINT')
        await new Promise((asked) => setTimeout(asked, 300))
        kill(app.browserPid)
      }),
    killBrowser: () => end(() => kill(app.browserPid)),
    killMain: () => end(() => kill(app.mainPid)),
    killAll: () => end(killBoth),
    scriptDialogs: (script) => app.scriptDialogs(script),
    offOriginRequests: async () => (await app.offOrigin()).length,
    stoppedNavigations: () => app.stopped(),
    secondPage: () => app.secondPage(),
    menu: () => app.menu(),
    clickMenu: (idOrLabel) => app.clickMenu(idOrLabel),
    shownInFolder: () => app.shownInFolder(),
    output: () => app.output(),
  }
  const size = await sizeOf(app.page)
  return {
    roadbook,
    reset: async () => {
      if (!isRunning || app.page.isClosed()) return false
      await backToFirstRun(app.page, userData, today, size)
      problems.length = 0
      return true
    },
    strays: async () => (isRunning ? app.offOrigin().catch(() => []) : []),
    attach: async (testInfo) => {
      if (!isRunning) return
      const picture = await app.page.screenshot({ timeout: 5_000 }).catch(() => null)
      if (picture) await testInfo.attach('page', { body: picture, contentType: 'image/png' })
      await testInfo.attach('main', { body: app.output(), contentType: 'text/plain' })
    },
    finish: async () => {
      // How the app quits has tests of its own; here it would only take time.
      if (isRunning) await end(killBoth)
      dataFolder.end?.()
      await removeFolder(userData)
    },
  }
}

type HostFixtures = { readonly roadbook: Roadbook }
/** An app that the next test of the same file may go on with, and what it was started with. */
type Kept = { run: Run; key: string } | null

/** Playwright's test with the running app as `roadbook`; `page` is the page of its first start. */
export const test = base.extend<HostOptions & HostFixtures, { readonly shelf: { kept: Kept } }>({
  hostName: ['lite', { option: true }],
  startArgs: [[], { option: true }],
  startEnv: [{}, { option: true }],
  today: [null, { option: true }],
  dataFolder: [{}, { option: true }],
  isShared: [false, { option: true }],

  shelf: [
    async ({}, use) => {
      const shelf: { kept: Kept } = { kept: null }
      await use(shelf)
      await shelf.kept?.run.finish()
    },
    { scope: 'worker' },
  ],

  roadbook: async (
    { hostName, startArgs, startEnv, today, dataFolder, isShared, shelf },
    use,
    testInfo,
  ) => {
    const why = hostName === 'electron' ? whyNoElectron() : null
    testInfo.skip(why !== null, why ?? '')

    const key = JSON.stringify([testInfo.file, hostName, startArgs, startEnv, today])
    const { kept } = shelf
    shelf.kept = null
    const goesOn = isShared && kept?.key === key && (await kept.run.reset().catch(() => false))
    if (!goesOn) await kept?.run.finish()
    const run =
      goesOn && kept
        ? kept.run
        : await startRun({ hostName, startArgs, startEnv, today, dataFolder })
    await use(run.roadbook)
    // Whatever a test did: not one request may have asked for another place than the app.
    const strays = await run.strays()
    const isWell = testInfo.status === testInfo.expectedStatus && strays.length === 0
    if (!isWell) await run.attach(testInfo)
    if (isShared && isWell) shelf.kept = { run, key }
    else await run.finish()
    expect(strays, 'requests that left the app').toEqual([])
  },

  page: async ({ roadbook }, use) => use(roadbook.page),
})

export { expect }
