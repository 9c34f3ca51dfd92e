import type { App, Dialog, IpcMain, NativeTheme, Protocol, Screen, Session, Shell } from 'electron'
import { expect, it } from 'vitest'
import { app } from './stand-in/app.ts'
import { dialog } from './stand-in/dialog.ts'
import { nativeTheme } from './stand-in/native-theme.ts'
import { screen } from './stand-in/screen.ts'
import { defaultProtocol, defaultSession } from './stand-in/session.ts'
import { shell } from './stand-in/shell.ts'

/** What the compiler can hold against Electron's own declarations; events have too many overloads for that. */
type Shape = {
  readonly app: Pick<
    App,
    | 'isReady'
    | 'whenReady'
    | 'quit'
    | 'exit'
    | 'enableSandbox'
    | 'getAppPath'
    | 'getName'
    | 'setName'
    | 'getVersion'
    | 'getLocale'
    | 'getPreferredSystemLanguages'
    | 'requestSingleInstanceLock'
    | 'hasSingleInstanceLock'
    | 'releaseSingleInstanceLock'
    | 'isPackaged'
    | 'name'
  >
  readonly dialog: Pick<Dialog, 'showErrorBox'> & {
    readonly showSaveDialog: (...given: unknown[]) => ReturnType<Dialog['showSaveDialog']>
    readonly showOpenDialog: (...given: unknown[]) => ReturnType<Dialog['showOpenDialog']>
    readonly showMessageBox: (...given: unknown[]) => ReturnType<Dialog['showMessageBox']>
  }
  readonly shell: Pick<Shell, 'showItemInFolder' | 'openExternal' | 'beep'>
  readonly protocol: Pick<
    Protocol,
    'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
  >
  readonly session: Pick<Session, 'setSpellCheckerEnabled' | 'setPermissionRequestHandler'>
  readonly nativeTheme: Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
  readonly bounds: ReturnType<Screen['getPrimaryDisplay']>['workArea']
  readonly removeHandler: IpcMain['removeHandler']
}

it('has the shape of the parts of Electron that main uses', async () => {
  const { ipcMain } = await import('./stand-in/ipc-main.ts')
  const shape: Shape = {
    app,
    dialog,
    shell,
    protocol: defaultProtocol,
    session: defaultSession,
    nativeTheme,
    bounds: screen.getPrimaryDisplay().workArea,
    removeHandler: ipcMain.removeHandler,
  }
  expect(Object.keys(shape)).toHaveLength(8)
})
