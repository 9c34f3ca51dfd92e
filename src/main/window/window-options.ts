import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowPlace } from './window-place.ts'

/** Written out in full, so that no default of a later Electron can loosen it. */
const SAFE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const

export function windowOptions(input: {
  readonly place: WindowPlace
  readonly preload: string
  readonly isPackaged: boolean
  readonly isDark: boolean
}): BrowserWindowConstructorOptions {
  const { x, y, width, height } = input.place.bounds
  return {
    ...(x === undefined || y === undefined ? {} : { x, y }),
    width,
    height,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Roadbook',
    // The colours of the page, so that opening does not flash.
    backgroundColor: input.isDark ? '#14161a' : '#fbfaf7',
    webPreferences: { ...SAFE, preload: input.preload, devTools: !input.isPackaged },
  }
}

/** The facilitator's notes: as safe as the main window, and without a preload nothing of main is in reach. */
export function notesWindowOptions(input: {
  readonly bounds: WindowPlace['bounds']
  readonly isPackaged: boolean
  readonly isDark: boolean
}): BrowserWindowConstructorOptions {
  const { x, y, width, height } = input.bounds
  return {
    ...(x === undefined || y === undefined ? {} : { x, y }),
    width,
    height,
    minWidth: 480,
    minHeight: 400,
    title: 'Roadbook notes',
    backgroundColor: input.isDark ? '#14161a' : '#fbfaf7',
    webPreferences: { ...SAFE, devTools: !input.isPackaged },
  }
}

/** A window that nobody sees and in which no script runs. */
export function printWindowOptions(): BrowserWindowConstructorOptions {
  return {
    show: false,
    width: 1024,
    height: 768,
    webPreferences: { ...SAFE, javascript: false, devTools: false },
  }
}
