import type { Rectangle } from 'electron'
import { EventEmitter } from 'node:events'
import type { RunningBrowser } from '../browser/running-browser.ts'

type WindowState = 'normal' | 'maximized' | 'minimized' | 'fullscreen'
type BoundsChange = 'resize' | 'move' | 'maximize' | 'unmaximize' | 'minimize' | 'restore'

/** The browser tells nobody that its window was moved; so it is asked now and then. */
const LOOK_EVERY_MS = 1_500

/** Where the window stands: kept here, because main asks for it and waits for no answer. */
export class WindowBounds extends EventEmitter<{ change: [kind: BoundsChange] }> {
  now: Rectangle
  normal: Rectangle
  state: WindowState = 'normal'
  #browser: RunningBrowser | null = null
  #windowId = 0
  #timer: NodeJS.Timeout | undefined

  constructor(first: Rectangle) {
    super()
    this.now = first
    this.normal = first
  }

  follow(browser: RunningBrowser, targetId: string): void {
    this.#browser = browser
    browser.devtools
      .send('Browser.getWindowForTarget', { targetId })
      .then(({ windowId }) => {
        this.#windowId = windowId
        if (this.state !== 'normal') this.setState(this.state)
        this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS)
        this.#timer.unref()
      })
      .catch(() => undefined)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#browser = null
  }

  set(bounds: Partial<Rectangle>): void {
    this.now = { ...this.now, ...bounds }
    this.normal = this.now
    const { x: left, y: top, width, height } = this.now
    this.#send({ left, top, width, height })
  }

  setState(windowState: WindowState): void {
    this.state = windowState
    this.#send({ windowState })
  }

  #send(bounds: {
    left?: number
    top?: number
    width?: number
    height?: number
    windowState?: WindowState
  }): void {
    if (this.#windowId === 0) return
    const windowId = this.#windowId
    this.#browser?.devtools
      .send('Browser.setWindowBounds', { windowId, bounds })
      .catch(() => undefined)
  }

  async #look(): Promise<void> {
    const found = await this.#browser?.devtools
      .send('Browser.getWindowBounds', { windowId: this.#windowId })
      .catch(() => undefined)
    if (!found) return
    const { left: x, top: y, width, height, windowState } = found.bounds
    const before = this.now
    this.now = {
      x: x ?? before.x,
      y: y ?? before.y,
      width: width ?? before.width,
      height: height ?? before.height,
    }
    const state = windowState ?? 'normal'
    if (state === 'normal') this.normal = this.now
    if (this.now.x !== before.x || this.now.y !== before.y) this.emit('change', 'move')
    if (this.now.width !== before.width || this.now.height !== before.height) {
      this.emit('change', 'resize')
    }
    if (state !== this.state) {
      const was = this.state
      this.state = state
      if (state === 'maximized') this.emit('change', 'maximize')
      else if (was === 'maximized') this.emit('change', 'unmaximize')
    }
  }
}
