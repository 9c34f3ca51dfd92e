import { spawn } from 'node:child_process'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { expect, it, vi } from 'vitest'
import type * as Ladder from '#domain/plan/format-ladder.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { combineHash, EMPTY_HASH, canonicalJson, rowHash } from '#domain/plan/state-hash.ts'
import { upgradeStep } from '#domain/plan/upgrade-plan.ts'
import { openStore } from '#main/testing/open-store.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { chanceFrom, isLong, record, seed } from '../../faults/main/record.ts'
import { nextVersion } from './next-version.ts'
import { NEXT_VERSION, nextStep, olderPlan } from './older-plan.ts'

vi.mock('#domain/plan/thing.ts', async (original) => ({
  ...(await original<object>()),
  PLAN_VERSION: 2,
}))
vi.mock('#domain/plan/format-ladder.ts', async (original) => {
  const real = await original<typeof Ladder>()
  const upgradeRow = (row: unknown, version: number) => real.upgradeRow(row, version, [nextStep])
  return { ...real, upgradeRow }
})

const ROOT = resolve(import.meta.dirname, '../../..')
const KILLS = isLong ? 60 : 18
const AT = '2026-11-22T13:00:00.000Z'

/** What page and main do together for a plan of an older form, over main's own doors. */
const climber = (root: string) => `
  import { randomBytes } from 'node:crypto'
  import { realDisk } from '${ROOT}/src/main/files/disk.ts'
  import { createDataStore } from '${ROOT}/src/main/boot/data-store.ts'
  import { upgradeStep } from '${ROOT}/src/domain/plan/upgrade-plan.ts'
  const store = createDataStore({
    disk: realDisk, platform: process.platform, clock: Date.now, random: (n) => randomBytes(n),
    wait: () => new Promise((done) => setImmediate(done)), log: () => {}, notify: () => {},
    root: ${JSON.stringify(root)}, madeBy: { app: '0' }, chooseFolder: async () => null,
    later: () => () => {},
  })
  await store.open()
  const [{ planId, head }] = await store.journal.list()
  process.stdout.write('begun\\n')
  if (head.version < ${String(NEXT_VERSION)}) {
    const rows = new Map()
    for (const { patch } of (await store.journal.read(planId, 0)).operations)
      for (const row of patch.puts) rows.set(row.kind + ' ' + row.id, row)
    await store.snapshots.take({
      planId, reason: 'before-migration', pinned: true, confirmedShrink: false })
    process.stdout.write('copied\\n')
    const { operation } = upgradeStep(head, [...rows.values()], '${AT}')
    await store.keeper.append([operation])
  }
  process.stdout.write('done\\n')
  await store.close()
`

/** Words of the program at which it is killed in turn, and how many milliseconds later at most. */
const MOMENTS = [
  { word: 'begun', within: 15 },
  { word: 'copied', within: 4 },
  { word: 'done', within: 0 },
] as const

/** Runs the program, kills it hard `ms` after a word (null: never) and gives what it printed. */
async function climb(file: string, word: string, ms: number | null): Promise<string> {
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  const gone = new Promise((done) => child.once('close', done))
  const said = new Promise<void>((go) => {
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString()
      if (printed.includes(word)) go()
    })
  })
  await Promise.race([said, gone])
  if (ms !== null) {
    await new Promise((go) => setTimeout(go, ms))
    child.kill('SIGKILL')
  }
  await gone
  return printed
}

const hashOf = (rows: readonly Thing[]) =>
  rows.reduce((sum, row) => combineHash(sum, rowHash(row)), EMPTY_HASH)

it('a kill while a plan is brought into the next form leaves the old one or the new one', async () => {
  const folder = await tempFolder()
  const old = olderPlan('p')
  const { operation } = upgradeStep(old.head, old.rows, AT)
  const source = join(folder, 'source')
  const before = openStore(source)
  await before.store.journal.append(old.operations)
  await before.store.close()

  const root = join(folder, 'data')
  const entry = join(folder, 'entry.js')
  await writeFile(entry, climber(root))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    plugins: [nextVersion('older-plan.ts', 'nextStep')],
    // All in one file: the program is started twice for each kill and should not look for its parts.
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: join(folder, 'out'), target: 'node20' },
  })
  const file = join(folder, 'out', 'entry.js')
  const chance = chanceFrom(seed)
  const lost: string[] = []
  const met = { 'before its copy': 0, 'between copy and climb': 0, 'after its climb': 0 }
  for (let kill = 0; kill < KILLS; kill += 1) {
    await cp(source, root, { recursive: true, force: true })
    const { word, within } = MOMENTS[kill % MOMENTS.length] ?? MOMENTS[0]
    const printed = await climb(file, word, chance() * within)
    const say = (what: string) => lost.push(`kill ${String(kill)}: ${what}`)
    for (const round of ['killed', 'again']) {
      if (round === 'again' && !(await climb(file, 'done', null)).includes('done'))
        say('it never ended')
      const { store } = openStore(root)
      const head = await store.journal.headOf('p')
      const isNext = head?.hash === operation.hash && head.version === NEXT_VERSION
      if (!isNext && (head?.hash !== old.head.hash || head.seq !== 3)) say('half a climb')
      if (!isNext && (round === 'again' || printed.includes('done'))) say('a promise was broken')
      const { operations } = await store.journal.read('p', 0)
      if (canonicalJson(operations.slice(0, 3)) !== canonicalJson(old.operations))
        say('the steps of then are changed')
      const copies = (await store.snapshots.list('p')).filter(
        (one) => one.reason === 'before-migration' && one.pinned && one.state === 'valid',
      )
      if (isNext && copies.length === 0) say('no copy from before')
      const climbedSo = copies.length > 0 ? 'between copy and climb' : 'before its copy'
      if (round === 'killed') met[isNext ? 'after its climb' : climbedSo] += 1
      for (const { id } of copies) {
        const read = await store.snapshots.read('p', id)
        if (hashOf(JSON.parse(read.things) as Thing[]) !== old.head.hash) say('another copy')
      }
      await store.close()
    }
    await rm(root, { recursive: true })
  }
  record({
    ...{ promise: 'P9', counts: 'kills' },
    what: `a writer killed while a plan climbs to the next form (${Object.entries(met)
      .map(([moment, times]) => `${String(times)} ${moment}`)
      .join(', ')})`,
    ...{ tried: KILLS, survived: lost.length === 0 ? KILLS : 0, lost: lost.length, seed },
  })
  expect(lost, `seed ${String(seed)}`).toEqual([])
}, 300_000)
