// What is measured on a page, the same for the peer and for Roadbook.
import { nextFrame, percentile } from './browser.mjs'

const STEPS = 60
const STEP_PX = 10

/** Where the bar with this id stands in the window; null while it is not mounted. */
const placeOf = (page, selector, id) =>
  page.evaluate(
    ({ query, wanted }) => {
      const bar = [...document.querySelectorAll(query)].find((b) => b.dataset.id === wanted)
      if (!bar) return null
      const { left, top, width, height } = bar.getBoundingClientRect()
      return { left, top, x: left + width / 2, y: top + height / 2 }
    },
    { query: selector, wanted: id },
  )

/** The id of a bar in the middle of the view with 600 px of free way to its right. */
const barToDrag = (page, selector) =>
  page.evaluate((query) => {
    const inView = [...document.querySelectorAll(query)]
      .map((bar) => ({ id: bar.dataset.id, box: bar.getBoundingClientRect() }))
      .filter(
        ({ box }) =>
          box.width > 60 &&
          box.left > 420 &&
          box.right < innerWidth - 960 &&
          box.top > 180 &&
          box.bottom < innerHeight - 220,
      )
    inView.sort((a, b) => a.box.top - b.box.top)
    return inView[Math.floor(inView.length / 2)]?.id ?? null
  }, selector)

/** Drags a bar 600 px to the right in 60 raw mouse steps, one a frame. Throws when the bar did not move. */
export async function measureDrag({ page, metrics, mouse, ask }, selector) {
  const id = await barToDrag(page, selector)
  const from = id === null ? null : await placeOf(page, selector, id)
  if (!from) throw new Error(`no bar to drag for ${selector}`)
  const hold = { button: 'left', buttons: 1 }
  await mouse('mouseMoved', from.x, from.y)
  await nextFrame()
  await page.evaluate(() => window.bench.startFrames())
  await mouse('mousePressed', from.x, from.y, { ...hold, clickCount: 1 })
  await nextFrame()
  // The first steps pass the drag threshold, so that what is counted is dragging.
  for (let step = 1; step <= 3; step++) {
    await mouse('mouseMoved', from.x + step * 4, from.y, hold)
    await nextFrame()
  }
  const before = await metrics()
  for (let step = 1; step <= STEPS; step++) {
    await mouse('mouseMoved', from.x + 12 + step * STEP_PX, from.y, hold)
    await nextFrame()
  }
  const after = await metrics()
  const { frames } = await page.evaluate(() => window.bench.stopFrames())
  await page.evaluate(() => window.bench.armSettled())
  await mouse('mouseReleased', from.x + 12 + STEPS * STEP_PX, from.y, {
    button: 'left',
    buttons: 0,
    clickCount: 1,
  })
  const settledMs = await ask(() => window.bench.settled)
  const to = await placeOf(page, selector, id)
  if (to && Math.abs(to.left - from.left) < 300)
    throw new Error(`the bar ${id} moved only ${to.left - from.left} px (${selector})`)
  return {
    stepMs: ((after.TaskDuration - before.TaskDuration) * 1000) / STEPS,
    settledMs,
    worstFrameMs: Math.max(...frames),
  }
}

/** Scrolls with raw wheel events, one a frame, for `count` frames at the given point. */
export async function measureScroll({ page, mouse }, { x, y, count = 240, delta = 240 }) {
  await mouse('mouseMoved', x, y)
  await page.evaluate(() => window.bench.startFrames())
  for (let i = 0; i < count; i++) {
    await mouse('mouseWheel', x, y, { deltaX: 0, deltaY: delta })
    await nextFrame()
  }
  const { frames } = await page.evaluate(() => window.bench.stopFrames())
  return {
    p95Ms: percentile(frames, 0.95),
    dropped: frames.filter((ms) => ms > 25).length / frames.length,
  }
}

/** Heap after a collection (MB) and DOM nodes of the document. */
export async function measureSize({ page, cdp }) {
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  return { heapMb: usedSize / 1e6, nodes }
}

/** One edit by keyboard (undo of the drag before): key → first changed frame, and key → save acknowledged. */
export async function measureEdit({ page, cdp, ask }) {
  // Installed before the key is sent: the two go over different sessions and would race.
  await page.evaluate(() => {
    window.bench.edit = new Promise((resolve) => {
      const saves = window.benchSaves.length
      addEventListener(
        'keydown',
        (event) => {
          const start = event.timeStamp
          let frames = 0
          let changed = false
          const observer = new MutationObserver(() => {
            changed = true
          })
          observer.observe(document.body, { subtree: true, childList: true, attributes: true })
          const saved = (painted) => {
            if (window.benchSaves.length > saves)
              resolve({ ...painted, editSavedMs: window.benchSaves.at(-1) - start })
            else setTimeout(() => saved(painted), 4)
          }
          const tick = () => {
            frames += 1
            if (!changed && frames < 60) return requestAnimationFrame(tick)
            observer.disconnect()
            saved({ editPaintedMs: performance.now() - start, editPaintedFrames: frames })
          }
          requestAnimationFrame(tick)
        },
        { once: true, capture: true },
      )
    })
  })
  const key = { key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, modifiers: 2 }
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  return ask(() => window.bench.edit)
}
