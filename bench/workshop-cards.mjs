// 300 cards of a workshop beside the bars of the route view: the same drag of the same 60 steps in one run.
// Runs alone: `node workshop-cards.mjs --runs 5`, with the app and the bench pages built.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, nextFrame, openBrowser, openPage } from './browser.mjs'
import { measureDrag } from './measure.mjs'
import { fakeBridge } from './fake-bridge.mjs'

const CARDS = 300
const STEPS = 60
const SIZE = 'M'
const LIMIT = 1.25

const here = dirname(fileURLToPath(import.meta.url))
const at = process.argv.indexOf('--runs')
const runs = Number(at > 0 ? process.argv[at + 1] : '5')
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const browser = await openBrowser({
  appRoot: join(here, '../out/renderer'),
  benchRoot: join(here, 'out'),
  viewport: { width: 1920, height: 1080 },
})

/** The app with the seeded plan on the screen. */
const open = async () => {
  const seed = await openPage(browser.context, `/bench/seed.html?size=${SIZE}`)
  await seed.page.waitForFunction(() => window.benchReady)
  const { heads } = await seed.ask((count) => window.benchSeed(count), 0)
  await seed.page.close()
  const tools = await openPage(browser.context, '/', { script: fakeBridge, argument: heads })
  await tools.page.waitForSelector('[data-map] [data-lane]')
  await wait(500)
  await tools.page.keyboard.press('Control+o')
  await tools.page.getByRole('button', { name: `Open Bench ${SIZE}` }).click()
  await tools.page.waitForSelector('[data-map] [data-kind="initiative"]')
  await wait(1500)
  return tools
}

const route = async () => {
  const tools = await open()
  const { stepMs, worstFrameMs } = await measureDrag(tools, '[data-map] [data-kind="initiative"]')
  await tools.page.close()
  return { stepMs, worstFrameMs }
}

/** Drags a card over the wall and the stage, and lets it go on another one: it must be grouped then. */
const cards = async () => {
  const { page, metrics, mouse, errors } = await open()
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  await page.getByRole('button', { name: /^Empty/ }).click()
  await page.getByRole('button', { name: 'Start the clock' }).click()
  const entry = page.getByLabel('Type an idea, press Enter', { exact: true })
  await entry.fill(Array.from({ length: CARDS }, (_, i) => `Idea ${i + 1}`).join('\n'))
  await entry.press('Enter')
  await page.getByText('Idea 1', { exact: true }).waitFor()
  await wait(800)
  const from = await page.locator('[data-card]').nth(3).boundingBox()
  const onto = await page.locator('[data-card]').nth(5).boundingBox()
  const start = { x: from.x + 60, y: from.y + from.height / 2 }
  const end = { x: onto.x + 90, y: onto.y + onto.height / 2 }
  const hold = { button: 'left', buttons: 1 }
  const before = await page.getByText(/^Group of/).count()
  await mouse('mouseMoved', start.x, start.y)
  await page.evaluate(() => window.bench.startFrames())
  await mouse('mousePressed', start.x, start.y, { ...hold, clickCount: 1 })
  await nextFrame()
  for (let step = 1; step <= 3; step++) {
    await mouse('mouseMoved', start.x - step * 4, start.y, hold)
    await nextFrame()
  }
  const first = await metrics()
  for (let step = 1; step <= STEPS; step++) {
    // Out over the stage and back again to the other card.
    const out = Math.sin((step / STEPS) * Math.PI) * 420
    const part = step / STEPS
    await mouse(
      'mouseMoved',
      start.x + (end.x - start.x) * part - out,
      start.y + (end.y - start.y) * part,
      hold,
    )
    await nextFrame()
  }
  const last = await metrics()
  const { frames } = await page.evaluate(() => window.bench.stopFrames())
  await mouse('mouseReleased', end.x, end.y, { button: 'left', buttons: 0, clickCount: 1 })
  await wait(400)
  if ((await page.getByText(/^Group of/).count()) !== before + 1)
    throw new Error('the card was not laid onto the other one')
  if (errors.length) throw new Error(errors.join('; '))
  await page.close()
  return {
    stepMs: ((last.TaskDuration - first.TaskDuration) * 1000) / STEPS,
    worstFrameMs: Math.max(...frames),
  }
}

const figures = { route: [], cards: [] }
for (let run = 0; run < runs; run++) {
  figures.route.push(await route())
  figures.cards.push(await cards())
}
await browser.close()

const of = (list, key) => median(list.map((each) => each[key]))
const step = { route: of(figures.route, 'stepMs'), cards: of(figures.cards, 'stepMs') }
const worst = { route: of(figures.route, 'worstFrameMs'), cards: of(figures.cards, 'worstFrameMs') }
const ratio = step.cards / step.route
const lines = [
  `| figure (medians of ${runs} runs) | route view, ${SIZE} | ${CARDS} cards |`,
  '|---|---|---|',
  `| main thread per drag step (ms) | ${step.route.toFixed(2)} | ${step.cards.toFixed(2)} |`,
  `| worst frame while dragging (ms) | ${worst.route.toFixed(1)} | ${worst.cards.toFixed(1)} |`,
  '',
  `time per drag step, cards ÷ route: ${ratio.toFixed(2)} (limit ${LIMIT}): ${ratio <= LIMIT ? 'holds' : '**does not hold**'}`,
]
console.log(lines.join('\n'))
if (ratio > LIMIT) process.exitCode = 1
