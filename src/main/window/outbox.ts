import type { EventName, EventPayload } from '#shared/ipc-contract.ts'

type Send = <E extends EventName>(name: E, payload: EventPayload<E>) => void

export type Outbox = {
  readonly send: Send
  readonly isReady: () => boolean
  /** The page listens: everything that waited goes out in order. */
  readonly ready: () => void
  /** The page is gone; what comes now waits for the next one. */
  readonly gone: () => void
}

/** Keeps events until the page says that it listens. */
export function createOutbox(send: Send): Outbox {
  let isReady = false
  let waiting: (() => void)[] = []
  return {
    isReady: () => isReady,
    send: (name, payload) => {
      if (isReady) send(name, payload)
      else
        waiting.push(() => {
          send(name, payload)
        })
    },
    ready: () => {
      isReady = true
      const due = waiting
      waiting = []
      for (const deliver of due) deliver()
    },
    gone: () => {
      isReady = false
    },
  }
}
