import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser/find-browser.ts'
import { launchHost, type LaunchedHost, type LaunchOptions } from './launch-host.ts'
import { runHost } from './run-host.ts'

export { findBrowser }

/** Starts the lite host in a process of its own, for tests and scripts. */
export const launchLiteHost = (options: LaunchOptions): Promise<LaunchedHost> =>
  launchHost(import.meta.filename, options)

const isEntry = process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename
if (isEntry) {
  runHost(join(import.meta.dirname, '..', '..'), process.argv.slice(2)).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
}
