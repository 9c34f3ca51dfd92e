// Speed figures in one run, in one Chromium: the floor, the peer and Roadbook's built renderer.
// Prints a table, writes results/latest.json and results/latest.md. Bars are ratios within the run.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, openBrowser, openPage } from './browser.mjs'
import { measureDrag, measureEdit, measureScroll, measureSize } from './measure.mjs'
import { fakeBridge } from './fake-bridge.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? process.argv[at + 1] : fallback
}
const sizes = option('sizes', 'S,L,XL').split(',')
const runs = Number(option('runs', '5'))
const viewport = { width: 1920, height: Number(option('height', '2160')) }
const browser = await openBrowser({
  appRoot: join(here, '../out/renderer'),
  benchRoot: join(here, 'out'),
  viewport,
})
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
/** Until a page has done what it puts off to idle time, or ten seconds have passed: what follows is measured alone. */
const untilIdle = async ({ metrics }) => {
  for (let i = 0; i < 20; i++) {
    const before = await metrics()
    await wait(500)
    if ((await metrics()).TaskDuration - before.TaskDuration < 0.02) return
  }
}
const BARS = { svar: '.wx-bar.wx-task', roadbook: '[data-map] [data-kind="initiative"]' }
const MIDDLE = { x: viewport.width / 2, y: viewport.height / 2 }
const scrolls = { x: MIDDLE.x, y: MIDDLE.y, count: 180, delta: 300 }

const floor = async () => {
  const tools = await openPage(browser.context, '/bench/floor.html')
  await wait(300)
  const scroll = await measureScroll(tools, scrolls)
  await tools.page.close()
  return { scrollP95Ms: scroll.p95Ms, scrollDropped: scroll.dropped }
}

const svar = async (size) => {
  const tools = await openPage(browser.context, `/bench/svar.html?size=${size}`)
  const { page } = tools
  await page.waitForFunction(() => window.benchReady)
  await wait(300)
  const paintMs = await tools.ask(async (bar) => {
    const painted = window.bench.painted(bar)
    window.benchStart()
    return (await painted) - performance.getEntriesByName('in-memory')[0].startTime
  }, BARS.svar)
  await untilIdle(tools)
  const bars = await page.evaluate((bar) => document.querySelectorAll(bar).length, BARS.svar)
  const sizeFigures = await measureSize(tools)
  const drag = await measureDrag(tools, BARS.svar)
  const scroll = await measureScroll(tools, scrolls)
  if (tools.errors.length) throw new Error(`peer: ${tools.errors.join('; ')}`)
  await page.close()
  return {
    paintMs,
    bars,
    ...drag,
    scrollP95Ms: scroll.p95Ms,
    scrollDropped: scroll.dropped,
    ...sizeFigures,
  }
}

/** Writes the plan with the app's own repository, and reads it back both ways. */
const seed = async (size, loads) => {
  const tools = await openPage(browser.context, `/bench/seed.html?size=${size}`)
  await tools.page.waitForFunction(() => window.benchReady)
  const result = await tools.ask((count) => window.benchSeed(count), loads)
  await tools.page.close()
  return result
}

const roadbook = async (size, heads) => {
  const tools = await openPage(browser.context, '/', { script: fakeBridge, argument: heads })
  const { page } = tools
  // The app is up with a small plan; now the plan to be measured is opened as a person would.
  await page.waitForSelector('[data-map] [data-lane]')
  await wait(500)
  await page.keyboard.press('Control+o')
  const open = page.getByRole('button', { name: `Open Bench ${size}` })
  // The hand rests on the button before it presses: its colours have changed by then.
  await open.hover()
  await wait(300)
  const painted = tools.ask(async (bar) => {
    performance.clearMarks('plan-in-memory')
    const at = await window.bench.painted(bar)
    return at - performance.getEntriesByName('plan-in-memory').at(-1).startTime
  }, BARS.roadbook)
  await open.click()
  const paintMs = await painted
  await untilIdle(tools)
  const bars = await page.evaluate((bar) => document.querySelectorAll(bar).length, BARS.roadbook)
  const sizeFigures = await measureSize(tools)
  const drag = await measureDrag(tools, BARS.roadbook)
  const edit = await measureEdit(tools, BARS.roadbook)
  const scroll = await measureScroll(tools, scrolls)
  if (tools.errors.length) throw new Error(`roadbook: ${tools.errors.join('; ')}`)
  await page.close()
  return {
    paintMs,
    bars,
    ...drag,
    ...edit,
    scrollP95Ms: scroll.p95Ms,
    scrollDropped: scroll.dropped,
    ...sizeFigures,
  }
}

const medians = (list) =>
  Object.fromEntries(
    Object.keys(list[0]).map((key) => [key, median(list.map((figures) => figures[key]))]),
  )

// Everything in turn, and then everything again: a machine that slows down for a while slows what is compared alike.
const all = {
  floor: [],
  sizes: Object.fromEntries(sizes.map((size) => [size, { svar: [], roadbook: [], load: [] }])),
}
for (let i = 1; i <= runs; i++) {
  all.floor.push(await floor())
  for (const size of sizes) {
    const { svar: peers, roadbook: ours, load: loads } = all.sizes[size]
    // Fresh rows for every run: the run before has moved bars and left its plan open.
    const { load, heads } = await seed(size, 3)
    loads.push(load)
    peers.push(await svar(size))
    ours.push(await roadbook(size, heads))
  }
  console.error(`run ${i} of ${runs} done`)
}
const results = {
  floor: medians(all.floor),
  sizes: Object.fromEntries(
    sizes.map((size) => [
      size,
      {
        load: medians(all.sizes[size].load),
        svar: medians(all.sizes[size].svar),
        roadbook: medians(all.sizes[size].roadbook),
      },
    ]),
  ),
}
await browser.close()

const L = results.sizes.L
const S = results.sizes.S
const XL = results.sizes.XL
const ratio = (a, b) => a / b
const bars = []
const bar = (name, value, limit, unit = '') =>
  bars.push({ name, value, limit, unit, holds: value <= limit })
if (L) {
  bar('L paint ÷ peer', ratio(L.roadbook.paintMs, L.svar.paintMs), 0.5)
  bar('L time per drag step ÷ peer', ratio(L.roadbook.stepMs, L.svar.stepMs), 0.75)
  bar('L drop → settled ÷ peer', ratio(L.roadbook.settledMs, L.svar.settledMs), 0.75)
  bar('L worst frame from pick-up to drop', L.roadbook.worstFrameMs, 50, 'ms')
  bar('L scroll p95 ÷ floor', ratio(L.roadbook.scrollP95Ms, results.floor.scrollP95Ms), 1.1)
  bar('L scroll frames dropped', L.roadbook.scrollDropped, 0.05)
  bar('L DOM nodes', L.roadbook.nodes, 2500)
  bar('L load ÷ raw IndexedDB', ratio(L.load.appMs, L.load.rawMs), 2)
  bar('L edit → painted', L.roadbook.editPaintedFrames, 2, 'frames')
  bars.push({
    name: 'L bars in view (at least)',
    value: L.roadbook.bars,
    limit: 150,
    unit: '',
    holds: L.roadbook.bars >= 150,
  })
}
if (L && S) {
  bar('paint L ÷ S', ratio(L.roadbook.paintMs, S.roadbook.paintMs), 2)
  bar('time per drag step L ÷ S', ratio(L.roadbook.stepMs, S.roadbook.stepMs), 2)
}
if (L && XL) {
  bar('paint XL ÷ S', ratio(XL.roadbook.paintMs, S.roadbook.paintMs), 2)
  bar('time per drag step XL ÷ S', ratio(XL.roadbook.stepMs, S.roadbook.stepMs), 2)
}

const number = (value) =>
  typeof value !== 'number'
    ? '–'
    : value >= 100
      ? value.toFixed(0)
      : value >= 1
        ? value.toFixed(1)
        : value.toFixed(3)
const rows = [
  ['paintMs', 'data in memory → painted (ms)'],
  ['stepMs', 'main thread per drag step (ms)'],
  ['settledMs', 'drop → settled (ms)'],
  ['worstFrameMs', 'worst frame while dragging (ms)'],
  ['scrollP95Ms', 'scrolling, p95 frame (ms)'],
  ['scrollDropped', 'scrolling, share of frames dropped'],
  ['editPaintedMs', 'edit → painted (ms)'],
  ['editPaintedFrames', 'edit → painted (frames)'],
  ['editSavedMs', 'edit → saved (ms)'],
  ['heapMb', 'heap (MB)'],
  ['nodes', 'DOM nodes'],
  ['bars', 'bars in view'],
]
const lines = [
  '# Speed figures',
  '',
  `Medians of ${runs} runs, viewport ${viewport.width} × ${viewport.height}, Chromium ${browser.version || '(version unknown)'}; repeat with \`npm run bench\`.`,
  '',
  `| figure | floor | ${sizes.flatMap((size) => [`peer ${size}`, `Roadbook ${size}`]).join(' | ')} |`,
  `|---|---|${sizes.map(() => '---|---|').join('')}`,
  ...rows.map(
    ([key, label]) =>
      `| ${label} | ${number(results.floor[key])} | ${sizes
        .flatMap((size) => [
          number(results.sizes[size].svar[key]),
          number(results.sizes[size].roadbook[key]),
        ])
        .join(' | ')} |`,
  ),
  '',
  `| load of the plan | ${sizes.join(' | ')} |`,
  `|---|${sizes.map(() => '---|').join('')}`,
  ...[
    ['appMs', 'by the app (ms)'],
    ['rawMs', 'raw IndexedDB, same rows (ms)'],
    ['rows', 'rows'],
  ].map(
    ([key, label]) =>
      `| ${label} | ${sizes.map((size) => number(results.sizes[size].load[key])).join(' | ')} |`,
  ),
  '',
  '| bar | measured | limit | holds |',
  '|---|---|---|---|',
  ...bars.map(
    ({ name, value, limit, unit, holds }) =>
      `| ${name} | ${number(value)} ${unit} | ${limit} ${unit} | ${holds ? 'yes' : '**no**'} |`,
  ),
  '',
]
mkdirSync(join(here, 'results'), { recursive: true })
writeFileSync(join(here, 'results/latest.json'), JSON.stringify(results, null, 2))
writeFileSync(join(here, 'results/latest.md'), lines.join('\n'))
console.log(lines.join('\n'))
