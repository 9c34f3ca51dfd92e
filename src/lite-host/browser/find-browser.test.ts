import { expect, it } from 'vitest'
import { findBrowser } from './find-browser.ts'

const on = (platform: string, env: Record<string, string>, ...installed: string[]) =>
  findBrowser({ platform, env, isExecutable: (path) => installed.includes(path) })

it.each([
  ['linux', { PATH: '/opt/bin:/usr/bin' }, '/opt/bin/google-chrome'],
  ['linux', {}, '/usr/bin/chromium'],
  ['linux', {}, '/snap/bin/chromium'],
  ['darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'],
  [
    'win32',
    { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
])('finds a browser on %s', (platform, env, path) => {
  expect(on(platform, env, path)).toBe(path)
})

it('takes Chromium before Chrome, wherever they are', () => {
  const both = ['/usr/local/bin/google-chrome', '/usr/bin/chromium'] as const
  expect(on('linux', { PATH: '/usr/local/bin' }, ...both)).toBe('/usr/bin/chromium')
})

it('takes the one that the person names, or none', () => {
  const env = { ROADBOOK_BROWSER: '/my/browser' }
  expect(on('linux', env, '/my/browser', '/usr/bin/chromium')).toBe('/my/browser')
  expect(on('linux', env, '/usr/bin/chromium')).toBeNull()
})

it('says so where there is none', () => {
  expect(on('linux', { PATH: '/usr/bin' })).toBeNull()
})
