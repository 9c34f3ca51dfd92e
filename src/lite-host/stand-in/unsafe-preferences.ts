import type { WebPreferences } from 'electron'
import { isAbsolute } from 'node:path'

/** Preferences that must not have this value; a missing one is Electron's safe default. */
const REFUSED: readonly (readonly [keyof WebPreferences, boolean])[] = [
  ['sandbox', false],
  ['contextIsolation', false],
  ['webSecurity', false],
  ['nodeIntegration', true],
  ['nodeIntegrationInWorker', true],
  ['nodeIntegrationInSubFrames', true],
  ['allowRunningInsecureContent', true],
  ['experimentalFeatures', true],
  ['webviewTag', true],
  ['navigateOnDragDrop', true],
]

/** Throws where a window is asked for that Electron would open, but that is not safe. */
export const refuseUnsafe = (preferences: WebPreferences): void => {
  for (const [name, value] of REFUSED) {
    if (preferences[name] === value) {
      throw new Error(`refused by the lite host: webPreferences.${name} = ${String(value)}`)
    }
  }
  for (const name of [
    'enableBlinkFeatures',
    'disableBlinkFeatures',
    'additionalArguments',
  ] as const) {
    if (preferences[name] !== undefined) {
      throw new Error(`refused by the lite host: webPreferences.${name}`)
    }
  }
  const { preload } = preferences
  if (preload !== undefined && !(isAbsolute(preload) && preload.endsWith('.cjs'))) {
    throw new Error('refused by the lite host: the preload must be one absolute .cjs path')
  }
}
