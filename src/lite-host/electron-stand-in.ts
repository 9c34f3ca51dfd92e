/**
 * What `electron` means to main in the lite host. Whatever is not exported here fails when main is loaded,
 * whatever is not listed in one of these objects fails with "not in the lite host" when it is used.
 */
export { app } from './stand-in/app.ts'
export { BrowserWindow } from './stand-in/browser-window.ts'
export { dialog } from './stand-in/dialog.ts'
export { ipcMain } from './stand-in/ipc-main.ts'
export { Menu } from './stand-in/menu.ts'
export { nativeTheme } from './stand-in/native-theme.ts'
export { defaultProtocol as protocol } from './stand-in/session.ts'
export { Notification } from './stand-in/notification.ts'
export { screen } from './stand-in/screen.ts'
export { session } from './stand-in/session.ts'
export { shell } from './stand-in/shell.ts'
export { webContents } from './stand-in/web-contents.ts'
