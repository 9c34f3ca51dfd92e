// Plain Node; needs the build.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const isDebianRoot = () =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  existsSync('/usr/bin/apt-get')

const advice = () => {
  if (process.platform === 'darwin') return 'Install Google Chrome, Chromium or Microsoft Edge.'
  if (process.platform === 'win32') return 'Install Microsoft Edge or Google Chrome.'
  return 'Install one, for example: sudo apt-get install chromium (Debian), sudo dnf install chromium (Fedora).'
}

/** The path of an installed Chromium, Chrome or Edge; installs Debian's where that is possible. */
export const ensureBrowser = async () => {
  const { findBrowser } = await import('../out/main/lite-host.js')
  const found = findBrowser()
  if (found) return found
  if (isDebianRoot()) {
    console.log('Installing chromium (apt-get) …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env })
    const installed = findBrowser()
    if (installed) return installed
  }
  console.error(
    `Roadbook needs Electron's runtime (npx install-electron) or an installed Chromium, Chrome or Edge, version 140 or newer. ${advice()} A browser in another place: ROADBOOK_BROWSER=/path/to/browser npm start`,
  )
  process.exit(1)
}
