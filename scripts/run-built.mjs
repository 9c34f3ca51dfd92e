// Runs a built command (out/main/NAME.js) in the folder of the person; installs and builds what is missing.
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'
import { ensureDependencies } from './ensure-dependencies.mjs'

const root = resolve(import.meta.dirname, '..')

/** Ends this process with the command's own exit code. Paths mean the folder where npm was called. */
export const runBuilt = async (name, ready = () => undefined) => {
  const cwd = process.env.INIT_CWD ?? process.cwd()
  process.chdir(root)
  ensureDependencies()
  ensureBuild()
  await ready()
  const { status, error } = spawnSync(
    process.execPath,
    [join(root, 'out', 'main', `${name}.js`), ...process.argv.slice(2)],
    { cwd, stdio: 'inherit' },
  )
  if (error) console.error(error.message)
  process.exit(status ?? 1)
}
