import { EventEmitter } from 'node:events'
import { onlyListed } from '../only-listed.ts'
import type { PageFrame } from '../browser/page-frame.ts'

type IpcEvent = {
  readonly type: 'frame'
  readonly sender: unknown
  readonly senderFrame: PageFrame | null
  readonly frameId: number
  readonly processId: number
}
type Handler = (event: IpcEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()
const events = new EventEmitter()

const eventOf = (sender: unknown, frame: PageFrame | null): IpcEvent => ({
  type: 'frame',
  sender,
  senderFrame: frame,
  frameId: frame?.routingId ?? -1,
  processId: frame?.processId ?? -1,
})

export const ipcMain = onlyListed('ipcMain', {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    handlers.set(channel, handler)
  },
  handleOnce: (channel: string, handler: Handler) => {
    handlers.set(channel, (event, ...args) => {
      handlers.delete(channel)
      return handler(event, ...args)
    })
  },
  removeHandler: (channel: string) => {
    handlers.delete(channel)
  },
  on: (channel: string, listener: (...args: unknown[]) => void) => {
    events.on(channel, listener)
  },
  once: (channel: string, listener: (...args: unknown[]) => void) => {
    events.once(channel, listener)
  },
  off: (channel: string, listener: (...args: unknown[]) => void) => {
    events.off(channel, listener)
  },
  removeAllListeners: (channel?: string) => {
    events.removeAllListeners(channel)
  },
})

/** Runs main's handler for a message of the preload; a rejection carries Electron's text. */
export const invokeHandler = async (
  sender: unknown,
  frame: PageFrame | null,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> => {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return await handler(eventOf(sender, frame), ...args)
}

/** Tells main's listeners of a one-way message of the preload. */
export const emitMessage = (
  sender: unknown,
  frame: PageFrame | null,
  channel: string,
  args: readonly unknown[],
): void => {
  events.emit(channel, eventOf(sender, frame), ...args)
}
