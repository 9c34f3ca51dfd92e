import type { BrowserWindow } from 'electron'
import { dialog, shell } from 'electron'
import type { Dialogs, Filter } from '#main/files/file-desk.ts'

export type SystemDialogs = Dialogs & {
  /** A folder, or null when the person cancels. */
  readonly chooseFolder: (title: string, folder: string) => Promise<string | null>
}

/** The system's own choosers, over the window that asks. */
export function systemDialogs(windowNow: () => BrowserWindow | null): SystemDialogs {
  const plain = (filters: readonly Filter[]) =>
    filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))
  return {
    chooseFile: async (title, folder, filters) => {
      const options = {
        title,
        defaultPath: folder,
        filters: plain(filters),
        properties: ['openFile' as const],
      }
      const window = windowNow()
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    chooseTarget: async (title, proposed, filters) => {
      const options = { title, defaultPath: proposed, filters: plain(filters) }
      const window = windowNow()
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options))
      return canceled || filePath === '' ? null : filePath
    },
    chooseFolder: async (title, folder) => {
      const options = {
        title,
        defaultPath: folder,
        properties: ['openDirectory' as const, 'createDirectory' as const],
      }
      const window = windowNow()
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    showInFolder: (path) => {
      shell.showItemInFolder(path)
    },
  }
}

/** The page is silent while quitting: the person decides. */
export async function askToQuit(window: BrowserWindow | null): Promise<'wait' | 'quit'> {
  const options = {
    type: 'warning' as const,
    message: 'Roadbook is still saving',
    detail:
      'The window has not answered for five seconds. Wait for it, or quit now: what was shown as saved is safe, what was not may be lost.',
    buttons: ['Wait', 'Quit anyway'],
    defaultId: 0,
    cancelId: 0,
  }
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return response === 1 ? 'quit' : 'wait'
}
