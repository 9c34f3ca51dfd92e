// npm start: makes ready what is missing, then opens Roadbook. Plain Node, runs in a fresh clone.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureBuild } from './ensure-build.mjs'
import { ensureDependencies } from './ensure-dependencies.mjs'
import { ensureElectron } from './ensure-electron.mjs'

// npm runs scripts in the package's folder; files were named from where the person stands.
const from = process.env.INIT_CWD ?? process.cwd()
const args = process.argv
  .slice(2)
  .map((word) => (word.toLowerCase().endsWith('.roadbook') ? resolve(from, word) : word))
process.chdir(resolve(import.meta.dirname, '..'))

const isLinux = process.platform === 'linux'
if (isLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error(
    [
      'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.',
      '  With a virtual one:          xvfb-run -a npm start',
      '  Pictures of all the screens: npm run tour -- --out tour',
    ].join('\n'),
  )
  process.exit(1)
}

ensureDependencies()
ensureBuild()

const command = async () => {
  const electron = await ensureElectron()
  if (electron) {
    const asRoot = isLinux && process.getuid() === 0
    if (asRoot) console.log('Started as root: Electron runs without its sandbox (--no-sandbox).')
    return [electron, [...(asRoot ? ['--no-sandbox'] : []), '.', ...args]]
  }
  const browser = await ensureBrowser()
  console.log(`Opening Roadbook in the lite host with ${browser}. Ctrl+C quits.`)
  return [process.execPath, ['out/main/lite-host.js', ...args]]
}

const [program, words] = await command()
const child = spawn(program, words, { stdio: 'inherit' })
// Ctrl+C reaches the app as well, which saves first; this process waits for it.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
