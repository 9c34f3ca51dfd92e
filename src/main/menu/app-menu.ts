import { app, Menu } from 'electron'
import type { MenuItem } from '#shared/ipc-contract.ts'
import { menuTemplate } from './menu-template.ts'

/** Replaces the native menu. */
export function setAppMenu(items: readonly MenuItem[], run: (id: string) => void): void {
  const host = { platform: process.platform, isPackaged: app.isPackaged }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(items, run, host)))
}
