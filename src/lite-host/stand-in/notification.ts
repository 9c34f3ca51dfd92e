import type { NotificationConstructorOptions } from 'electron'
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { onlyListed } from '../only-listed.ts'
import { isOnPath } from './on-path.ts'

/** The one way out of a plain Node process to a Linux desktop's notifications. */
const PROGRAM = 'notify-send'

class StandInNotification extends EventEmitter {
  // Not #private: the guard around it is a proxy, and a proxy has no private fields.
  readonly title: string
  readonly body: string

  constructor({ title = '', body = '' }: NotificationConstructorOptions) {
    super()
    this.title = title
    this.body = body
  }

  /** Both texts go over as arguments behind `--`, never as options or part of a script. */
  show(): void {
    const child = spawn(PROGRAM, ['--app-name=Roadbook', '--', this.title, this.body], {
      stdio: 'ignore',
    })
    child.on('error', () => this.emit('failed', {}, `${PROGRAM} could not be started`))
    child.on('exit', (code) => {
      if (code !== 0) this.emit('failed', {}, `${PROGRAM} ended with ${String(code)}`)
    })
  }

  /** notify-send has let go of it: it stays until the desktop takes it away, and tells of no click. */
  close(): void {
    this.emit('close', {})
  }
}

/** Notifications by notify-send; without it the app is told that there are none. */
export const Notification = Object.assign(
  function notification(options: NotificationConstructorOptions) {
    return onlyListed('Notification', new StandInNotification(options))
  },
  { isSupported: () => process.platform === 'linux' && isOnPath(PROGRAM) },
)
