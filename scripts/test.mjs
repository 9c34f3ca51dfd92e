// npm test: makes ready what is missing, runs every check and both test runners, and counts.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureDependencies } from './ensure-dependencies.mjs'
import { electronPath } from './ensure-electron.mjs'

process.chdir(resolve(import.meta.dirname, '..'))
ensureDependencies()

const REPORTS = '.cache/test-reports'
rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

const run = (program, ...args) =>
  spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
const npmRun = (name, ...args) => {
  console.log(`\n— ${name}`)
  return run('npm', 'run', '-s', name, '--', ...args)
}

const counts = { passed: 0, failed: 0, skipped: 0 }
/** Runs a script beside others; what it has to say stands together when it is over. */
const runAside = async (name, ...args) => {
  const said = []
  const child = spawn('npm', ['run', '-s', name, '--', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part))
  const isGreen = await new Promise((done) => {
    child.on('error', () => done(false))
    child.on('close', (code) => done(code === 0))
  })
  console.log(`\n— ${name}${isGreen ? '' : ': failed'}`)
  process.stdout.write(Buffer.concat(said))
  return isGreen
}
/** Runs checks one after another. One that fails counts as one failure. */
const checkInTurn = async (...names) => {
  for (const name of names) if (!(await runAside(name))) counts.failed += 1
}

/** Adds a runner's own numbers; a runner that failed without a failing test counts as one failure. */
const count = (isGreen, file, numbersOf) => {
  const numbers = existsSync(file)
    ? numbersOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  if (!isGreen && numbers.failed === 0) numbers.failed = 1
  for (const key of Object.keys(counts)) counts[key] += numbers[key]
}

/** Why how many end-to-end tests were skipped. */
const skipReasons = (report) => {
  const reasons = new Map()
  const visit = (suite) => {
    for (const inner of suite.suites ?? []) visit(inner)
    for (const { tests } of suite.specs ?? []) {
      for (const { status, projectName, annotations } of tests) {
        if (status !== 'skipped') continue
        const why =
          annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
        const line = `skipped on ${projectName}: ${why}`
        reasons.set(line, (reasons.get(line) ?? 0) + 1)
      }
    }
  }
  for (const suite of report.suites) visit(suite)
  return reasons
}

/** Runs the unit tests of one project of `vitest.config.ts` by `runner` and counts them. */
const unitTests = async (runner, project, ...args) => {
  const file = `${REPORTS}/vitest-${project}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  count(await runner('unit', `--project=${project}`, ...reporters, ...args), file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

// Lint takes as long as the others and the tests of the rules together, on one core.
await Promise.all([
  checkInTurn('lint'),
  checkInTurn('build', 'format', 'types', 'boundaries').then(() =>
    unitTests(runAside, 'rules', '--maxWorkers=1'),
  ),
])
// The other unit tests look at the built output as well.
await unitTests(npmRun, 'rooms')

if (existsSync('out/main/lite-host.js')) {
  await ensureBrowser()
  console.log('\n— e2e')
  // Electron opens real windows; a machine without a display lends it a virtual one.
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && electronPath()
  const display = needsDisplay && existsSync('/usr/bin/xvfb-run') ? ['xvfb-run', '-a'] : []
  const [program, ...args] = [...display, process.execPath, 'node_modules/@playwright/test/cli.js']
  const isGreen = run(program, ...args, 'test')
  count(isGreen, `${REPORTS}/playwright.json`, (report) => {
    for (const [line, times] of skipReasons(report)) console.log(`${times} ${line}`)
    const { expected, flaky, unexpected, skipped } = report.stats
    console.log(`${flaky} passed at the second try only`)
    return { passed: expected + flaky, failed: unexpected, skipped }
  })
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed === 0 ? 0 : 1)
