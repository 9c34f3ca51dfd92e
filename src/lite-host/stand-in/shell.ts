import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { hostOptions } from '../host-options.ts'
import { records } from '../host-records.ts'
import { onlyListed } from '../only-listed.ts'

const start = (program: string, ...args: string[]): void => {
  const child = spawn(program, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => console.error(`${program} could not be started`))
  child.unref()
}

const showInFolder = (path: string): void => {
  if (process.platform === 'darwin') start('open', '-R', path)
  else if (process.platform === 'win32') start('explorer', `/select,${path}`)
  else start('xdg-open', dirname(path))
}

export const shell = onlyListed('shell', {
  showItemInFolder: (path: string) => {
    records.shownInFolder.push(path)
    if (!hostOptions.controlled) showInFolder(path)
  },
  /** Main gives only links from its own constant list. */
  openExternal: (url: string): Promise<void> => {
    records.openedExternal.push(url)
    if (hostOptions.controlled) return Promise.resolve()
    if (!/^https:\/\//.test(url)) return Promise.reject(new Error('refused by the lite host'))
    if (process.platform === 'darwin') start('open', url)
    else if (process.platform === 'win32') start('explorer', url)
    else start('xdg-open', url)
    return Promise.resolve()
  },
  beep: () => undefined,
})
