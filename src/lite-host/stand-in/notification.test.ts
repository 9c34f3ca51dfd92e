import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Notification as ElectronNotification } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Notification } from './notification.ts'

const Notice = Notification as unknown as typeof ElectronNotification
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-notice-'))
  vi.stubEnv('PATH', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const install = (script: string) => {
  writeFileSync(join(folder, 'notify-send'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'notify-send'), 0o755)
}

describe.runIf(process.platform === 'linux')('notifications in the lite host', () => {
  it('are there where notify-send is', () => {
    expect(Notice.isSupported()).toBe(false)
    install('exit 0')
    expect(Notice.isSupported()).toBe(true)
  })

  it('hand both texts over as texts, never as options', async () => {
    const said = join(folder, 'said')
    install(`printf '%s|' "$@" > '${said}'`)
    new Notice({ title: '--urgency=critical', body: '$(id) `id`' }).show()
    await vi.waitFor(() => {
      expect(readFileSync(said, 'utf8')).toBe(
        '--app-name=Roadbook|--|--urgency=critical|$(id) `id`|',
      )
    })
  })

  it.each([
    [
      'ends badly',
      () => {
        install('exit 3')
      },
      'notify-send ended with 3',
    ],
    ['is not there', () => undefined, 'notify-send could not be started'],
  ])('tell of it when it %s', async (_case, arrange, reason) => {
    arrange()
    const failed = vi.fn<(reason: string) => void>()
    const notice = new Notice({ title: 'Plan', body: 'Due' })
    notice.on('failed', (_event, error) => {
      failed(error)
    })
    notice.show()
    await vi.waitFor(() => {
      expect(failed).toHaveBeenCalledWith(reason)
    })
  })
})
