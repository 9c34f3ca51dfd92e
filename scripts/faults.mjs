// `npm run faults [-- --set short|long] [--only P1,P15] [--seed 7]`: tries to lose data, prints what happened
// for each promise and writes it to docs/safety-figures.md. Losses end it with 1; nothing is tried again.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureBuild } from './ensure-build.mjs'
import { ensureDependencies } from './ensure-dependencies.mjs'
import { FILES, keepFigures, tableOf, writePage } from './fault-figures.mjs'
import { PROMISES } from './fault-promises.mjs'
import { SECTIONS } from './fault-sections.mjs'

process.chdir(resolve(import.meta.dirname, '..'))
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'long' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 2_147_483_647) },
  },
})
const only = values.only.split(',').filter(Boolean)
const unknown = only.filter((name) => !(name in PROMISES))
if (!['short', 'long'].includes(values.set) || unknown.length > 0) {
  console.error(`usage: npm run faults -- [--set short|long] [--only P1,P15] [--seed 7]`)
  process.exit(2)
}

ensureDependencies()
ensureBuild()
await ensureBrowser()

const CACHE = '.cache/faults'
const FIGURES = resolve(CACHE, 'figures.jsonl')
rmSync(CACHE, { recursive: true, force: true })
mkdirSync(CACHE, { recursive: true })
const env = {
  ...process.env,
  ROADBOOK_FAULTS: values.set,
  ROADBOOK_FAULTS_SEED: values.seed,
  ROADBOOK_FAULTS_OUT: FIGURES,
}

const run = (program, ...args) =>
  spawnSync(process.execPath, [program, ...args], { stdio: 'inherit', env }).status === 0
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

/** Tests that count no trials of their own: each test is one. */
const countTests = (section, report) => {
  const all = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults)
  const passed = all.filter(({ status }) => status === 'passed').length
  const failed = all.filter(({ status }) => status === 'failed').length
  return { tried: passed + failed, survived: passed, lost: failed || (report ? 0 : 1) }
}

const failures = []
const counted = []
for (const section of SECTIONS) {
  if (only.length > 0 && !section.promises.some((name) => only.includes(name))) continue
  if (section.atNight && values.set !== 'long') continue
  const files = section.files.filter((file) => existsSync(file))
  if (files.length === 0) continue
  console.log(`\n— ${section.promises.join(', ')}: ${section.what}`)
  const started = Date.now()
  const isSpec = section.runner === 'playwright'
  const report = `${CACHE}/vitest-${String(SECTIONS.indexOf(section))}.json`
  const isGreen = isSpec
    ? run('node_modules/@playwright/test/cli.js', 'test', ...files, '--project=lite', '--workers=1')
    : run(
        'node_modules/vitest/vitest.mjs',
        ...['run', ...files, '--reporter=default', '--reporter=json'],
        `--outputFile.json=${report}`,
      )
  console.log(`(${((Date.now() - started) / 1000).toFixed(0)} s)`)
  if (!isGreen) failures.push(section)
  if (section.counts)
    counted.push({
      promise: section.promises[0],
      what: `${section.what} (tests)`,
      ...countTests(section, readJson(report)),
      seed: null,
    })
}

const written = existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8').split('\n').filter(Boolean) : []
const day = new Date().toISOString().slice(0, 10)
const figures = [...written.map((line) => JSON.parse(line)), ...counted]
  .filter(({ promise }) => only.length === 0 || only.includes(promise))
  .map((figure) => ({ ...figure, day }))
const lost = figures.reduce((sum, figure) => sum + figure.lost, 0)

console.log(`\n${tableOf(figures)}`)
for (const { time, what } of figures)
  if (time) console.log(`${what}: ${time.value} ${time.unit}, asked for at most ${time.bar ?? '–'}`)
for (const { what } of failures) console.log(`FAILED: ${what}`)

const node = process.versions.node.split('.')[0]
const setting = `Node ${node} on ${process.platform}, ${cpus().length} cores, lite host over Chromium, a virtual disk`
keepFigures(values.set, only, figures, failures, setting)
writePage()
// Both are files of the repository like any other.
run('node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', ...FILES)
console.log('Written to docs/safety-figures.md.')
process.exit(lost === 0 && failures.length === 0 ? 0 : 1)
