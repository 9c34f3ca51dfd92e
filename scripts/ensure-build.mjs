// Plain Node, no dependencies of its own.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MADE = [
  'out/main/index.js',
  'out/main/lite-host.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const MADE_FROM = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

const newest = (path) => {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const isBuilt = () => {
  if (!MADE.every((file) => existsSync(file))) return false
  const oldestMade = Math.min(...MADE.map((file) => statSync(file).mtimeMs))
  return Math.max(...MADE_FROM.map(newest)) <= oldestMade
}

/** Builds main, preload and renderer, when out/ is missing or older than its sources. */
export const ensureBuild = () => {
  if (isBuilt()) return
  // Standard output belongs to the command that is built.
  console.error('Building …')
  const built = spawnSync(
    process.execPath,
    ['node_modules/electron-vite/dist/cli.js', 'build', '--logLevel', 'warn'],
    { encoding: 'utf8' },
  )
  if (built.status === 0) return
  console.error(`${built.stdout}\n${built.stderr}\nThe build failed.`)
  process.exit(1)
}

if (process.argv[1] === import.meta.filename) ensureBuild()
