import { describe, expect, it, vi } from 'vitest'
import type { Bridge } from '#shared/ipc-contract.ts'
import { CHANNELS, EVENTS } from '#shared/ipc-contract.ts'

const fake = vi.hoisted(() => {
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>()
  const invoked: unknown[][] = []
  const exposed: Record<string, unknown> = {}
  return {
    listeners,
    invoked,
    exposed,
    electron: {
      contextBridge: {
        exposeInMainWorld: (name: string, api: unknown) => {
          exposed[name] = api
        },
      },
      ipcRenderer: {
        invoke: (...args: unknown[]) => {
          invoked.push(args)
          return Promise.resolve('answer')
        },
        on: (name: string, listener: (...args: unknown[]) => void) => {
          listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
        },
        removeListener: (name: string, listener: (...args: unknown[]) => void) => {
          listeners.get(name)?.delete(listener)
        },
      },
    },
  }
})
vi.mock('electron', () => fake.electron)
await import('./index.ts')
const bridge = fake.exposed['roadbook'] as Bridge

const camel = (name: string) => name.replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase())
const upper = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

describe('window.roadbook', () => {
  it('has exactly one function for each channel and event, frozen', () => {
    expect(Object.keys(fake.exposed)).toEqual(['roadbook'])
    expect(Object.keys(bridge).sort()).toEqual(
      [
        ...Object.keys(CHANNELS).map(camel),
        ...Object.keys(EVENTS).map((name) => `on${upper(name)}`),
      ].sort(),
    )
    expect(Object.isFrozen(bridge)).toBe(true)
  })

  it.each(Object.keys(CHANNELS))('calls %s with its input and nothing more', async (channel) => {
    const call = bridge[camel(channel) as 'journalRead'] as (...args: unknown[]) => Promise<unknown>
    expect(await call({ a: 1 }, 'more')).toBe('answer')
    expect(fake.invoked.at(-1)).toEqual([channel, { a: 1 }])
  })

  it.each(Object.keys(EVENTS))('hands over the payload of %s, until unsubscribed', (event) => {
    const seen: unknown[][] = []
    const stop = bridge[`on${upper(event)}` as 'onNotice']((...args) => seen.push(args))
    const emit = (payload: unknown) => {
      for (const listener of fake.listeners.get(`event:${event}`) ?? [])
        listener({ sender: 'ipc' }, payload)
    }
    emit({ text: 'one' })
    stop()
    emit({ text: 'two' })
    expect(seen).toEqual([[{ text: 'one' }]])
  })
})
