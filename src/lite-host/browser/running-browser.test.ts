import { afterEach, expect, it } from 'vitest'
import { RunningBrowser } from './running-browser.ts'

const ADDRESS = 'ws://127.0.0.1:41234/devtools/browser/b84b8e45'

let browser: RunningBrowser | null = null
afterEach(() => browser?.process.kill('SIGKILL'))

/** A program in the place of the browser. */
const started = (script: string): RunningBrowser =>
  (browser = new RunningBrowser(process.execPath, ['-e', script]))

it.each([
  ['beside many other words', `process.stderr.write(line + 'Failed to connect. '.repeat(5_000))`],
  [
    'in two parts',
    `process.stderr.write(line.slice(0, 40)); setTimeout(() => process.stderr.write(line.slice(40)), 50)`,
  ],
])('finds the address %s', async (_, write) => {
  const script = `const line = 'DevTools listening on ${ADDRESS}\\n'; ${write}; setInterval(() => {}, 1_000)`
  expect(await started(script).endpoint).toBe(ADDRESS)
})

it('gives up a browser that does not answer, with its last words', async () => {
  const silent = started(`process.stderr.write('no bus\\n'); setInterval(() => {}, 1_000)`)
  const gone = new Promise((resolve) => silent.once('exit', () => resolve('gone')))
  await expect(silent.ready(() => Promise.resolve(), 1_000)).rejects.toThrow(
    /did not answer in 1 s:\nno bus/,
  )
  expect(await gone).toBe('gone')
})

it('says what a browser said that ends at once', async () => {
  const failing = started(`console.error('Missing library'); process.exit(1)`)
  await expect(failing.ready(() => Promise.resolve())).rejects.toThrow(
    /did not start:\nMissing library/,
  )
})
