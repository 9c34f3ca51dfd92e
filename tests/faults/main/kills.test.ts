import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { chanceFrom, isLong, record, seed } from './record.ts'
import { PLAN, open, operations, readBefore, readOrNull, recovered } from './story.ts'

const PROJECT = resolve(import.meta.dirname, '../../..')
const KILLS = isLong ? 500 : 50
/** Most of a trial is waiting: two run side by side. */
const LANES = 2
/** About 1 MB of rows, so that writing a snapshot takes long enough to be hit. */
const MOST = 2_000
const NOTE = 'x'.repeat(490)
/** How long a writer lives at most: long enough for several snapshots. */
const MOST_MS = isLong ? 400 : 150

/** A writer that adds steps one by one, says which are safe, and makes snapshots on the way. */
const WRITER = `
  import { randomBytes } from 'node:crypto'
  import { readFileSync } from 'node:fs'
  import { realDisk } from '${PROJECT}/src/main/files/disk.ts'
  import { createDataStore } from '${PROJECT}/src/main/boot/data-store.ts'
  const [, , root, steps] = process.argv
  const store = createDataStore({
    disk: realDisk, platform: process.platform, clock: Date.now, random: (n) => randomBytes(n),
    wait: () => new Promise((done) => setImmediate(done)), log: () => {}, notify: () => {},
    root, madeBy: { app: '0' }, chooseFolder: async () => null,
    later: () => () => {}, segmentBytes: 60_000, journalKeeps: { snapshots: 3, steps: 50 },
  })
  await store.open()
  const ops = readFileSync(steps, 'utf8').split('\\n')
  let seq = (await store.journal.headOf('${PLAN}'))?.seq ?? 0
  process.stdout.write(seq + '\\n')
  for (let n = 0; seq < ops.length; n += 1) {
    seq = (await store.keeper.append(ops.slice(seq, seq + 20).map((op) => JSON.parse(op)))).seq
    process.stdout.write(seq + '\\n')
    if (n % 5 === 4) await store.snapshots.take({
      planId: '${PLAN}', reason: 'interval', pinned: false, confirmedShrink: false })
  }
`

/** P6: the process is killed while it writes; the next start finds everything that it was promised. */
it('nothing that was promised is lost by killing the writer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-kills-'))
  try {
    const entry = join(folder, 'entry.js')
    await writeFile(entry, WRITER)
    await build({
      root: PROJECT,
      configFile: false,
      logLevel: 'silent',
      // All in one file: a writer is started for each kill and should not look for its parts.
      ssr: { noExternal: true },
      build: { ssr: entry, outDir: join(folder, 'out'), target: 'node20' },
    })
    const ops = operations(MOST, NOTE)
    const steps = join(folder, 'steps.jsonl')
    await writeFile(steps, ops.map((op) => JSON.stringify(op)).join('\n'))
    let survived = 0
    const lost: string[] = []
    const lane = async (which: number) => {
      const root = join(folder, `data-${String(which)}`)
      const chance = chanceFrom(seed + which)
      const before = readBefore(root, readOrNull, new Map())
      for (let kill = which; kill < KILLS; kill += LANES) {
        const args = [join(folder, 'out', 'entry.js'), root, steps]
        const promised = await killAfter(args, chance() * MOST_MS)
        try {
          const seq = await recovered(root, ops, promised, { before })
          survived += 1
          if (seq > MOST - 200) await rm(root, { recursive: true })
        } catch (error) {
          lost.push(`kill ${String(kill)}: ${String(error)}`)
        }
      }
      expect(await orphansAfterADay(root)).toEqual([])
    }
    await Promise.all(Array.from({ length: LANES }, (_, which) => lane(which)))
    const what = 'kills of a writer of journal and snapshots'
    record({
      ...{ promise: 'P6', what, counts: 'kills' },
      ...{ tried: KILLS, survived, lost: lost.length, seed },
    })
    expect(lost).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 3_600_000)

/** Runs the writer, kills it `ms` after its first line and gives the last step that it called safe. */
async function killAfter(args: readonly string[], ms: number): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
  const gone = new Promise((done) => child.once('close', done))
  await Promise.race([new Promise((go) => child.stdout.once('data', go)), gone])
  await new Promise((go) => setTimeout(go, ms))
  child.kill('SIGKILL')
  await gone
  return Number(printed.split('\n').at(-2) ?? 0)
}

/** Temporary files that are still there when a day went by and something was written. */
async function orphansAfterADay(root: string): Promise<readonly string[]> {
  const temps = async () => {
    const all = await readdir(root, { recursive: true }).catch(() => [])
    return all.filter((name) => name.endsWith('.tmp'))
  }
  const old = new Date(Date.UTC(2026, 0, 1))
  for (const name of await temps()) await utimes(join(root, name), old, old)
  const { store } = open(root)
  await store.open()
  if (await store.journal.headOf(PLAN))
    await store.snapshots.take({
      ...{ planId: PLAN, reason: 'before-import', pinned: true, confirmedShrink: true },
    })
  await store.close()
  return temps()
}
