import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { EventEmitter } from 'node:events'
import type { PageSession } from '../browser/page-session.ts'
import type { RunningBrowser } from '../browser/running-browser.ts'
import { onlyListed } from '../only-listed.ts'
import { windowClosed, windowOpened } from './app.ts'
import { openBrowser, openHiddenBrowser } from './open-browser.ts'
import { isAppReady } from './app-ready.ts'
import { firstPageStands } from './first-page.ts'
import { preventableEvent } from './preventable-event.ts'
import { refuseUnsafe } from './unsafe-preferences.ts'
import { WebContents } from './web-contents.ts'
import { WindowBounds } from './window-bounds.ts'

const open = new Set<BrowserWindow>()
let lastId = 0

/** A window: the browser's app window, another one beside it, or a page that nobody sees (for printing). */
export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId
  readonly webContents: WebContents
  readonly _bounds: WindowBounds
  _isDestroyed = false
  _isVisible: boolean
  _title: string

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!isAppReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const preferences = options.webPreferences ?? {}
    refuseUnsafe(preferences)
    const isHidden = preferences.javascript === false
    this._isVisible = options.show !== false
    this._title = options.title ?? 'Roadbook'
    const { width = 800, height = 600, x, y } = options
    const opened = this._openPage(isHidden, { width, height, x, y })
    this._bounds = new WindowBounds({ x: x ?? 0, y: y ?? 0, width, height })
    this._bounds.on('change', (kind) => this.emit(kind))
    const contents = new WebContents(preferences, opened)
    this.webContents = onlyListed('webContents', contents)
    contents.once('did-finish-load', () => {
      this.emit('ready-to-show')
      if (!isHidden && contents._browser) firstPageStands(contents._browser)
    })
    const self = onlyListed('BrowserWindow', this)
    open.add(self)
    windowOpened(self, this.webContents)
    return self
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...open].find((one) => one._isShowable()) ?? null
  }
  static fromWebContents(contents: unknown): BrowserWindow | null {
    return [...open].find((one) => one.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return [...open].find((one) => one.id === id) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  show(): void {
    this._isVisible = true
    this.emit('show')
  }
  focus(): void {
    void this.webContents._page
      .then((page) => page.devtools.send('Page.bringToFront'))
      .catch(() => undefined)
  }
  isVisible(): boolean {
    return this._isVisible
  }
  isFocused(): boolean {
    return this._isVisible
  }
  isDestroyed(): boolean {
    return this._isDestroyed
  }
  getTitle(): string {
    return this._title
  }
  setTitle(title: string): void {
    this._title = title
  }
  setMenu(): void {
    // No native menu here; the app's own menu and palette have all commands.
  }
  removeMenu(): void {
    // As setMenu.
  }
  setMenuBarVisibility(): void {
    // As setMenu.
  }
  setAutoHideMenuBar(): void {
    // As setMenu.
  }
  setBackgroundColor(): void {
    // The page paints its own.
  }
  getBounds(): Rectangle {
    return this._bounds.now
  }
  getNormalBounds(): Rectangle {
    return this._bounds.normal
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this._bounds.set(bounds)
  }
  getSize(): [number, number] {
    return [this._bounds.now.width, this._bounds.now.height]
  }
  getContentSize(): [number, number] {
    return this.getSize()
  }
  isMaximized(): boolean {
    return this._bounds.state === 'maximized'
  }
  isMinimized(): boolean {
    return this._bounds.state === 'minimized'
  }
  isFullScreen(): boolean {
    return this._bounds.state === 'fullscreen'
  }
  maximize(): void {
    this._bounds.setState('maximized')
  }
  unmaximize(): void {
    this._bounds.setState('normal')
  }
  minimize(): void {
    this._bounds.setState('minimized')
  }
  restore(): void {
    this._bounds.setState('normal')
  }
  setFullScreen(isFull: boolean): void {
    this._bounds.setState(isFull ? 'fullscreen' : 'normal')
  }

  /** Asks main's listeners first; then the page is closed. */
  close(): void {
    if (this._isDestroyed) return
    const event = preventableEvent({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  /** Closes without asking. */
  destroy(): void {
    if (this._isDestroyed) return
    this.webContents.close()
    this._gone()
  }

  _isShowable(): boolean {
    return this.webContents.getLastWebPreferences().javascript !== false
  }

  async _openPage(
    isHidden: boolean,
    place: { width: number; height: number; x?: number | undefined; y?: number | undefined },
  ): Promise<[RunningBrowser, PageSession]> {
    const isFirst = isHidden || ![...open].some((one) => one._isShowable())
    const browser = await (isHidden ? openHiddenBrowser(place) : openBrowser(place))
    const page = await (isFirst ? browser.firstPage() : browser.openPage(place))
    // Closed by the person, or the browser is gone: there is nobody left to ask.
    browser.on('pageGone', (gone) => gone === page && this._gone())
    browser.on('exit', () => this._gone())
    if (!isHidden) this._bounds.follow(browser, page.targetId)
    return [browser, page]
  }

  _gone(): void {
    if (this._isDestroyed) return
    this._isDestroyed = true
    this._bounds.stop()
    for (const one of open) if (one.id === this.id) open.delete(one)
    this.webContents._destroyed()
    this.emit('closed')
    windowClosed()
  }
}
