import { expect, test as base, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startElectron, whyNoElectron } from './electron-driver.ts'
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

type HostFixtures = { readonly roadbook: Roadbook }

/** Playwright's test with the running app as `roadbook`; `page` is the page of its first start. */
export const test = base.extend<HostOptions & HostFixtures>({
  hostName: ['lite', { option: true }],
  startArgs: [[], { option: true }],
  startEnv: [{}, { option: true }],
  today: [null, { option: true }],

  roadbook: async ({ hostName, startArgs, startEnv, today }, use, testInfo) => {
    const why = hostName === 'electron' ? whyNoElectron() : null
    testInfo.skip(why !== null, why ?? '')

    const userData = mkdtempSync(join(tmpdir(), 'roadbook-e2e-'))
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
    let app = await start(startArgs)
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
      killAll: () =>
        end(() => {
          kill(app.mainPid)
          kill(app.browserPid)
        }),
      scriptDialogs: (script) => app.scriptDialogs(script),
      offOriginRequests: async () => (await app.offOrigin()).length,
      stoppedNavigations: () => app.stopped(),
      secondPage: () => app.secondPage(),
      menu: () => app.menu(),
      clickMenu: (idOrLabel) => app.clickMenu(idOrLabel),
      shownInFolder: () => app.shownInFolder(),
      output: () => app.output(),
    }
    await use(roadbook)
    // Whatever a test did: not one request may have asked for another place than the app.
    const strays = isRunning ? await app.offOrigin().catch(() => []) : []

    if (isRunning && testInfo.status !== testInfo.expectedStatus) {
      const picture = await app.page.screenshot({ timeout: 5_000 }).catch(() => null)
      if (picture) await testInfo.attach('page', { body: picture, contentType: 'image/png' })
      await testInfo.attach('main', { body: app.output(), contentType: 'text/plain' })
    }
    // A test is over when the app is. How it quits has tests of its own; here it would only take time.
    if (isRunning)
      await end(() => {
        kill(app.mainPid)
        kill(app.browserPid)
      })
    await removeFolder(userData)
    expect(strays, 'requests that left the app').toEqual([])
  },

  page: async ({ roadbook }, use) => use(roadbook.page),
})

export { expect }
