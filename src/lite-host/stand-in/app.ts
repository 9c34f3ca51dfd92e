import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hostOptions } from '../host-options.ts'
import { onlyListed } from '../only-listed.ts'
import { appendSwitch, appPath, browserSwitches, setAppPath } from './app-paths.ts'
import { isAppReady, whenAppReady } from './app-ready.ts'
import { closeBrowsers } from './open-browser.ts'
import { preventableEvent } from './preventable-event.ts'
import { freeLock, handedOver, takeLock } from './single-instance.ts'

type OpenWindow = { close: () => void; destroy: () => void; isDestroyed: () => boolean }

const events = new EventEmitter()
const windows = new Set<OpenWindow>()
let isQuitting = false
let isLeaving = false
let hasLock = false

const packageJson = () =>
  JSON.parse(readFileSync(join(hostOptions.root, 'package.json'), 'utf8')) as {
    readonly version: string
    readonly productName: string
  }

/** Nothing more is asked: the browser closes its files, then the process ends. */
const leave = async (code: number): Promise<void> => {
  if (isLeaving) return
  isLeaving = true
  await handedOver()
  await closeBrowsers()
  if (hasLock) freeLock()
  process.exit(code)
}

const leaveWhenEmpty = (): void => {
  const event = preventableEvent({})
  events.emit('will-quit', event)
  if (event.defaultPrevented) {
    isQuitting = false
    return
  }
  events.emit('quit', {}, 0)
  void leave(0)
}

/** Electron's order: before-quit, then every window may object, then will-quit, then quit. */
const quit = (): void => {
  if (isQuitting || isLeaving) return
  const event = preventableEvent({})
  events.emit('before-quit', event)
  if (event.defaultPrevented) return
  isQuitting = true
  for (const window of [...windows]) {
    if (!window.isDestroyed()) window.close()
    if (!window.isDestroyed()) {
      isQuitting = false
      return
    }
  }
  leaveWhenEmpty()
}

const api = {
  name: 'Roadbook',
  isPackaged: false,
  dock: undefined,
  commandLine: onlyListed('commandLine', {
    appendSwitch,
    hasSwitch: (name: string) => browserSwitches().some((one) => one.split('=')[0] === `--${name}`),
  }),
  isReady: isAppReady,
  whenReady: whenAppReady,
  quit,
  exit: (code = 0) => void leave(code),
  enableSandbox: () => {
    if (isAppReady()) throw new Error('app.enableSandbox() can only be called before app is ready')
  },
  getAppPath: () => hostOptions.root,
  getName: () => 'Roadbook',
  setName: (name: string) => {
    api.name = name
  },
  getVersion: () => packageJson().version,
  getPath: appPath,
  setPath: setAppPath,
  getLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  getPreferredSystemLanguages: () => [Intl.DateTimeFormat().resolvedOptions().locale],
  setAppUserModelId: () => undefined,
  setAboutPanelOptions: () => undefined,
  addRecentDocument: () => undefined,
  clearRecentDocuments: () => undefined,
  focus: () => undefined,
  requestSingleInstanceLock: () => {
    hasLock = takeLock(appPath('userData'), (argv, folder) => {
      events.emit('second-instance', {}, argv, folder, {})
    })
    return hasLock
  },
  hasSingleInstanceLock: () => hasLock,
  releaseSingleInstanceLock: () => {
    if (hasLock) freeLock()
    hasLock = false
  },
  on: (name: string, listener: (...args: unknown[]) => void) => events.on(name, listener),
  once: (name: string, listener: (...args: unknown[]) => void) => events.once(name, listener),
  off: (name: string, listener: (...args: unknown[]) => void) => events.off(name, listener),
  removeListener: (name: string, listener: (...args: unknown[]) => void) =>
    events.off(name, listener),
  removeAllListeners: (name?: string) => events.removeAllListeners(name),
  emit: (name: string, ...args: unknown[]) => events.emit(name, ...args),
}

void whenAppReady().then(() => events.emit('ready', {}, {}))

export const app = onlyListed('app', api)

/** A window was made: main's own rules for new pages come first. */
export const windowOpened = (window: OpenWindow, contents: unknown): void => {
  windows.add(window)
  events.emit('web-contents-created', {}, contents)
  events.emit('browser-window-created', {}, window)
}

/** After the last window Electron quits, unless main listens and decides itself. */
export const windowClosed = (): void => {
  for (const window of windows) if (window.isDestroyed()) windows.delete(window)
  if (windows.size > 0 || isQuitting || isLeaving) return
  if (events.listenerCount('window-all-closed') === 0) quit()
  else events.emit('window-all-closed')
}
