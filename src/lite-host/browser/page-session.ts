import { EventEmitter } from 'node:events'
import { HOST_BINDING, pageScripts, PRELOAD_WORLD } from '../bridge/page-scripts.ts'
import { textPieces } from '../bridge/text-pieces.ts'
import { wireValue } from '../bridge/wire-value.ts'
import { onlyListed } from '../only-listed.ts'
import { toLiteAddress } from './app-address.ts'
import type { DevtoolsSession } from './devtools-session.ts'
import { PageFrame } from './page-frame.ts'

type PageEvents = {
  /** A whole message from the preload of a frame. */
  message: [message: unknown, frame: PageFrame | null]
  loaded: []
  domReady: []
  navigated: [url: string, isMainFrame: boolean, isInPage: boolean]
  /** The page, not the host, wants to go there. */
  requested: [url: string, isMainFrame: boolean]
  windowOpen: [url: string, frameName: string, features: string]
  crashed: []
  console: [level: string, text: string]
}

type Setup = { readonly javascript: boolean; readonly preloadSource: string | null }

/** 4 million UTF-16 units a piece: well under what one DevTools message may hold. */
const PIECE = 4_000_000

const wire = wireValue({
  toBase64: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64: (text) => new Uint8Array(Buffer.from(text, 'base64')),
})

/** One page of the browser: its frames, its preload's world and the messages between that and main. */
export class PageSession extends EventEmitter<PageEvents> {
  readonly devtools: DevtoolsSession
  readonly targetId: string
  readonly mainFrame: PageFrame
  /** The last address that a page script asked for, until its request arrives. */
  requestedUrl = ''
  readonly #frames = new Map<string, PageFrame>()
  readonly #worlds = new Map<number, string>()
  readonly #partial = new Map<number, string[]>()
  #lastFrame = 1

  constructor(devtools: DevtoolsSession, targetId: string) {
    super()
    this.devtools = devtools
    this.targetId = targetId
    this.mainFrame = onlyListed('WebFrameMain', new PageFrame(1, null))
    this.#frames.set(targetId, this.mainFrame)
  }

  /** Prepares the target before its first document: the preload, or no scripts at all. */
  async setUp({ javascript, preloadSource }: Setup): Promise<void> {
    const { devtools } = this
    this.#listen()
    await devtools.send('Page.enable')
    await devtools.send('Runtime.enable')
    if (!javascript) await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
    if (preloadSource === null) return
    await devtools.send('Runtime.addBinding', {
      name: HOST_BINDING,
      executionContextName: PRELOAD_WORLD,
    })
    const scripts = pageScripts(preloadSource)
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main })
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preload,
      worldName: PRELOAD_WORLD,
    })
  }

  /** Goes to an address of the app; rejects with Electron's wording when it cannot be loaded. */
  async navigate(url: string): Promise<void> {
    const loaded = new Promise((resolve) => this.once('loaded', () => resolve(undefined)))
    const { errorText } = await this.devtools.send('Page.navigate', { url: toLiteAddress(url) })
    if (errorText) throw new Error(`${errorText.replace('net::', '')} (-2) loading '${url}'`)
    await loaded
  }

  /** Sends a message to the preload of the top frame; without a loaded page it is lost, as in Electron. */
  deliver(message: unknown): void {
    const world = [...this.#worlds].find(([, frameId]) => frameId === this.targetId)?.[0]
    if (world === undefined) return
    const pieces = textPieces(wire.encode(message), PIECE)
    pieces.forEach((piece, index) => {
      this.devtools
        .send('Runtime.callFunctionOn', {
          functionDeclaration: `function (more, piece) { ${HOST_BINDING}Deliver(more, piece) }`,
          arguments: [{ value: index < pieces.length - 1 }, { value: piece }],
          executionContextId: world,
          silent: true,
        })
        // The page may go away between; then nobody waits for the message.
        .catch(() => undefined)
    })
  }

  /** The frame with this id, if it is one of this page's. */
  frame(frameId: string): PageFrame | undefined {
    return this.#frames.get(frameId)
  }

  #listen(): void {
    const { devtools } = this
    devtools.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      const parent = this.#frames.get(parentFrameId) ?? this.mainFrame
      const frame = new PageFrame(++this.#lastFrame, parent)
      this.#frames.set(frameId, onlyListed('WebFrameMain', frame))
    })
    devtools.on('Page.frameDetached', ({ frameId }) => {
      const frame = this.#frames.get(frameId)
      if (frame) frame.detached = true
      this.#frames.delete(frameId)
    })
    devtools.on('Page.frameNavigated', ({ frame }) => {
      this.#frames.get(frame.id)?.moved(frame.url + (frame.urlFragment ?? ''))
      this.emit('navigated', frame.url, frame.parentId === undefined, false)
    })
    devtools.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.#frames.get(frameId)?.moved(url)
      this.emit('navigated', url, frameId === this.targetId, true)
    })
    devtools.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      if (frameId === this.targetId) this.requestedUrl = url
      this.emit('requested', url, frameId === this.targetId)
    })
    devtools.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.emit('windowOpen', url, windowName, windowFeatures.join(','))
    })
    devtools.on('Page.loadEventFired', () => this.emit('loaded'))
    devtools.on('Page.domContentEventFired', () => this.emit('domReady'))
    devtools.on('Inspector.targetCrashed', () => this.emit('crashed'))
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      const aux = context.auxData as { readonly frameId?: string } | undefined
      if (context.name === PRELOAD_WORLD) this.#worlds.set(context.id, aux?.frameId ?? '')
    })
    devtools.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#worlds.delete(executionContextId)
      this.#partial.delete(executionContextId)
    })
    devtools.on('Runtime.executionContextsCleared', () => {
      this.#worlds.clear()
      this.#partial.clear()
    })
    devtools.on('Runtime.consoleAPICalled', ({ type, args }) => {
      this.emit('console', type, args.map((arg) => String(arg.value ?? arg.description)).join(' '))
    })
    devtools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === HOST_BINDING) this.#receive(payload, executionContextId)
    })
  }

  #receive(payload: string, contextId: number): void {
    const pieces = this.#partial.get(contextId) ?? []
    pieces.push(payload.slice(1))
    if (payload.startsWith('1')) {
      this.#partial.set(contextId, pieces)
      return
    }
    this.#partial.delete(contextId)
    const frameId = this.#worlds.get(contextId)
    const frame = frameId === undefined ? undefined : this.#frames.get(frameId)
    this.emit('message', wire.decode(pieces.join('')), frame ?? null)
  }
}
