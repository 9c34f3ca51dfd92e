import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { FilePorts } from '#main/files/disk.ts'
import type { EventName, EventPayload } from '#shared/ipc-contract.ts'
import type { CrashWatch } from './crash-watch.ts'
import { APP_URL } from './url-policy.ts'
import { windowOptions } from './window-options.ts'
import type { WindowPlace } from './window-place.ts'
import { clampPlace, readPlace, writePlace } from './window-place.ts'

/** Moving and sizing come in bursts; the place is written when the hand rests. */
const REST_MS = 500

export type MainWindow = {
  readonly window: () => BrowserWindow | null
  readonly open: () => Promise<void>
  readonly send: <E extends EventName>(name: E, payload: EventPayload<E>) => void
  readonly focus: () => void
  /** Writes the window's place now. */
  readonly rememberPlace: () => Promise<void>
}

export type MainWindowPorts = {
  readonly root: string
  readonly preload: string
  readonly isPackaged: boolean
  readonly files: FilePorts
  /** Asked at every attempt to close the window. */
  readonly mayClose: () => boolean
  /** The page is gone or another one takes its place: nobody listens. */
  readonly onUnloaded: () => void
  /** The window is gone, perhaps without having been asked: its browser died with the display. */
  readonly onClosed: () => void
  readonly crashes: CrashWatch
}

/** The one window: its place is remembered, a crash of its page brings it back. */
export function createMainWindow(ports: MainWindowPorts): MainWindow {
  let window: BrowserWindow | null = null
  let place: WindowPlace | null = null

  async function rememberPlace(): Promise<void> {
    if (place === null) return
    await writePlace(ports.root, place, ports.files).catch(() => {
      ports.files.log('the place of the window was not written')
    })
  }

  function watchPlace(shown: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined
    const note = () => {
      if (shown.isDestroyed() || shown.isMinimized()) return
      place = { bounds: shown.getNormalBounds(), isMaximised: shown.isMaximized() }
      clearTimeout(timer)
      timer = setTimeout(() => void rememberPlace(), REST_MS)
    }
    shown.on('resize', note)
    shown.on('move', note)
    shown.on('maximize', note)
    shown.on('unmaximize', note)
    shown.on('closed', () => {
      clearTimeout(timer)
    })
  }

  return {
    window: () => window,
    rememberPlace,

    open: async () => {
      const workAreas = screen.getAllDisplays().map((display) => display.workArea)
      const start = clampPlace(await readPlace(ports.root, ports.files), workAreas)
      const { preload, isPackaged } = ports
      const isDark = nativeTheme.shouldUseDarkColors
      const fresh = new BrowserWindow(windowOptions({ place: start, preload, isPackaged, isDark }))
      window = fresh
      fresh.once('ready-to-show', () => {
        if (start.isMaximised) fresh.maximize()
        fresh.show()
      })
      watchPlace(fresh)
      fresh.on('close', (event) => {
        if (!ports.mayClose()) event.preventDefault()
      })
      fresh.on('closed', () => {
        window = null
        ports.onUnloaded()
        ports.onClosed()
      })
      fresh.webContents.on('render-process-gone', (_event, details) => {
        ports.crashes.pageGone(details.reason, () => {
          if (!fresh.isDestroyed()) fresh.webContents.reload()
        })
      })
      fresh.webContents.on('did-navigate', ports.onUnloaded)
      // A reload that comes in between is no reason to end.
      await fresh.loadURL(APP_URL).catch(() => {
        ports.files.log('the page was not loaded')
      })
    },

    send: (name, payload) => {
      if (window && !window.isDestroyed()) window.webContents.send(`event:${name}`, payload)
    },

    focus: () => {
      if (!window) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
  }
}
