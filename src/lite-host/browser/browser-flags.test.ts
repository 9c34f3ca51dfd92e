import { expect, it } from 'vitest'
import { browserFlags } from './browser-flags.ts'

const flags = (change: Partial<Parameters<typeof browserFlags>[0]> = {}) =>
  browserFlags({
    profile: '/data/lite-browser',
    headless: false,
    port: false,
    width: 1440,
    height: 900,
    isRoot: false,
    switches: [],
    ...change,
  })

it('keeps the sandbox for everybody but root', () => {
  expect(flags()).not.toContain('--no-sandbox')
  expect(flags({ isRoot: true })).toEqual(expect.arrayContaining(['--no-sandbox', '--test-type']))
})

it('opens a port only when asked', () => {
  expect(flags().join(' ')).not.toContain('--remote-debugging-port')
  expect(flags({ port: true })).toContain('--remote-debugging-port=0')
})

it('never changes how the browser keeps data', () => {
  expect(flags({ isRoot: true, headless: true }).join(' ')).not.toMatch(/IdbSqlite|web-security/)
})

it('leaves the place to the desktop unless both coordinates are known', () => {
  expect(flags({ x: 5 }).join(' ')).not.toContain('--window-position')
  expect(flags({ x: 5, y: 6 })).toContain('--window-position=5,6')
})
