import { EventEmitter } from 'node:events'
import { records } from '../host-records.ts'
import { onlyListed } from '../only-listed.ts'
import { createProtocol, type StandInProtocol } from './protocol.ts'

type Check = (
  contents: unknown,
  permission: string,
  origin: string,
  details: { readonly requestingUrl: string; readonly isMainFrame: boolean },
) => boolean

/** Electron's permission names beside the browser's; every one of them is settled before the first page. */
const PERMISSIONS: readonly (readonly [electron: string, browser: string])[] = [
  ['persistent-storage', 'persistent-storage'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
  ['window-management', 'window-management'],
  ['storage-access', 'storage-access'],
  ['screen-wake-lock', 'wake-lock-screen'],
  ['local-fonts', 'local-fonts'],
]

class StandInSession extends EventEmitter {
  readonly protocol: StandInProtocol = createProtocol()
  readonly webRequest = onlyListed('webRequest', {
    /** Recorded only: the host itself refuses every request that leaves the app. */
    onBeforeRequest: () => records.permissionHandlers.push('webRequest.onBeforeRequest'),
  })
  #check: Check | null = null

  setPermissionRequestHandler(_handler: unknown): void {
    records.permissionHandlers.push('request')
  }
  setPermissionCheckHandler(handler: Check | null): void {
    records.permissionHandlers.push('check')
    this.#check = handler
  }
  setDevicePermissionHandler(_handler: unknown): void {
    records.permissionHandlers.push('device')
  }
  setDisplayMediaRequestHandler(_handler: unknown): void {
    records.permissionHandlers.push('display-media')
  }
  setBluetoothPairingHandler(_handler: unknown): void {
    records.permissionHandlers.push('bluetooth')
  }
  setUSBProtectedClassesHandler(_handler: unknown): void {
    records.permissionHandlers.push('usb')
  }
  setSpellCheckerEnabled(_enabled: boolean): void {
    // Chromium's own checker downloads nothing here: background networking is off.
  }

  /** For the host alone: what main's check handler says to each permission, all denied without one. */
  _permissions(origin: string): readonly { readonly name: string; readonly granted: boolean }[] {
    const details = { requestingUrl: `${origin}/`, isMainFrame: true }
    return PERMISSIONS.map(([electron, name]) => ({
      name,
      granted: this.#check?.(null, electron, origin, details) ?? false,
    }))
  }
}

// Methods keep their own `this`, since the object with private fields is not the proxy.
const createSession = () => {
  const target = new StandInSession()
  for (const name of [
    'setPermissionCheckHandler',
    '_permissions',
  ] as const satisfies readonly (keyof StandInSession)[]) {
    Object.defineProperty(target, name, { value: target[name].bind(target) })
  }
  return onlyListed('session', target)
}

const partitions = new Map<string, StandInSession>()

export const defaultSession = createSession()

export const defaultProtocol = defaultSession.protocol

export const session = onlyListed('session', {
  defaultSession,
  fromPartition: (partition: string): StandInSession => {
    const known = partitions.get(partition) ?? createSession()
    partitions.set(partition, known)
    return known
  },
})

export type { StandInSession }
