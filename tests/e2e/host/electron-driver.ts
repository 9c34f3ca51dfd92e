import { _electron } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setToday, type RunningApp, type StartOptions } from './host-driver.ts'

const PACKAGE = resolve('node_modules/electron')

const runtimePath = (): string | null => {
  const note = join(PACKAGE, 'path.txt')
  if (!existsSync(note)) return null
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist')
  const path = join(folder, readFileSync(note, 'utf8').trim())
  return existsSync(path) ? path : null
}

/** Why the app can not be started in Electron here; null where it can. */
export const whyNoElectron = (): string | null => {
  if (runtimePath() === null) return "Electron's runtime is not installed (npx install-electron)"
  const needsDisplay = process.platform === 'linux'
  if (needsDisplay && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return 'Electron needs a display (xvfb-run -a npm test)'
  }
  return null
}

/** Starts the built app in Electron. Dialogs and the shell are replaced in main, nothing else. */
export const startElectron = async (options: StartOptions): Promise<RunningApp> => {
  const { root, userData, args, env, today, isEarly, watch } = options
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: runtimePath() ?? '',
    args: [...(asRoot ? ['--no-sandbox'] : []), resolve(root), ...args],
    env: { ...(process.env as Record<string, string>), ...env, ROADBOOK_USER_DATA: userData },
  })
  let output = ''
  const child = app.process()
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<number | null>((done) => child.once('exit', done))

  await app.evaluate(({ dialog, shell, session, app: electronApp }) => {
    const kept = {
      open: [] as string[],
      save: [] as string[],
      message: [] as number[],
      shown: [] as string[],
      offOrigin: [] as string[],
      stopped: [] as string[],
    }
    Object.assign(globalThis, { kept })
    Object.assign(dialog, {
      showOpenDialog: () => {
        const path = kept.open.shift()
        return Promise.resolve({ canceled: path === undefined, filePaths: path ? [path] : [] })
      },
      showSaveDialog: () => {
        const filePath = kept.save.shift()
        return Promise.resolve({ canceled: filePath === undefined, filePath: filePath ?? '' })
      },
      showMessageBox: (...given: { cancelId?: number }[]) =>
        Promise.resolve({ response: kept.message.shift() ?? given.at(-1)?.cancelId ?? 0 }),
    })
    Object.assign(shell, { showItemInFolder: (path: string) => kept.shown.push(path) })
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      const isOurs = /^(app:\/\/roadbook\/|data:|blob:|devtools:)/.test(details.url)
      if (!isOurs) kept.offOrigin.push(details.url)
      answer({ cancel: !isOurs })
    })
    electronApp.on('web-contents-created', (_event, contents) => {
      contents.on('will-navigate', ({ url }) => kept.stopped.push(url))
    })
  })
  type Kept = {
    open: string[]
    save: string[]
    message: number[]
    shown: string[]
    offOrigin: string[]
    stopped: string[]
  }
  const kept = () => app.evaluate(() => (globalThis as unknown as { kept: Kept }).kept)

  const page = await app.firstWindow()
  watch(page)
  await page.waitForURL('app://roadbook/**', { waitUntil: isEarly ? 'commit' : 'load' })
  if (today !== null) {
    // Electron's window loads before a test can reach it.
    await setToday(page, today)
    await page.reload()
  }
  return {
    page,
    browserPid: child.pid ?? 0,
    mainPid: child.pid ?? 0,
    exited,
    scriptDialogs: async (script) => {
      await app.evaluate((_electronModule, { open = [], save = [], message = [] }) => {
        const { kept: queues } = globalThis as unknown as { kept: Kept }
        queues.open.push(...open)
        queues.save.push(...save)
        queues.message.push(...message)
      }, script)
    },
    offOrigin: async () => (await kept()).offOrigin,
    stopped: async () => (await kept()).stopped,
    secondPage: async () => {
      const opened = app.waitForEvent('window')
      await app.evaluate(({ BrowserWindow }) => {
        type Preferences = Electron.WebPreferences
        const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
          readonly getLastWebPreferences: () => Preferences
        }
        const webPreferences = contents.getLastWebPreferences()
        return new BrowserWindow({ webPreferences }).loadURL('app://roadbook/')
      })
      return opened
    },
    menu: () =>
      app.evaluate(({ Menu }) => {
        type Item = { label: string; id?: string; enabled: boolean; submenu?: { items: Item[] } }
        const plain = ({ label, id, enabled, submenu }: Item): object => ({
          label,
          id,
          enabled,
          ...(submenu ? { submenu: submenu.items.map(plain) } : {}),
        })
        const items = Menu.getApplicationMenu()?.items ?? []
        return (items as unknown as Item[]).map(plain)
      }),
    clickMenu: (idOrLabel) =>
      app.evaluate(({ Menu }, wanted) => {
        type Item = { label: string; id?: string; click: () => void; submenu?: { items: Item[] } }
        const flat = (items: Item[]): Item[] =>
          items.flatMap((item) => [item, ...flat(item.submenu?.items ?? [])])
        const items = (Menu.getApplicationMenu()?.items ?? []) as unknown as Item[]
        const found = flat(items).find((item) => item.id === wanted || item.label === wanted)
        found?.click()
        return found !== undefined
      }, idOrLabel),
    shownInFolder: async () => (await kept()).shown,
    quit: async () => {
      await app.evaluate(({ app: electronApp }) => electronApp.quit())
    },
    output: () => output,
    detach: () => Promise.resolve(),
  }
}
