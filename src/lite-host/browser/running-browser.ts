import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { DevtoolsPipe, type DevtoolsSession } from './devtools-session.ts'
import { PageSession } from './page-session.ts'

type BrowserEvents = {
  /** A target that the host did not ask for: a window that a page or a person opened. */
  stranger: [url: string, targetId: string]
  pageGone: [page: PageSession]
  exit: []
}

/** The oldest Chromium that the renderer is built for. */
const OLDEST = 140

/** So many of the browser's last lines are told when it does not start. */
const LAST_LINES = 40

/** How long a browser may need for its first answer: a cold disk is slow, a minute of nothing is none of it. */
const PATIENCE_MS = 30_000

/** Thrown for a browser that runs and says nothing; a second one may do better. */
export class SilentBrowser extends Error {}

/** A Chromium that this process started, with the pages that the host opened in it. */
export class RunningBrowser extends EventEmitter<BrowserEvents> {
  readonly devtools: DevtoolsSession
  readonly process: ChildProcess
  /** Web socket address of the DevTools port; null when none was asked for. */
  readonly endpoint: Promise<string>
  /** What the browser wrote last, for the message when it does not start. */
  readonly #lastLines: string[] = []
  readonly #pipe: DevtoolsPipe
  readonly #pages = new Map<string, PageSession>()
  readonly #firstPage: Promise<PageSession>
  /** Windows that the host itself has asked for; the browser has not answered yet. */
  readonly #asked = new Set<Promise<string>>()
  readonly #wanted = new Map<string, (page: PageSession) => void>()

  constructor(path: string, flags: readonly string[]) {
    super()
    this.process = spawn(path, flags, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl+C in the terminal must reach main first, which then closes the browser.
      detached: process.platform !== 'win32',
    })
    const [, , stderr, write, read] = this.process.stdio
    this.#pipe = new DevtoolsPipe(write as NodeJS.WritableStream, read as NodeJS.ReadableStream)
    this.devtools = this.#pipe.session('')
    this.endpoint = new Promise((resolve) => {
      // By whole lines: a part of the address would be another one.
      createInterface({ input: stderr as NodeJS.ReadableStream }).on('line', (line) => {
        this.#keep(line)
        const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
        if (found) resolve(found)
      })
    })
    this.process.on('exit', () => this.emit('exit'))
    this.process.on('error', (error) => {
      this.#keep(error.message)
      this.emit('exit')
    })
    this.#firstPage = new Promise((resolve) => this.#listen(resolve))
  }

  /**
   * Resolves with the version when the browser answers. Rejects with its last words when it does not start, is
   * too old, or says nothing in time (then it is ended, and the error is a `SilentBrowser`).
   */
  async ready(prepare: () => Promise<void>, patienceMs = PATIENCE_MS): Promise<string> {
    let isSilent = false
    const timer = setTimeout(() => {
      isSilent = true
      this.process.kill('SIGKILL')
    }, patienceMs)
    const { product } = await this.devtools
      .send('Browser.getVersion')
      .catch(async () => {
        // The pipe may end before the last words are read.
        await Promise.race([once(this.process, 'close'), pause(500)])
        const words = this.#lastLines.join('\n')
        if (!isSilent) throw new Error(`the browser did not start:\n${words}`)
        throw new SilentBrowser(`the browser did not answer in ${patienceMs / 1_000} s:\n${words}`)
      })
      .finally(() => {
        clearTimeout(timer)
      })
    const major = Number(/\/(\d+)/.exec(product)?.[1] ?? 0)
    if (major < OLDEST) {
      throw new Error(`${product} is too old: Roadbook needs version ${OLDEST} or newer`)
    }
    await prepare()
    await this.devtools.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    })
    return product.replace(/^.*\//, '')
  }

  /** The page of the window that the browser opened at its start. */
  firstPage(): Promise<PageSession> {
    return this.#firstPage
  }

  /** Opens one more window, which the host asked for. */
  async openPage(place: { readonly width: number; readonly height: number }): Promise<PageSession> {
    const { width, height } = place
    let found: (page: PageSession) => void = () => undefined
    const page = new Promise<PageSession>((resolve) => (found = resolve))
    const asked = this.devtools
      .send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
      .then(({ targetId }) => {
        this.#wanted.set(targetId, found)
        return targetId
      })
    this.#asked.add(asked)
    try {
      await asked
    } finally {
      this.#asked.delete(asked)
    }
    return page
  }

  async closePage(page: PageSession): Promise<void> {
    // A page that is gone already is what we want.
    await this.devtools.send('Target.closeTarget', { targetId: page.targetId }).catch(() => null)
  }

  /** Lets the browser close its files; after five seconds it is killed. */
  async close(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = new Promise((resolve) => this.process.once('exit', resolve))
    const killer = setTimeout(() => this.process.kill('SIGKILL'), 5_000)
    this.devtools.send('Browser.close').catch(() => undefined)
    await gone
    clearTimeout(killer)
  }

  #keep(line: string): void {
    this.#lastLines.push(line)
    if (this.#lastLines.length > LAST_LINES) this.#lastLines.shift()
  }

  #listen(found: (page: PageSession) => void): void {
    let isFirst = true
    this.devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const { type, targetId, url } = targetInfo
      const session = this.#pipe.session(sessionId)
      const resume = () => session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
      if (type === 'page' && isFirst) {
        isFirst = false
        const page = new PageSession(session, targetId)
        this.#pages.set(sessionId, page)
        found(page)
      } else if (type === 'page' && !url.startsWith('devtools://')) {
        void this.#newcomer(session, sessionId, targetId).then((isWanted) => {
          // Let it run before it is closed: its opener shares the thread and would wait for ever.
          void resume().then(() => {
            if (!isWanted) this.emit('stranger', url, targetId)
          })
        })
        return
      }
      void resume()
    })
    this.devtools.on('Target.detachedFromTarget', ({ sessionId }) => {
      const page = this.#pages.get(sessionId)
      this.#pipe.drop(sessionId)
      this.#pages.delete(sessionId)
      if (page) this.emit('pageGone', page)
    })
  }

  /** Whether a new page is one that the host asked for; then whoever asked gets it. */
  async #newcomer(session: DevtoolsSession, sessionId: string, targetId: string): Promise<boolean> {
    // The page may be told of before the answer that names it.
    await Promise.allSettled([...this.#asked])
    const found = this.#wanted.get(targetId)
    if (!found) return false
    this.#wanted.delete(targetId)
    const page = new PageSession(session, targetId)
    this.#pages.set(sessionId, page)
    found(page)
    return true
  }
}
