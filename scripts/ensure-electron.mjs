// Plain Node, no dependencies of its own.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = 'node_modules/electron'
const FAILED = '.cache/electron-not-fetched'
const PATIENCE_MS = 60_000
const A_DAY_MS = 24 * 60 * 60 * 1_000

/** The path of Electron's runtime; null where it is not installed. */
export const electronPath = () => {
  const note = join(PACKAGE, 'path.txt')
  if (!existsSync(note)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist')
  const path = join(folder, readFileSync(note, 'utf8').trim())
  return existsSync(path) ? path : null
}

const failedLately = () =>
  existsSync(FAILED) && Date.now() - Number(readFileSync(FAILED, 'utf8')) < A_DAY_MS

const fetchRuntime = () =>
  new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let words = ''
    child.stderr.on('data', (chunk) => (words += chunk))
    const seconds = () => Math.round((Date.now() - started) / 1_000)
    const progress = setInterval(() => {
      if (process.stdout.isTTY) process.stdout.write(`\r  … ${seconds()} s`)
      else if (seconds() % 10 === 0) console.log(`  … ${seconds()} s`)
    }, 1_000)
    const patience = setTimeout(() => child.kill(), PATIENCE_MS)
    child.on('exit', (code) => {
      clearInterval(progress)
      clearTimeout(patience)
      if (process.stdout.isTTY) process.stdout.write('\r')
      const reason = words.trim().split('\n')[0] ?? ''
      resolve(code === 0 ? null : reason || `no answer in ${PATIENCE_MS / 1_000} s`)
    })
  })

/**
 * The path of Electron's runtime, fetched if need be; null where it can not be had, or where
 * `ROADBOOK_HOST=lite` asks for the lite host. A failed try is
 * remembered for a day, so that not every start has to wait for it.
 */
export const ensureElectron = async () => {
  if (process.env.ROADBOOK_HOST === 'lite') return null
  const installed = electronPath()
  if (installed) return installed
  if (failedLately()) return null
  console.log("Fetching Electron's runtime (about 110 MB, once; at most a minute) …")
  const reason = await fetchRuntime()
  const fetched = electronPath()
  if (reason === null && fetched) {
    rmSync(FAILED, { force: true })
    return fetched
  }
  mkdirSync('.cache', { recursive: true })
  writeFileSync(FAILED, String(Date.now()))
  console.log(`Electron's runtime could not be fetched (${reason}).`)
  console.log('Going on without it; the next try is in a day, or now with: npx install-electron')
  return null
}
