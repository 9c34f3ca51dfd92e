import type { textPieces } from './text-pieces.ts'
import type { wireValue } from './wire-value.ts'
import type { worldBridge } from './world-bridge.ts'

type Parts = {
  readonly wire: ReturnType<typeof wireValue>
  readonly pieces: typeof textPieces
  readonly bridge: ReturnType<typeof worldBridge>
  /** Name of the function that the host added to this world. */
  readonly binding: string
}

type FromHost =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly error: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }

/**
 * What the preload may `require('electron')` in its isolated world: contextBridge, ipcRenderer, webUtils.
 * Stands on its own: its source text runs in the page.
 */
export const preloadWorld = ({ wire, pieces, bridge, binding }: Parts) => {
  const PIECE = 1_000_000
  const world = globalThis as unknown as Record<string, unknown>
  const toHost = world[binding] as (text: string) => void
  const waiting = new Map<number, (reply: FromHost & { kind: 'reply' }) => void>()
  const listeners = new Map<string, ((...args: unknown[]) => void)[]>()
  const exposed = new Set<string>()
  let lastId = 0

  const post = (message: unknown) => {
    const all = pieces(wire.encode(message), PIECE)
    // The first letter says whether more of the same message follows.
    all.forEach((piece, index) => toHost(`${index < all.length - 1 ? 1 : 0}${piece}`))
  }

  let received: string[] = []
  world[`${binding}Deliver`] = (more: boolean, piece: string) => {
    received.push(piece)
    if (more) return
    const message = wire.decode(received.join('')) as FromHost
    received = []
    if (message.kind === 'reply') {
      waiting.get(message.id)?.(message)
      waiting.delete(message.id)
      return
    }
    for (const listener of [...(listeners.get(message.channel) ?? [])]) {
      listener({ sender: ipcRenderer, ports: [] }, ...message.args)
    }
  }
  // The page reports where it is about to go: what leaves the app is stopped here and told to main.
  const navigation = (window as unknown as { navigation?: EventTarget }).navigation
  navigation?.addEventListener('navigate', (event) => {
    const { destination } = event as Event & { destination: { url: string } }
    if (new URL(destination.url).origin === location.origin) return
    event.preventDefault()
    post({ kind: 'leaving', url: destination.url })
  })

  const add = (channel: string, listener: (...args: unknown[]) => void) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }
  const remove = (channel: string, listener: (...args: unknown[]) => void) => {
    const rest = listeners.get(channel)?.filter((one) => one !== listener) ?? []
    listeners.set(channel, rest)
    return ipcRenderer
  }
  const listed = <T extends object>(name: string, api: T): T =>
    new Proxy(api, {
      get: (target, key): unknown => {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key)
        throw new Error(`not in the lite host: ${name}.${key}`)
      },
    })

  const ipcRenderer = listed('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, (reply) => {
          if (reply.ok) resolve(reply.value)
          else reject(new Error(`Error invoking remote method '${channel}': ${reply.error}`))
        })
        try {
          post({ kind: 'invoke', id, channel, args })
        } catch (error) {
          waiting.delete(id)
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }),
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
    on: add,
    addListener: add,
    once: (channel: string, listener: (...args: unknown[]) => void) => {
      const first = (...args: unknown[]) => {
        remove(channel, first)
        listener(...args)
      }
      return add(channel, first)
    },
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
  })

  const electron = listed('electron', {
    contextBridge: listed('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => {
        if (exposed.has(key)) {
          throw new Error('Cannot bind an API on top of an existing property on the window object')
        }
        exposed.add(key)
        bridge.expose(key, api)
      },
    }),
    ipcRenderer,
    webUtils: listed('webUtils', {
      getPathForFile: () => {
        throw new Error('not in the lite host: webUtils.getPathForFile')
      },
    }),
  })

  return {
    require: (name: string) => {
      if (name === 'electron' || name === 'electron/renderer') return electron
      throw new Error(`module not found: ${name}`)
    },
  }
}
