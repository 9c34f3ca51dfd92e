import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { mkdirSync } from 'node:fs'

/** The folder of the person's data. Frozen. */
const DATA_FOLDER = 'Roadbook'

/** The browser's own folder inside it. Frozen as well: the working database lies there. */
export const PROFILE = 'lite-browser'

const home = homedir()

const appData = (): string => {
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
  if (process.platform === 'win32')
    return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
}

const DEFAULTS: Readonly<Record<string, () => string>> = {
  home: () => home,
  appData,
  userData: () => process.env['ROADBOOK_USER_DATA'] ?? join(appData(), DATA_FOLDER),
  // Where the browser has what belongs to a page, its databases above all.
  sessionData: () => join(appPath('userData'), PROFILE, 'Default'),
  temp: tmpdir,
  exe: () => process.execPath,
  logs: () => join(appPath('userData'), 'logs'),
  desktop: () => join(home, 'Desktop'),
  documents: () => join(home, 'Documents'),
  downloads: () => join(home, 'Downloads'),
}

const changed = new Map<string, string>()

/** As `app.getPath`: makes the data folder when it is asked for. */
export const appPath = (name: string): string => {
  const path = changed.get(name) ?? DEFAULTS[name]?.()
  if (path === undefined) throw new Error(`not in the lite host: app.getPath('${name}')`)
  if (name === 'userData') mkdirSync(path, { recursive: true })
  return path
}

export const setAppPath = (name: string, path: string): void => {
  changed.set(name, path)
}

/** Switches that would open the browser up, or that lose data (safety: the IndexedDB backends delete each other's files). */
const REFUSED_SWITCH =
  /sandbox|web-security|remote-debugging|insecure|user-data-dir|unsafely|IdbSqlite|load-extension|proxy|resolver/i

const switches: string[] = []

/** As `app.commandLine.appendSwitch`; the browser gets them at its start. */
export const appendSwitch = (name: string, value = ''): void => {
  const text = value === '' ? `--${name}` : `--${name}=${value}`
  if (REFUSED_SWITCH.test(text)) throw new Error(`refused by the lite host: ${text}`)
  switches.push(text)
}

export const browserSwitches = (): readonly string[] => switches
