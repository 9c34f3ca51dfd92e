import type { CDPSession } from 'playwright-core'

/** The typed half of a DevTools session that the lite host uses: commands and events of one target. */
export type DevtoolsSession = Pick<CDPSession, 'send' | 'on'>

type Pending = {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (reason: Error) => void
}

type Message = {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

type Listener = (params: unknown) => void

/**
 * Speaks the DevTools protocol over the browser's own pipe: NUL-ended JSON both ways. A pipe needs no port,
 * and the browser leaves by itself when this process dies.
 */
export class DevtoolsPipe {
  readonly #write: NodeJS.WritableStream
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<string, Map<string, Listener[]>>()
  #lastId = 0
  #closed = false
  #parts: Buffer[] = []

  constructor(write: NodeJS.WritableStream, read: NodeJS.ReadableStream) {
    this.#write = write
    read.on('data', (chunk: Buffer) => this.#receive(chunk))
    const end = () => this.#end()
    read.on('close', end)
    read.on('error', end)
    write.on('error', end)
  }

  /** The session of one attached target; '' is the browser itself. */
  session(sessionId: string): DevtoolsSession {
    const send = (method: string, params: unknown = {}) => this.#send(sessionId, method, params)
    const on = (method: string, listener: Listener) => {
      const ofSession = this.#listeners.get(sessionId) ?? new Map<string, Listener[]>()
      this.#listeners.set(sessionId, ofSession)
      ofSession.set(method, [...(ofSession.get(method) ?? []), listener])
    }
    return { send, on } as unknown as DevtoolsSession
  }

  /** Forgets the listeners of a target that is gone. */
  drop(sessionId: string): void {
    this.#listeners.delete(sessionId)
  }

  #send(sessionId: string, method: string, params: unknown): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error(`${method}: the browser is gone`))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, resolve, reject })
      const message = sessionId === '' ? { id, method, params } : { id, method, params, sessionId }
      this.#write.write(`${JSON.stringify(message)}\0`)
    })
  }

  #receive(chunk: Buffer): void {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      this.#parts.push(chunk.subarray(from, end))
      const text = Buffer.concat(this.#parts).toString('utf8')
      this.#parts = []
      from = end + 1
      this.#dispatch(JSON.parse(text) as Message)
    }
    if (from < chunk.length) this.#parts.push(chunk.subarray(from))
  }

  #dispatch(message: Message): void {
    if (message.id !== undefined) {
      const pending = this.#pending.get(message.id)
      this.#pending.delete(message.id)
      if (message.error) {
        pending?.reject(new Error(`${pending.method}: ${message.error.message}`))
      } else pending?.resolve(message.result)
      return
    }
    const ofSession = this.#listeners.get(message.sessionId ?? '')
    for (const listener of ofSession?.get(message.method ?? '') ?? []) listener(message.params)
  }

  #end(): void {
    if (this.#closed) return
    this.#closed = true
    for (const { method, reject } of this.#pending.values()) {
      reject(new Error(`${method}: the browser is gone`))
    }
    this.#pending.clear()
  }
}
