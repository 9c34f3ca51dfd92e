import type { Roadbook } from '../../e2e/host/fixtures.ts'

const VICTIMS = ['killBrowser', 'killAll', 'killMain', 'killBrowser', 'killAll'] as const

/** Kills the browser, main or both, in turn; in Electron main is the browser. */
export const killOne = (app: Roadbook, trial: number): Promise<void> =>
  app[VICTIMS[trial % VICTIMS.length] ?? 'killAll']()
