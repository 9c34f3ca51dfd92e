import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { app, ipcMain, protocol, session } from 'electron'
import type { ChannelInput, MenuItem } from '#shared/ipc-contract.ts'
import { setAsideDeadStores } from './boot/browser-store.ts'
import { createDataStore } from './boot/data-store.ts'
import { createFileDesk } from './files/file-desk.ts'
import { later, systemPorts } from './files/system-ports.ts'
import { createTokens } from './files/tokens.ts'
import { channelHandlers } from './ipc/channels.ts'
import { registerChannels } from './ipc/handle.ts'
import { setAppMenu } from './menu/app-menu.ts'
import { createReminder } from './notify/reminder.ts'
import { createPrintPages } from './print/print-pages.ts'
import { worksThread } from './snapshots/works-thread.ts'
import { appInfo } from './window/app-info.ts'
import { appProtocol } from './window/app-protocol.ts'
import { assetMap } from './window/asset-map.ts'
import { createCrashWatch } from './window/crash-watch.ts'
import { desktopNotice } from './window/desktop-notice.ts'
import { createMainWindow } from './window/main-window.ts'
import { guardNavigation, guardPermissions } from './window/navigation-guard.ts'
import { createNotesWindow } from './window/notes-window.ts'
import { openWith } from './window/open-with.ts'
import { createOutbox } from './window/outbox.ts'
import { printToPdf } from './window/print-window.ts'
import { createQuitKeeper } from './window/quit-keeper.ts'
import { askToQuit, systemDialogs } from './window/system-dialogs.ts'
import { APP_SCHEME } from './window/url-policy.ts'

// Frozen: all data lies under this name.
app.setName('Roadbook')
const dataFolder =
  process.env['ROADBOOK_USER_DATA'] ?? join(dirname(app.getPath('userData')), 'Roadbook')
mkdirSync(dataFolder, { recursive: true })
app.setPath('userData', dataFolder)
// A closed terminal must not take the app with it.
process.stderr.on('error', () => undefined)

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  app.enableSandbox()

  const log = (line: string) => {
    process.stderr.write(`roadbook: ${line}\n`)
  }
  const files = systemPorts(log)
  const info = () =>
    appInfo({
      appVersion: app.getVersion(),
      dataFolder,
      platform: process.platform,
      versions: process.versions,
      env: process.env,
    })

  const outbox = createOutbox((name, payload) => {
    main.send(name, payload)
  })
  const notify = (text: string) => {
    outbox.send('notice', { text })
  }
  const dialogs = systemDialogs(() => main.window())
  const documents = () => app.getPath('documents')
  const openDataFolder = () => {
    dialogs.showInFolder(join(dataFolder, 'plans'))
  }
  const works = worksThread({ path: join(import.meta.dirname, 'works-worker.js'), log })
  const store = createDataStore({
    ...files,
    works,
    root: dataFolder,
    madeBy: { app: app.getVersion(), ...info().versions },
    notify,
    chooseFolder: () => dialogs.chooseFolder('Choose a second folder for snapshots', documents()),
    later,
  })
  const pages = createPrintPages(files.random)
  const desk = createFileDesk({
    ...files,
    dialogs,
    tokens: createTokens(files.random),
    documents,
  })
  const quit = createQuitKeeper({
    ask: () => {
      if (outbox.isReady()) outbox.send('quit', {})
      return outbox.isReady()
    },
    choose: () => askToQuit(main.window()),
    flush: async () => {
      await Promise.allSettled([store.close(), main.rememberPlace()])
      await works.close()
    },
    leave: () => {
      app.quit()
    },
    wait: files.wait,
  })
  const crashes = createCrashWatch({
    clock: files.clock,
    log,
    onGone: () => {
      outbox.gone()
      quit.pageGone()
      notify('The window stopped and was opened again. Everything that was saved is here.')
    },
  })
  const main = createMainWindow({
    root: dataFolder,
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    isPackaged: app.isPackaged,
    files,
    mayClose: quit.mayQuit,
    onUnloaded: outbox.gone,
    onClosed: quit.pageGone,
    crashes,
  })

  const notes = createNotesWindow({ isPackaged: app.isPackaged, main: main.window })

  const reminder = createReminder({
    desktop: desktopNotice(),
    onClick: () => {
      main.focus()
      outbox.send('command', { id: 'plan.round' })
    },
    log,
  })

  guardNavigation(app, log)
  openWith(app, desk, outbox, main.focus)
  app.on('before-quit', (event) => {
    if (!quit.mayQuit()) event.preventDefault()
  })
  app.on('window-all-closed', () => {
    app.quit()
  })

  const boot = async () => {
    await setAsideDeadStores(join(app.getPath('sessionData'), 'IndexedDB'), files)
    await app.whenReady()
    guardPermissions(session.defaultSession)
    const assets = await assetMap(join(import.meta.dirname, '../renderer'), files.disk)
    if (!assets.has('/')) throw new Error('the page is not built')
    protocol.handle(APP_SCHEME, appProtocol(assets, pages, readFile))
    const setMenu = (items: readonly MenuItem[]) => {
      setAppMenu(items, (id) => {
        outbox.send('command', { id })
      })
    }
    const print = (input: ChannelInput<'print.pdf'>) => printToPdf(input, pages)
    const { ready } = outbox
    await store.open()
    // The page will ask for it first of all: by then the journals are read. What fails now is told then.
    store.journal.list().catch(() => undefined)
    const openNotes = notes.open
    const parts = { ...store, info, files: desk, openDataFolder, print, setMenu, ready, openNotes }
    registerChannels(ipcMain, channelHandlers({ ...parts, reminder, quit: quit.answer }), { log })
    setMenu([])
    await main.open()
    await store.settle()
  }
  boot().catch((error: unknown) => {
    log(`could not start: ${error instanceof Error ? error.message : 'unknown error'}`)
    app.exit(1)
  })
}
