#!/usr/bin/env node
// `npm run -s report -- INPUT --kind review --format html,md,pdf --out DIR`: builds the app when out/ is
// missing or older than its sources, then runs the built command. What the build says goes to stderr.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const built = join(root, 'out', 'main', 'report.js')

const isStale = () => {
  if (!existsSync(built)) return true
  const { mtimeMs } = statSync(built)
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const inputs = [...sources, join(root, 'package.json'), join(root, 'electron.vite.config.ts')]
  return inputs.some((file) => statSync(file).mtimeMs > mtimeMs)
}

const run = (command, args, options) => {
  const { status, error } = spawnSync(command, args, options)
  if (error) console.error(error.message)
  return status ?? 1
}

if (isStale()) {
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (!existsSync(vite)) {
    console.error('The dependencies are not installed. Run `npm ci` first, or `npm start` once.')
    process.exit(1)
  }
  const status = run(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    console.error('The build failed, so there is no report. Nothing was written.')
    process.exit(1)
  }
}
// npm runs scripts in the package's folder; paths on the command line mean the folder of the person.
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exit(run(process.execPath, [built, ...process.argv.slice(2)], { cwd, stdio: 'inherit' }))
