import type { ElectronApplication, Page } from '@playwright/test'
import { _electron, expect, test as base } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { backUp, startEmpty } from '../faults/app/driving.ts'
import { whyNoElectron } from './host/electron-driver.ts'

/** What the lite host cannot prove: the real web preferences, permissions, frames and crashes. */
type WithPreferences = { readonly getLastWebPreferences: () => Record<string, unknown> }
type Started = { readonly app: ElectronApplication; readonly page: Page }

const test = base.extend<{ hostName: 'lite' | 'electron'; started: Started }>({
  hostName: ['lite', { option: true }],
  started: async ({ hostName }, use, testInfo) => {
    const why = hostName === 'electron' ? whyNoElectron() : 'proves things of Electron alone'
    testInfo.skip(why !== null, why ?? '')
    const userData = mkdtempSync(join(tmpdir(), 'roadbook-electron-'))
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0
    const app = await _electron.launch({
      args: [...(asRoot ? ['--no-sandbox'] : []), resolve('.')],
      env: { ...(process.env as Record<string, string>), ROADBOOK_USER_DATA: userData },
    })
    const page = await app.firstWindow()
    await page.waitForURL('app://roadbook/')
    await use({ app, page })
    app.process().kill('SIGKILL')
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  },
})

test('one window, with the safe preferences as Electron took them', async ({ started }) => {
  const { app, page } = started
  const seen = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as unknown as WithPreferences).getLastWebPreferences(),
    ),
  )
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  expect(await page.evaluate(() => [isSecureContext, 'process' in window])).toEqual([true, false])
})

test('every permission but two is denied by the page itself', async ({ started }) => {
  const states = await started.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'midi', 'persistent-storage']
    const all = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      return [name, state]
    })
    return Object.fromEntries(await Promise.all(all)) as Record<string, string>
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    midi: 'denied',
    'persistent-storage': 'granted',
  })
})

test('a frame inside the page and a blank page reach nothing of main', async ({ started }) => {
  const { page } = started
  const bridges = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inside = frame.contentWindow
    const found = inside !== null && 'roadbook' in inside
    frame.remove()
    return found
  })
  expect(bridges).toBe(false)
  await page.evaluate(() => {
    location.href = 'about:blank'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe('app://roadbook/')
})

test('the window comes back after its renderer crashed', async ({ started }) => {
  const { app } = started
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        return contents && !contents.isCrashed() && !contents.isLoading() ? contents.getURL() : ''
      }),
    )
    .toBe('app://roadbook/')
})

test('snapshots are made on a thread of their own', async ({ started }) => {
  const { app, page } = started
  let output = ''
  app.process().stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await startEmpty(page)
  await backUp(page)
  // Where the thread cannot be started the snapshot is made all the same, and this is said there.
  expect(output).not.toMatch(/thread/)
})
