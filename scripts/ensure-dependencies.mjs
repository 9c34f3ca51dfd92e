// Plain Node, no dependencies: runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const packagesIn = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages

/** npm writes down what it has installed; that must be what the lock file names now. */
const isInstalled = () => {
  try {
    const installed = packagesIn('node_modules/.package-lock.json')
    return Object.entries(packagesIn('package-lock.json')).every(
      ([path, wanted]) =>
        path === '' ||
        wanted.optional ||
        wanted.devOptional ||
        installed[path]?.version === wanted.version,
    )
  } catch {
    return false
  }
}

/** Installs the dependencies, when they are missing or not those of package-lock.json. */
export const ensureDependencies = () => {
  if (isInstalled()) return
  // Standard output belongs to the command that needs them.
  console.error('Installing the dependencies (npm ci) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error(
    'The dependencies could not be installed. A first start needs the npm registry; see the lines above.',
  )
  process.exit(1)
}
