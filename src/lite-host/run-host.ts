import { register } from 'node:module'
import { pathToFileURL } from 'node:url'
import { openControl, tellReady } from './control-channel.ts'
import { builtFile, hostOptions, readHostOptions } from './host-options.ts'
import { app } from './stand-in/app.ts'
import { becomeReady } from './stand-in/app-ready.ts'
import { holdFirstPage, onFirstPage } from './stand-in/first-page.ts'

/** Runs on the loader's own thread: only what main itself imports as `electron` is changed. */
const loaderHook = (standIn: string) => `
export const resolve = (specifier, context, next) =>
  specifier === 'electron'
    ? { url: ${JSON.stringify(standIn)}, shortCircuit: true }
    : next(specifier, context)
`

const quitOnSignal = (): void => {
  let asked = 0
  const onSignal = () => {
    asked += 1
    // Who asks twice does not want to wait.
    if (asked > 1) app.exit(130)
    else app.quit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
}

/** Loads the built main with `electron` resolved to the stand-in, and opens its window in the browser. */
export const runHost = async (root: string, argv: readonly string[]): Promise<void> => {
  readHostOptions(root, argv)
  const standIn = pathToFileURL(builtFile('main', 'electron-stand-in.js')).href
  register(`data:text/javascript,${encodeURIComponent(loaderHook(standIn))}`)
  process.argv = [process.execPath, root, ...hostOptions.args]
  openControl()
  if (hostOptions.hold) holdFirstPage()
  quitOnSignal()
  onFirstPage(async (browser) => {
    if (!hostOptions.port) return
    const cdp = await browser.endpoint
    if (!hostOptions.controlled) console.log(`DevTools: ${cdp}`)
    tellReady(cdp)
  })
  const main = pathToFileURL(builtFile('main', 'index.js')).href
  await import(/* @vite-ignore */ main)
  becomeReady()
}
