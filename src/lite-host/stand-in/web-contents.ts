import type { WebPreferences, PrintToPDFOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { isLiteAddress, toAppAddress } from '../browser/app-address.ts'
import type { PageSession } from '../browser/page-session.ts'
import type { RunningBrowser } from '../browser/running-browser.ts'
import { hostOptions } from '../host-options.ts'
import { records } from '../host-records.ts'
import { onlyListed } from '../only-listed.ts'
import { emitMessage, invokeHandler } from './ipc-main.ts'
import { addContents, allContents, removeContents } from './open-contents.ts'
import { beforeFirstLoad } from './first-page.ts'
import { preventableEvent } from './preventable-event.ts'
import { printPage } from './print-page.ts'
import { defaultSession, type StandInSession } from './session.ts'

type FromPreload =
  | {
      readonly kind: 'invoke'
      readonly id: number
      readonly channel: string
      readonly args: unknown[]
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'leaving'; readonly url: string }

type OpenHandler = (details: {
  readonly url: string
  readonly frameName: string
  readonly features: string
  readonly disposition: 'foreground-tab'
  readonly referrer: { readonly url: string; readonly policy: 'no-referrer' }
}) => { readonly action: 'allow' | 'deny' }

type DocumentRequest = {
  readonly url: string
  readonly frameId: string
  readonly isRedirect: boolean
}

let lastId = 0

/** The page of one window, as main knows it. Methods that begin with `_` are the host's own. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session: StandInSession
  readonly _preferences: WebPreferences
  readonly _page: Promise<PageSession>
  _live: PageSession | null = null
  _browser: RunningBrowser | null = null
  _isDestroyed = false
  _announced = 0
  _openHandler: OpenHandler = () => ({ action: 'deny' })

  constructor(preferences: WebPreferences, page: Promise<[RunningBrowser, PageSession]>) {
    super()
    this._preferences = preferences
    this.session = (preferences.session as StandInSession | undefined) ?? defaultSession
    addContents(this)
    this._page = page.then(async ([browser, session]) => {
      this._browser = browser
      this._live = session
      this._follow(session)
      const { preload, javascript = true } = preferences
      await session.setUp({
        javascript,
        preloadSource: preload && javascript ? readFileSync(preload, 'utf8') : null,
      })
      return session
    })
    // Said again to whoever awaits the page.
    this._page.catch(() => undefined)
  }

  get mainFrame() {
    return this._live?.mainFrame ?? null
  }

  getLastWebPreferences(): WebPreferences {
    return this._preferences
  }
  isDestroyed(): boolean {
    return this._isDestroyed
  }
  isCrashed(): boolean {
    return false
  }
  getURL(): string {
    return this._live?.mainFrame.url ?? ''
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this._openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    if (this._isDestroyed) throw new Error('Object has been destroyed')
    this._live?.deliver({ kind: 'event', channel, args })
  }

  async loadURL(url: string): Promise<void> {
    const page = await this._page
    if (this._browser) await beforeFirstLoad(this._browser, hostOptions.hold)
    await page.navigate(url)
  }
  reload(): void {
    void this._page.then((page) => page.devtools.send('Page.reload')).catch(() => undefined)
  }
  /** Ends the renderer process, for tests of what main does then. */
  forcefullyCrashRenderer(): void {
    void this._page.then((page) => page.devtools.send('Page.crash')).catch(() => undefined)
  }
  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    return printPage((await this._page).devtools, options)
  }
  async capturePage() {
    const { devtools } = await this._page
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' })
    const png = Buffer.from(data, 'base64')
    return onlyListed('NativeImage', { toPNG: () => png, isEmpty: () => png.length === 0 })
  }
  close(): void {
    const isHidden = this._preferences.javascript === false
    void this._page
      .then((page) => (isHidden ? this._browser?.close() : this._browser?.closePage(page)))
      .catch(() => undefined)
  }

  _hasFrame(frameId: string): boolean {
    return this._live?.frame(frameId) !== undefined
  }

  /** True unless one of main's listeners prevents the document. */
  _mayLoad({ url, frameId, isRedirect }: DocumentRequest): boolean {
    const page = this._live
    const isMainFrame = page?.targetId === frameId
    const wasRequested = page?.requestedUrl === url
    if (page && wasRequested) page.requestedUrl = ''
    // What the host itself loads (loadURL, reload) asks nobody, as in Electron.
    if (isMainFrame && !wasRequested && !isRedirect && isLiteAddress(url)) return true
    const event = preventableEvent({ url: toAppAddress(url), isMainFrame, isSameDocument: false })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit(isRedirect ? 'will-redirect' : 'will-navigate', event, event.url)
    return !event.defaultPrevented
  }

  /** A window that no page's `window.open` announced: a person's shortcut, or a link without an opener. */
  _strangerOpened(liteUrl: string): void {
    if (this._announced > 0) this._announced -= 1
    else this._opened(liteUrl)
  }

  /** A window was asked for; the host closes it. */
  _opened(liteUrl: string, frameName = '', features = ''): void {
    const url = toAppAddress(liteUrl)
    records.stoppedNavigations.push(url)
    const { action } = this._openHandler({
      url,
      frameName,
      features,
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'no-referrer' },
    })
    if (action === 'allow') throw new Error('not in the lite host: windows opened by a page')
  }

  _destroyed(): void {
    if (this._isDestroyed) return
    this._isDestroyed = true
    removeContents(this)
    this.emit('destroyed')
  }

  _follow(page: PageSession): void {
    page.on('message', (message, frame) => void this._receive(message as FromPreload, frame))
    page.on('loaded', () => this.emit('did-finish-load'))
    page.on('domReady', () => this.emit('dom-ready'))
    page.on('crashed', () => {
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    page.on('navigated', (url, isMainFrame, isInPage) => {
      if (!isMainFrame) return
      this.emit(isInPage ? 'did-navigate-in-page' : 'did-navigate', {}, toAppAddress(url))
    })
    page.on('windowOpen', (url, frameName, features) => {
      this._announced += 1
      this._opened(url, frameName, features)
    })
    page.on('console', (level, text) => {
      this.emit('console-message', { level, message: text })
      if (level === 'error') console.error(`page: ${text}`)
    })
  }

  async _receive(message: FromPreload, frame: PageSession['mainFrame'] | null): Promise<void> {
    if (message.kind === 'leaving') {
      const event = preventableEvent({ url: message.url, isMainFrame: true, isSameDocument: false })
      records.stoppedNavigations.push(message.url)
      this.emit('will-frame-navigate', event)
      this.emit('will-navigate', event, message.url)
      return
    }
    const { channel, args } = message
    if (message.kind === 'send') {
      emitMessage(this, frame, channel, args)
      return
    }
    const { id } = message
    const reply = (answer: object) => this._live?.deliver({ kind: 'reply', id, ...answer })
    try {
      reply({ ok: true, value: await invokeHandler(this, frame, channel, args) })
    } catch (error) {
      reply({ ok: false, error: String(error) })
    }
  }
}

/** As Electron's static side: all pages, or the one with a number. */
export const webContents = onlyListed('webContents', {
  getAllWebContents: allContents,
  fromId: (id: number) => allContents().find((contents) => contents.id === id),
  getFocusedWebContents: () => allContents()[0] ?? null,
})
