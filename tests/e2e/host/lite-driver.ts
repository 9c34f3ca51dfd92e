import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { launchHost } from '#lite-host/launch-host.ts'
import { setToday, type RunningApp, type StartOptions } from './host-driver.ts'

/** Starts the built app in the lite host and takes hold of its page. */
export const startLite = async (options: StartOptions): Promise<RunningApp> => {
  const entry = resolve(options.root, 'out/main/lite-host.js')
  if (!existsSync(entry)) throw new Error(`${entry} is missing: npm run build`)
  const { userData, args, env, today, isEarly, watch } = options
  const host = await launchHost(entry, { userData, args, env, hold: true })
  const browser = await chromium.connectOverCDP(host.cdp)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error(`the browser has no page\n${host.output()}`)
  watch(page)
  await setToday(page, today)
  const browserPid = (await host.call('browserPid', null)) ?? 0
  await host.call('go', null)
  const waitUntil = isEarly ? 'commit' : 'load'
  await page.waitForURL('https://roadbook.app.test/**', { waitUntil })
  const records = () => host.call('records', null)
  return {
    page,
    browserPid,
    mainPid: host.process.pid ?? 0,
    exited: host.exited,
    scriptDialogs: async (script) => {
      await host.call('dialogs', script)
    },
    offOrigin: async () => (await records()).offOriginRequests,
    stopped: async () => (await records()).stoppedNavigations,
    secondPage: async () => {
      const opened = browser.contexts()[0]?.waitForEvent('page')
      await host.call('secondPage', null)
      const other = await opened
      if (!other) throw new Error('the browser has no second page')
      return other
    },
    menu: async () => (await records()).menu,
    clickMenu: (idOrLabel) => host.call('clickMenu', idOrLabel),
    shownInFolder: async () => (await records()).shownInFolder,
    quit: async () => {
      await host.call('quit', null)
    },
    output: host.output,
    detach: () => browser.close(),
  }
}
