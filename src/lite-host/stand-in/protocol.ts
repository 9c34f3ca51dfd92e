import type { CustomScheme } from 'electron'
import { records } from '../host-records.ts'
import { onlyListed } from '../only-listed.ts'
import { isAppReady } from './app-ready.ts'

type Handler = (request: Request) => Response | Promise<Response>

/** The handlers of one session: each has its own, as in Electron. */
export const createProtocol = () => {
  const handlers = new Map<string, Handler>()
  return onlyListed('protocol', {
    registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]) => {
      if (isAppReady()) {
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      }
      for (const { scheme, privileges } of schemes) {
        if (privileges?.bypassCSP) throw new Error('refused by the lite host: a scheme without CSP')
        records.schemes.push({ scheme, beforeReady: true })
      }
    },
    handle: (scheme: string, handler: Handler) => {
      if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been intercepted already`)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme: string) => {
      handlers.delete(scheme)
    },
    isProtocolHandled: (scheme: string) => handlers.has(scheme),
    /** For the host alone: the handler that answers a scheme. */
    _handler: (scheme: string): Handler | undefined => handlers.get(scheme),
  })
}

export type StandInProtocol = ReturnType<typeof createProtocol>
