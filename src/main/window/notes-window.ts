import { BrowserWindow, nativeTheme, screen } from 'electron'
import { NOTES_URL } from './url-policy.ts'
import { notesWindowOptions } from './window-options.ts'
import { notesBounds } from './window-place.ts'

export type NotesWindow = {
  /** Opens the notes, or brings them to the front when they are open. */
  readonly open: () => Promise<void>
}

/** The facilitator's second window. It goes when the main one goes; its own closing changes nothing. */
export function createNotesWindow(ports: {
  readonly isPackaged: boolean
  readonly main: () => BrowserWindow | null
}): NotesWindow {
  let window: BrowserWindow | null = null

  return {
    open: async () => {
      if (window && !window.isDestroyed()) {
        if (window.isMinimized()) window.restore()
        window.show()
        window.focus()
        return
      }
      const owner = ports.main()
      if (!owner) return
      const workAreas = screen.getAllDisplays().map((display) => display.workArea)
      const fresh = new BrowserWindow(
        notesWindowOptions({
          bounds: notesBounds(owner.getBounds(), workAreas),
          isPackaged: ports.isPackaged,
          isDark: nativeTheme.shouldUseDarkColors,
        }),
      )
      window = fresh
      const close = () => {
        if (!fresh.isDestroyed()) fresh.destroy()
      }
      owner.once('closed', close)
      fresh.on('closed', () => {
        if (window === fresh) window = null
        if (!owner.isDestroyed()) owner.removeListener('closed', close)
      })
      fresh.webContents.on('render-process-gone', close)
      await fresh.loadURL(NOTES_URL)
    },
  }
}
