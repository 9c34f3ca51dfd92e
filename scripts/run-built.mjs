// Runs a built command (out/main/NAME.js) in the folder of the person; builds first when out/ is stale.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'

const root = resolve(import.meta.dirname, '..')

/** Ends this process with the command's own exit code. Paths mean the folder where npm was called. */
export const runBuilt = (name) => {
  if (!existsSync(join(root, 'node_modules', 'electron-vite'))) {
    console.error('The dependencies are not installed. Run `npm ci` first, or `npm start` once.')
    process.exit(1)
  }
  const cwd = process.env.INIT_CWD ?? process.cwd()
  process.chdir(root)
  ensureBuild()
  const { status, error } = spawnSync(
    process.execPath,
    [join(root, 'out', 'main', `${name}.js`), ...process.argv.slice(2)],
    { cwd, stdio: 'inherit' },
  )
  if (error) console.error(error.message)
  process.exit(status ?? 1)
}
