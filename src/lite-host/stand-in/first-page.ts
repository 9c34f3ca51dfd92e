import type { RunningBrowser } from '../browser/running-browser.ts'

let tell: (browser: RunningBrowser) => Promise<void> = () => Promise.resolve()
let isTold = false
let letGo: () => void = () => undefined
let gate: Promise<void> = Promise.resolve()

/** Runs once, when the app's page has loaded, or stands ready to load while it is held. */
export const onFirstPage = (listener: (browser: RunningBrowser) => Promise<void>): void => {
  tell = listener
}

/** Holds the first page back until `letFirstPageLoad`, so that a test can put its clock in before. */
export const holdFirstPage = (): void => {
  gate = new Promise((resolve) => (letGo = resolve))
}

export const letFirstPageLoad = (): void => letGo()

/** Waits while the first page is held. */
export const beforeFirstLoad = (browser: RunningBrowser, isHeld: boolean): Promise<void> => {
  if (isHeld) firstPageStands(browser)
  return gate
}

export const firstPageStands = (browser: RunningBrowser): void => {
  if (isTold) return
  isTold = true
  void tell(browser)
}
