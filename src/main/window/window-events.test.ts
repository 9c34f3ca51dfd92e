import { EventEmitter } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { readChecked } from '#main/files/read-checked.ts'
import { realDisk } from '#main/files/disk.ts'
import { appInfo } from './app-info.ts'
import { createCrashWatch } from './crash-watch.ts'
import { guardNavigation, guardPermissions } from './navigation-guard.ts'
import { openWith } from './open-with.ts'
import { planPathsIn } from './opened-paths.ts'
import { createOutbox } from './outbox.ts'

describe('files on a command line', () => {
  it('are the plans among its words', () => {
    const argv = ['/usr/bin/roadbook', '--flag=a.roadbook', 'b.Roadbook', '/c/d.roadbook', 'e.txt', 'b.Roadbook'] // prettier-ignore
    expect(planPathsIn(argv, '/home/a')).toEqual(['/home/a/b.Roadbook', '/c/d.roadbook'])
    expect(planPathsIn(['a.roadbook'], '/home/a')).toEqual([])
  })
})

describe('the outbox', () => {
  it('keeps events until the page listens, in order', () => {
    const sent: unknown[] = []
    const outbox = createOutbox((name, payload) => sent.push([name, payload]))
    outbox.send('notice', { text: 'one' })
    outbox.send('command', { id: 'two' })
    expect([sent.length, outbox.isReady()]).toEqual([0, false])
    outbox.ready()
    outbox.ready()
    outbox.send('quit', {})
    outbox.gone()
    outbox.send('notice', { text: 'later' })
    expect(sent).toEqual([
      ['notice', { text: 'one' }],
      ['command', { id: 'two' }],
      ['quit', {}],
    ])
  })
})

describe('a crash of the page', () => {
  it('brings the page back, but not in a loop', () => {
    let now = 0
    const seen: string[] = []
    const crashes = createCrashWatch({
      clock: () => now,
      log: () => undefined,
      onGone: () => seen.push('gone'),
    })
    const crash = (reason = 'crashed') => {
      crashes.pageGone(reason, () => seen.push('again'))
    }
    crash('clean-exit')
    expect(seen).toEqual([])
    for (let n = 0; n < 5; n += 1) crash('oom')
    expect(seen.filter((one) => one === 'again')).toHaveLength(3)
    now = 61_000
    crash()
    expect(seen.filter((one) => one === 'again')).toHaveLength(4)
  })
})

describe('opening with the app', () => {
  it('reads what comes from outside through the same checks', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'a.roadbook'), 'plan')
    const app = new EventEmitter()
    const sent: unknown[] = []
    const outbox = createOutbox((name, payload) => sent.push([name, payload]))
    outbox.ready()
    const token = 'A'.repeat(32)
    const openAt = async (path: string) =>
      ({ ok: true, token, ...(await readChecked(path, realDisk)) }) as const
    let focused = 0
    openWith(app as never, { openAt }, outbox, () => (focused += 1))
    app.emit('second-instance', {}, ['roadbook', 'a.roadbook', 'gone.roadbook'], folder)
    let prevented = 0
    app.emit('open-file', { preventDefault: () => (prevented += 1) }, join(folder, 'a.roadbook'))
    const until = Date.now() + 5_000
    while (sent.length < 3 && Date.now() < until) await new Promise((go) => setTimeout(go, 5))
    expect(sent).toContainEqual([
      'openFile',
      expect.objectContaining({ name: 'a.roadbook', token }),
    ])
    expect(sent).toContainEqual([
      'notice',
      { text: 'The file could not be opened: the file or its folder is not there any more.' },
    ])
    expect([sent.length, focused, prevented]).toEqual([3, 1, 1])
  })
})

describe('guards', () => {
  it('hold for every page there will be', () => {
    const app = new EventEmitter()
    guardNavigation(app as never, () => undefined)
    let openHandler: ((details: unknown) => unknown) | undefined
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: (details: unknown) => unknown) => (openHandler = handler),
    })
    app.emit('web-contents-created', {}, contents)
    const isPrevented = (name: string, url: string) => {
      let prevented = false
      contents.emit(name, { url, preventDefault: () => (prevented = true) }, url)
      return prevented
    }
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(isPrevented(name, 'https://example.test/')).toBe(true)
      expect(isPrevented(name, 'app://roadbook/')).toBe(false)
    }
    expect(isPrevented('will-attach-webview', 'app://roadbook/')).toBe(true)
    expect(openHandler?.({ url: 'app://roadbook/' })).toEqual({ action: 'deny' })
  })

  it('answer permissions when asked and when checked', () => {
    type Request = (c: unknown, name: string, done: (yes: boolean) => void, d: unknown) => void
    type Check = (c: unknown, name: string, origin: string) => boolean
    let request: Request | undefined
    let check: Check | undefined
    guardPermissions({
      setPermissionRequestHandler: (handler: unknown) => (request = handler as Request),
      setPermissionCheckHandler: (handler: unknown) => (check = handler as Check),
    })
    const asked: boolean[] = []
    const requestingUrl = 'app://roadbook/'
    for (const name of ['persistent-storage', 'geolocation'])
      request?.(null, name, (yes) => asked.push(yes), { requestingUrl })
    expect(asked).toEqual([true, false])
    expect(check?.(null, 'persistent-storage', 'app://roadbook/')).toBe(true)
    expect(check?.(null, 'media', 'app://roadbook/')).toBe(false)
  })
})

describe('the about box', () => {
  const base = { appVersion: '0.1.0', dataFolder: '/data', platform: 'linux' }

  it('says which host it is', () => {
    const versions = { electron: '45.4.1', chrome: '153', node: '24' }
    expect(appInfo({ ...base, versions, env: {} })).toMatchObject({
      host: 'electron',
      versions: { electron: '45.4.1', chromium: '153', node: '24' },
    })
    const env = { ROADBOOK_CHROMIUM_VERSION: '156' }
    expect(appInfo({ ...base, versions: { node: '20' }, env })).toMatchObject({
      host: 'lite',
      versions: { chromium: '156', node: '20' },
    })
  })
})
