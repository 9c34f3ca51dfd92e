import type { RunningBrowser } from '../browser/running-browser.ts'

let tell: (browser: RunningBrowser) => Promise<void> = () => Promise.resolve()
let isTold = false

/** Runs once, when the app's page has loaded for the first time. */
export const onFirstPage = (listener: (browser: RunningBrowser) => Promise<void>): void => {
  tell = listener
}

export const firstPageLoaded = (browser: RunningBrowser): void => {
  if (isTold) return
  isTold = true
  void tell(browser)
}
