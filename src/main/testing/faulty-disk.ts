import type { FileHandle } from 'node:fs/promises'
import type { Disk, FilePorts } from '#main/files/disk.ts'
import { realDisk } from '#main/files/disk.ts'

/**
 * What goes wrong at one call: an error before anything happens; `short`: a write takes half of its bytes
 * and says so; `torn`: a write takes half of its bytes and then fails.
 */
export type Fault = { readonly code: string } | 'short' | 'torn'

export type FaultPlan = {
  /** The call that fails, from 1; 0 for none. */
  readonly at: number
  readonly fault: Fault
  /** True when every later call fails as well: the disk is gone. */
  readonly forGood?: boolean
  /** The disk below; the real one unless said otherwise. */
  readonly inner?: Disk
}

export type FaultyDisk = {
  readonly disk: Disk
  readonly calls: () => number
  /** The disk works again. */
  readonly heal: () => void
}

type AnyCall = (...args: unknown[]) => Promise<unknown>

/** A disk with one fault at the k-th call, counting calls on open files as well. For tests. */
export function faultyDisk(plan: FaultPlan): FaultyDisk {
  let calls = 0
  let healed = false

  function wrap(name: string, call: AnyCall): AnyCall {
    return async (...args) => {
      calls += 1
      const isDue = calls === plan.at || (plan.forGood === true && calls > plan.at && plan.at > 0)
      if (!isDue || healed) return call(...args)
      if (name === 'write' && typeof plan.fault === 'string') {
        const [bytes, offset, length, position] = args
        const half = Math.floor((length as number) / 2)
        const result = half > 0 ? await call(bytes, offset, half, position) : null
        if (plan.fault === 'short') return result ?? call(...args)
        throw failure('ENOSPC')
      }
      if (typeof plan.fault === 'string') return call(...args)
      // A close that reports an error has still closed the file.
      if (name === 'close') await call(...args)
      throw failure(plan.fault.code)
    }
  }

  function wrapAll<T extends object>(inner: T): T {
    return new Proxy(inner, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target)
        if (typeof value !== 'function' || typeof key !== 'string') return value
        return wrap(key, async (...args) => {
          const result: unknown = await (value as AnyCall).apply(target, args)
          return key === 'open' ? wrapAll(result as FileHandle) : result
        })
      },
    })
  }

  return {
    disk: wrapAll({ ...(plan.inner ?? realDisk) }),
    calls: () => calls,
    heal: () => {
      healed = true
    },
  }
}

/** Ports over a disk with nothing random and no waiting. */
export function portsOver(disk: Disk, log: string[] = []): FilePorts {
  let count = 0
  return {
    disk,
    platform: 'linux',
    clock: () => Date.UTC(2026, 10, 22, 12),
    random: (bytes) => {
      count += 1
      return Uint8Array.from({ length: bytes }, (_, at) => (count >> (8 * (at % 4))) & 255)
    },
    wait: () => Promise.resolve(),
    log: (line) => {
      log.push(line)
    },
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: a fault of the test`), { code })
}
