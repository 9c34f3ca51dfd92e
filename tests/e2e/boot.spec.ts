import type { Bridge } from '#shared/ipc-contract.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

/** The page's window, as the preload leaves it. */
type WithBridge = { readonly roadbook: Bridge }

const API = [
  'appInfo',
  'appOpenDataFolder',
  'backupFolderChoose',
  'backupFolderClear',
  'backupFolderGet',
  'fileChooseTarget',
  'fileOpen',
  'fileShow',
  'fileWrite',
  'journalAppend',
  'journalList',
  'journalRead',
  'journalTrash',
  'menuSet',
  'notesOpen',
  'onCommand',
  'onNotice',
  'onOpenFile',
  'onQuit',
  'printPdf',
  'reminderAble',
  'reminderShow',
  'snapshotLatest',
  'snapshotList',
  'snapshotPin',
  'snapshotRead',
  'snapshotTake',
  'snapshotWrite',
  'windowQuit',
  'windowReady',
]

test('what a page of the app may and may not', async ({ roadbook, page }) => {
  await test.step('opens one window on its own secure origin, without Node in the page', async () => {
    expect(page.url()).toMatch(/^(app:\/\/roadbook|https:\/\/roadbook\.app\.test)\//)
    expect(page.context().pages()).toHaveLength(1)
    const seen = await page.evaluate(() => ({
      secure: isSecureContext,
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      api: Object.keys((window as unknown as WithBridge).roadbook).sort(),
      frozen: Object.isFrozen((window as unknown as WithBridge).roadbook),
    }))
    expect(seen).toEqual({ secure: true, node: [], api: API, frozen: true })
    expect(roadbook.problems).toEqual([])
    expect(await roadbook.offOriginRequests()).toBe(0)
  })

  await test.step('the about box knows the host', async () => {
    const info = await page.evaluate(() =>
      (window as unknown as WithBridge).roadbook.appInfo(undefined),
    )
    expect(info.host).toBe(roadbook.hostName)
    expect(info.dataFolder).toBe(roadbook.userData)
    expect(info.versions['chromium']).toMatch(/^\d+\./)
  })

  await test.step('permissions are denied, but for storage and copying', async () => {
    const states = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
      ]
      const all = names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return [name, state]
      })
      return Object.fromEntries(await Promise.all(all)) as Record<string, string>
    })
    expect([...new Set(Object.values(states))]).toEqual(['denied'])
  })

  await test.step('main refuses what is not in the contract', async () => {
    const refusals = await page.evaluate(async () => {
      const { roadbook: bridge } = window as unknown as WithBridge
      const api = bridge as unknown as Record<string, (input: unknown) => Promise<unknown>>
      const said = (name: string, input: unknown) =>
        Promise.resolve(api[name]?.(input)).then(
          () => 'accepted',
          (error: Error) => error.message,
        )
      return Promise.all([
        said('journalList', { extra: 1 }),
        said('journalRead', { planId: '../../etc', afterSeq: 0 }),
        said('journalAppend', { operations: [] }),
        said('fileWrite', { token: 'not-a-real-token-0000', bytes: 'text' }),
        said('windowQuit', { goOn: 'yes' }),
      ])
    })
    for (const refusal of refusals) {
      expect(refusal).toMatch(/^Error invoking remote method '[a-z.A-Z]+': Error: refused$/)
    }
  })

  await test.step('a second start hands over and ends', async () => {
    await roadbook.startSecond([])
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible')
  })
})

test('nothing foreign comes in, and the page goes nowhere else', async ({ roadbook, page }) => {
  await test.step('the page can run, fetch and frame nothing foreign', async () => {
    const blocked = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.effectiveDirective)
      })
      const pause = () => new Promise((resolve) => setTimeout(resolve, 100))
      const script = document.createElement('script')
      try {
        script.textContent = 'window.__pwned = 1'
        document.body.append(script)
      } catch {
        // Trusted Types refuse the text already.
      }
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.__pwned = 2">')
      } catch {
        // As above.
      }
      const fetched = await fetch('https://evil.test/').then(
        () => 'fetched',
        () => 'blocked',
      )
      const frame = document.createElement('iframe')
      frame.src = 'https://evil.test/frame'
      document.body.append(frame)
      const picture = new Image()
      picture.src = 'https://evil.test/pixel.png'
      document.body.append(picture)
      await pause()
      frame.remove()
      return { violations, fetched, pwned: '__pwned' in window }
    })
    expect(blocked.pwned).toBe(false)
    expect(blocked.fetched).toBe('blocked')
    expect(blocked.violations).toEqual(
      expect.arrayContaining(['connect-src', 'frame-src', 'img-src']),
    )
    expect(await roadbook.offOriginRequests()).toBe(0)
  })

  await test.step('the page can go nowhere else', async () => {
    const home = page.url()
    for (const address of ADDRESSES) {
      await page.evaluate((to) => {
        try {
          location.href = to
        } catch {
          // Some are refused before they start.
        }
      }, address)
      await page.waitForTimeout(100)
      expect(page.url(), address).toBe(home)
    }
    await page.evaluate(() => {
      open('https://evil.test/popup')
      open('about:blank')
    })
    await expect.poll(() => page.context().pages().length).toBe(1)
    expect(await roadbook.offOriginRequests()).toBe(0)
    expect(await roadbook.stoppedNavigations()).toContain('https://evil.test/')
  })
})

const ADDRESSES = [
  'https://evil.test/',
  'http://evil.test/',
  'file:///etc/passwd',
  'app://roadbook.evil/',
  'app://evil/',
  'APP://ROADBOOK:81/',
  'https://user@roadbook.app.test:444/',
  'about:blank',
  'data:text/html,<h1>x</h1>',
  'mailto:a@b.c',
  'ms-msdt:/id',
]

test('files and paper go through main', async ({ roadbook, page }) => {
  await test.step('a picture of bytes survives the way to a file and back', async () => {
    const path = `${roadbook.userData}/bytes.roadbook`
    await roadbook.scriptDialogs({ save: [path], open: [path] })
    const result = await page.evaluate(async () => {
      const { roadbook: bridge } = window as unknown as WithBridge
      const bytes = new Uint8Array(3_000_001).map((_, index) => index % 251)
      const chosen = await bridge.fileChooseTarget({
        suggestedName: 'bytes.roadbook',
        format: 'roadbook',
      })
      if (!chosen.ok) return chosen.message
      const written = await bridge.fileWrite({ token: chosen.token, bytes })
      if (!written.ok) return written.message
      const read = await bridge.fileOpen({ purpose: 'plan' })
      if (!read.ok) return read.message
      return read.bytes.length === bytes.length && read.bytes.every((byte, i) => byte === bytes[i])
    })
    expect(result).toBe(true)
  })

  await test.step('a cancelled dialog leaves no file', async () => {
    const answer = await page.evaluate(() =>
      (window as unknown as WithBridge).roadbook.fileChooseTarget({
        suggestedName: 'x.pdf',
        format: 'pdf',
      }),
    )
    expect(answer).toMatchObject({ ok: false, code: 'cancelled' })
  })

  await test.step('prints a page without scripts to PDF', async () => {
    const head = await page.evaluate(async () => {
      const html = '<h1>Report</h1><script>document.body.textContent = "pwned"</script>'
      const { roadbook: bridge } = window as unknown as WithBridge
      const answer = await bridge.printPdf({
        html,
        paper: 'A4',
        landscape: false,
        footer: 'Foot',
      })
      return answer.ok ? new TextDecoder().decode(answer.bytes.slice(0, 5)) : answer.message
    })
    expect(head).toBe('%PDF-')
  })
})

test('the data is there again after each kind of end', async ({ roadbook }) => {
  const put = (value: string) =>
    roadbook.page.evaluate((kept) => localStorage.setItem('kept', kept), value)
  const get = () => roadbook.page.evaluate(() => localStorage.getItem('kept'))
  await put('clean')
  await roadbook.relaunch()
  expect(await get()).toBe('clean')
  await roadbook.killMain()
  await roadbook.relaunch()
  expect(await get()).toBe('clean')
  await roadbook.killAll()
  await roadbook.relaunch()
  expect(await get()).toBe('clean')
  await roadbook.killBrowser()
  await roadbook.relaunch()
  expect(await get()).toBe('clean')
})

test('the app ends with its window, with the terminal, and with the display', async ({
  roadbook,
}) => {
  await roadbook.closeWindow()
  await roadbook.relaunch()
  await roadbook.interrupt()
  await roadbook.relaunch()
  if (roadbook.hostName === 'lite') {
    await roadbook.interruptWithDisplay()
    await roadbook.relaunch()
  }
  expect(await roadbook.page.evaluate(() => document.readyState)).toBe('complete')
})

test.describe('on a day that the test chose', () => {
  test.use({ today: '2026-03-02' })

  test('the page believes it', async ({ page }) => {
    expect(await page.evaluate(() => new Date().toISOString().slice(0, 10))).toBe('2026-03-02')
  })
})
