import type { Page } from '@playwright/test'

export type StartOptions = {
  /** Folder with package.json and out/ of the app. */
  readonly root: string
  readonly userData: string
  /** The words after the program's name, for example a plan file. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** The day that the page believes to be today (ten o'clock); null for the real one. */
  readonly today: string | null
  /** Resolves as soon as the page begins to load: for a test that is interested in the start itself. */
  readonly isEarly: boolean
  /** Called with the page before it loads, where the host allows that. */
  readonly watch: (page: Page) => void
}

export type DialogScript = {
  /** Paths for the open dialogs to come, in order; without one a dialog is cancelled. */
  readonly open?: readonly string[]
  /** Paths for the save dialogs to come. */
  readonly save?: readonly string[]
  /** Numbers of buttons for the questions to come. */
  readonly message?: readonly number[]
}

/** One running app on either host. */
export type RunningApp = {
  readonly page: Page
  readonly mainPid: number
  readonly browserPid: number
  /** Resolves when the process of main is gone. */
  readonly exited: Promise<number | null>
  readonly scriptDialogs: (script: DialogScript) => Promise<void>
  /** Addresses outside the app that the page asked for. */
  readonly offOrigin: () => Promise<readonly string[]>
  /** Navigations and windows that were stopped. */
  readonly stopped: () => Promise<readonly string[]>
  /** The whole app once more on the same profile, in a window that main did not open. */
  readonly secondPage: () => Promise<Page>
  readonly menu: () => Promise<unknown>
  readonly clickMenu: (idOrLabel: string) => Promise<boolean>
  /** Paths that were shown in the file manager. */
  readonly shownInFolder: () => Promise<readonly string[]>
  /** As the menu's quit: the app saves first. */
  readonly quit: () => Promise<void>
  /** What main has written to its standard streams. */
  readonly output: () => string
  /** Lets go of the page without touching the app. */
  readonly detach: () => Promise<void>
}

/** How the page's clock is set: only `Date` is replaced, timers stay real. */
export const setToday = async (page: Page, today: string | null): Promise<void> => {
  if (today !== null) await page.clock.setFixedTime(new Date(`${today}T10:00:00`))
}
