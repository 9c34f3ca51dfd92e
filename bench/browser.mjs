// One Chromium for the whole run, raw CDP input, and the figures that Chromium itself keeps.
import { chromium } from 'playwright-core'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'

export const ORIGIN = 'https://roadbook.app.test'
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** A Chromium, Chrome or the one that ROADBOOK_BROWSER names. */
function installedBrowser() {
  const found = [
    process.env.ROADBOOK_BROWSER,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path))
  if (!found) throw new Error('No Chromium found; set ROADBOOK_BROWSER to one.')
  return found
}

/** Opens Chromium with a profile on disk and serves `/` from the app's build and `/bench/` from ours. */
export async function openBrowser({ appRoot, benchRoot, viewport }) {
  const profile = mkdtempSync(join(tmpdir(), 'roadbook-bench-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: installedBrowser(),
    headless: true,
    viewport,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-precise-memory-info',
    ],
  })
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== ORIGIN) return route.abort()
    const [root, path] = url.pathname.startsWith('/bench/')
      ? [benchRoot, url.pathname.slice('/bench/'.length)]
      : [appRoot, url.pathname === '/' ? 'index.html' : url.pathname.slice(1)]
    const file = join(root, normalize(path))
    if (!existsSync(file)) return route.fulfill({ status: 404, body: '' })
    return route.fulfill({
      body: readFileSync(file),
      contentType: TYPES[extname(file)] ?? 'application/octet-stream',
    })
  })
  return {
    context,
    version: context.browser()?.version() ?? '',
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Runs in every page before its scripts: frame times, long tasks and mutations, recorded on demand. */
export function recorder() {
  const bench = {
    frames: [],
    recording: false,
    longTasks: [],
    lastMutation: 0,
    startFrames() {
      bench.frames = []
      bench.longTasks = []
      bench.recording = true
      let last = 0
      const tick = (now) => {
        if (last) bench.frames.push(now - last)
        last = now
        if (bench.recording) requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    },
    stopFrames() {
      bench.recording = false
      return { frames: bench.frames, longTasks: bench.longTasks }
    },
    /**
     * Milliseconds from the pointer-up to the frame after the last DOM change (quiet for 150 ms). The word that
     * says how far a change is kept is no part of it: the peer keeps nothing, and "edit → saved" counts it.
     */
    armSettled() {
      const isPlan = (node) =>
        !(node instanceof Element ? node : node.parentElement)?.closest('[data-save]')
      bench.settled = new Promise((resolve) => {
        addEventListener(
          'pointerup',
          (event) => {
            const start = event.timeStamp
            let last = start
            let changed = performance.now()
            // Changes whose frame has not come yet: a blocked main thread is not a quiet one.
            let waiting = 0
            const observer = new MutationObserver((records) => {
              if (!records.some(({ target }) => isPlan(target))) return
              changed = performance.now()
              waiting += 1
              requestAnimationFrame((now) => {
                waiting -= 1
                last = Math.max(last, now)
              })
            })
            observer.observe(document.documentElement, {
              subtree: true,
              childList: true,
              attributes: true,
              characterData: true,
            })
            // Quiet is counted in looks that came on time, so that one long task cannot pass for it.
            let quiet = 0
            let looked = performance.now()
            const watch = () => {
              const now = performance.now()
              const isQuiet = waiting === 0 && now - Math.max(last, changed) > 20
              quiet = isQuiet ? quiet + Math.min(now - looked, 40) : 0
              looked = now
              if (quiet < 150) return setTimeout(watch, 20)
              observer.disconnect()
              resolve(last - start)
            }
            setTimeout(watch, 20)
          },
          { once: true, capture: true },
        )
      })
    },
    /** Resolves with the moment of the frame after the first one in which `selector` matches. */
    painted(selector) {
      return new Promise((resolve) => {
        const look = () => {
          if (document.querySelector(selector))
            requestAnimationFrame(() => resolve(performance.now()))
          else requestAnimationFrame(look)
        }
        look()
      })
    },
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) bench.longTasks.push(entry.duration)
  }).observe({ type: 'longtask' })
  window.bench = bench
}

/** A page with the raw input and metric commands of the DevTools protocol. */
export async function openPage(context, path, init) {
  const page = await context.newPage()
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.addInitScript(recorder)
  if (init) await page.addInitScript(init.script, init.argument)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'timeTicks' })
  await page.goto(`${ORIGIN}${path}`)
  const metrics = async () => {
    const { metrics: list } = await cdp.send('Performance.getMetrics')
    return Object.fromEntries(list.map(({ name, value }) => [name, value]))
  }
  const mouse = (type, x, y, extra = {}) =>
    cdp.send('Input.dispatchMouseEvent', { type, x, y, pointerType: 'mouse', ...extra })
  /** As `page.evaluate`, but gives up: a page that never answers must not hold up the whole run. */
  const ask = (work, argument, patienceMs = 60_000) =>
    Promise.race([
      page.evaluate(work, argument),
      new Promise((_, reject) =>
        setTimeout(
          () =>
            reject(new Error(`no answer within ${patienceMs} ms: ${String(work).slice(0, 120)}`)),
          patienceMs,
        ).unref(),
      ),
    ])
  return { page, cdp, metrics, mouse, errors, ask }
}

export const nextFrame = () => new Promise((resolve) => setTimeout(resolve, 16.7))

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length % 2
    ? sorted[(sorted.length - 1) / 2]
    : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2
}
export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
