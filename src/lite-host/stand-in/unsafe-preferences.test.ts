import type { WebPreferences } from 'electron'
import { expect, it } from 'vitest'
import { printWindowOptions, windowOptions } from '#main/window/window-options.ts'
import { refuseUnsafe } from './unsafe-preferences.ts'

it.each<WebPreferences>([
  { sandbox: false },
  { contextIsolation: false },
  { webSecurity: false },
  { nodeIntegration: true },
  { nodeIntegrationInWorker: true },
  { nodeIntegrationInSubFrames: true },
  { allowRunningInsecureContent: true },
  { experimentalFeatures: true },
  { webviewTag: true },
  { navigateOnDragDrop: true },
  { enableBlinkFeatures: 'X' },
  { additionalArguments: ['--x'] },
  { preload: 'relative.cjs' },
  { preload: '/app/preload.mjs' },
])('refuses %o', (preferences) => {
  expect(() => refuseUnsafe(preferences)).toThrow('refused by the lite host')
})

it("takes the app's own windows", () => {
  const place = { bounds: { width: 1440, height: 900 }, isMaximised: false }
  const options = windowOptions({
    place,
    preload: '/app/out/preload/index.cjs',
    isPackaged: true,
    isDark: false,
  })
  expect(() => refuseUnsafe(options.webPreferences ?? {})).not.toThrow()
  expect(() => refuseUnsafe(printWindowOptions().webPreferences ?? {})).not.toThrow()
})
