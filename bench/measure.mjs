// What is measured on a page, the same for the peer and for Roadbook.
import { nextFrame, percentile } from './browser.mjs'

const STEPS = 60
const STEP_PX = 10

/** Drags the bar matching `selector` 600 px to the right in 60 raw mouse steps, one a frame. */
export async function measureDrag({ page, metrics, mouse, cdp }, selector) {
  const box = await page.evaluate((query) => {
    const inView = [...document.querySelectorAll(query)]
      .map((bar) => bar.getBoundingClientRect())
      .filter(
        (r) =>
          r.width > 60 &&
          r.left > 420 &&
          r.right < innerWidth - 760 &&
          r.top > 180 &&
          r.bottom < innerHeight - 220,
      )
    inView.sort((a, b) => a.top - b.top)
    const chosen = inView[Math.floor(inView.length / 2)]
    return chosen ? { x: chosen.left + chosen.width / 2, y: chosen.top + chosen.height / 2 } : null
  }, selector)
  if (!box) throw new Error(`no bar to drag for ${selector}`)
  await mouse('mouseMoved', box.x, box.y)
  await nextFrame()
  await page.evaluate(() => window.bench.startFrames())
  await mouse('mousePressed', box.x, box.y, { button: 'left', buttons: 1, clickCount: 1 })
  await nextFrame()
  // The first steps pass the drag threshold, so that what is counted is dragging.
  for (let step = 1; step <= 3; step++) {
    await mouse('mouseMoved', box.x + step * 4, box.y, { button: 'left', buttons: 1 })
    await nextFrame()
  }
  const before = await metrics()
  for (let step = 1; step <= STEPS; step++) {
    await mouse('mouseMoved', box.x + 12 + step * STEP_PX, box.y, { button: 'left', buttons: 1 })
    await nextFrame()
  }
  const after = await metrics()
  await page.evaluate(() => window.bench.armSettled())
  await mouse('mouseReleased', box.x + 12 + STEPS * STEP_PX, box.y, {
    button: 'left',
    buttons: 0,
    clickCount: 1,
  })
  const settled = await page.evaluate(() => window.bench.settled)
  const { frames, longTasks } = await page.evaluate(() => window.bench.stopFrames())
  void cdp
  return {
    stepMs: ((after.TaskDuration - before.TaskDuration) * 1000) / STEPS,
    settledMs: settled,
    worstFrameMs: Math.max(...frames),
    longTasks: longTasks.length,
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
export async function measureEdit({ page, cdp }) {
  const ready = page.evaluate(
    () =>
      new Promise((resolve) => {
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
            const tick = () => {
              frames += 1
              if (!changed && frames < 60) return requestAnimationFrame(tick)
              observer.disconnect()
              const editPaintedMs = performance.now() - start
              const saved = () =>
                window.benchSaves.length > saves
                  ? resolve({
                      editPaintedMs,
                      editPaintedFrames: frames,
                      editSavedMs: window.benchSaves.at(-1) - start,
                    })
                  : setTimeout(saved, 4)
              saved()
            }
            requestAnimationFrame(tick)
          },
          { once: true, capture: true },
        )
      }),
  )
  const key = { key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, modifiers: 2 }
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  return ready
}
