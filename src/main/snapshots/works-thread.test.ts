import { symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import type { Thing } from '#domain/plan/thing.ts'
import { growingPlan, person } from '#main/testing/growing-plan.ts'
import { openStore } from '#main/testing/open-store.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { worksThread } from './works-thread.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const TAKE = { planId: 'p', reason: 'interval', pinned: false, confirmedShrink: false } as const

let built = ''
beforeAll(async () => {
  const folder = await tempFolder()
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  built = join(folder, 'out', 'works-worker.js')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(ROOT, 'src/main/snapshots/works-worker.ts'),
      outDir: join(folder, 'out'),
      target: 'node20',
    },
  })
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
}, 60_000)

/** A file that is a thread's program. */
async function program(text: string): Promise<string> {
  const path = join(await tempFolder(), 'thread.mjs')
  await writeFile(path, text)
  return path
}

const people = (count: number): Thing[] =>
  Array.from({ length: count }, (_, at) => person(`m${String(at)}`, 'x'.repeat(200)))

it('main answers others while a snapshot of 5,000 rows is made', async () => {
  const works = worksThread({ path: built, log: () => undefined })
  const { store } = openStore(await tempFolder(), { works })
  const plan = growingPlan('p')
  await store.journal.append([plan.next(), plan.step({ puts: people(5_000), deletes: [] })])
  await store.snapshots.take({ ...TAKE, planId: 'p', reason: 'by-hand' })
  await store.journal.append(plan.some(3))

  let isDone = false
  let longest = 0
  let answers = 0
  const asked = (async () => {
    while (!isDone) {
      const started = performance.now()
      // A call as the page makes it: through the journal, then the next turn of the loop.
      await store.journal.headOf('p')
      await new Promise((go) => setTimeout(go, 1))
      longest = Math.max(longest, performance.now() - started)
      answers += 1
    }
  })()
  const begun = performance.now()
  const made = await store.snapshots.take(TAKE)
  const took = performance.now() - begun
  isDone = true
  await asked
  expect(made).toMatchObject({ state: 'valid', counts: { plan: 1, person: 5_004 } })
  expect(answers).toBeGreaterThan(10)
  // Made by main itself, it would be one wait as long as all of it.
  expect(longest).toBeLessThan(took * 0.8)
  await store.close()
  await works.close()
})

it('a thread that dies at its work fails that work in plain words; the next one is done', async () => {
  const lines: string[] = []
  const path = await program(`
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, name }) => {
      if (name === 'begin') process.exit(7)
      parentPort.postMessage({ id, value: null })
    })
    parentPort.postMessage({ ready: true })`)
  const works = worksThread({ path, log: (line) => lines.push(line) })
  expect(await works.resume({ planId: 'p', upTo: 1 })).toBeNull()
  await expect(works.begin({ planId: 'p', snapshot: null })).rejects.toMatchObject({
    code: 'failed',
    message: expect.stringMatching(/Every saved change is in the journal/) as string,
  })
  expect(lines).toEqual(['the thread that makes snapshots ended (code 7)'])
  expect(await works.resume({ planId: 'p', upTo: 1 })).toBeNull()
  await works.close()
})

it('a thread that never answers is ended', async () => {
  const path = await program(`
    import { parentPort } from 'node:worker_threads'
    parentPort.postMessage({ ready: true })
    parentPort.on('message', () => { for (;;); })`)
  // Long enough for the thread to say that it is there, also where much else is done.
  const works = worksThread({ path, log: () => undefined, patienceMs: 3_000 })
  await expect(works.begin({ planId: 'p', snapshot: null })).rejects.toMatchObject({
    code: 'failed',
  })
  await works.close()
})

it('where no thread can be started, snapshots are made all the same', async () => {
  const lines: string[] = []
  const path = join(await tempFolder(), 'not-there.js')
  const works = worksThread({ path, log: (line) => lines.push(line) })
  const { store } = openStore(await tempFolder(), { works })
  await store.journal.append(growingPlan('p').some(3))
  expect(await store.snapshots.take(TAKE)).toMatchObject({ seq: 3, state: 'valid' })
  expect(lines.join('\n')).toMatch(/made on the main thread/)
  await store.close()
  await works.close()
})

it('a damaged beginning is told with its own code, so that the next one is tried', async () => {
  const works = worksThread({ path: built, log: () => undefined })
  const head = { planId: 'p', seq: 1, hash: '0'.repeat(32), version: 1 }
  const begun = works.begin({ planId: 'p', snapshot: { text: '[{"kind":"person"}]', head } })
  await expect(begun).rejects.toMatchObject({ code: 'damaged' })
  await works.close()
})
