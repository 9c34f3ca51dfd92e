import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPlanFile } from '#domain/exchange/plan-file.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import { growingPlan } from '#main/testing/growing-plan.ts'
import { openStore } from '#main/testing/open-store.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { record } from '../main/record.ts'

const PAGE = readFileSync(new URL('../../../docs/safety.md', import.meta.url), 'utf8')
const SCRIPT = /```js\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? ''
const STEPS = 60

/** Follows docs/safety.md in a copy of a plan's folder; gives the state hash of what came out. */
async function byHand(folder: string, harm: (copy: string) => void = () => undefined) {
  const copy = join(await tempFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  harm(copy)
  writeFileSync(join(copy, 'by-hand.mjs'), SCRIPT)
  execFileSync(process.execPath, ['by-hand.mjs'], { cwd: copy })
  const read = readPlanFile(readFileSync(join(copy, 'by-hand.roadbook')), 'by-hand.roadbook')
  if (!read.ok) throw new Error(read.message)
  return stateHash(planFromThings(read.things))
}

const journals = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name))

it('the steps of docs/safety.md bring a plan back from its folder alone', async () => {
  const root = await tempFolder()
  const growing = growingPlan('p')
  const operations = growing.some(STEPS)
  const hashes = operations.map(({ hash }) => hash)
  const { store } = openStore(root, { segmentBytes: 6_000 })
  await store.open()
  const take = { planId: 'p', reason: 'by-hand', pinned: false, confirmedShrink: false } as const
  for (const operation of operations) {
    await store.keeper.append([operation])
    if (operation.seq === 20 || operation.seq === 45) await store.snapshots.take(take)
  }
  await store.close()
  const folder = join(root, 'plans', 'p')
  expect(journals(folder).length).toBeGreaterThan(1)
  const last = hashes.at(-1)
  const results: Record<string, boolean> = {}

  results['all files there'] = (await byHand(folder)) === last
  results['newest snapshot damaged'] =
    (await byHand(folder, (copy) => {
      const name = readdirSync(join(copy, 'snapshots')).sort().at(-1) ?? ''
      truncateSync(join(copy, 'snapshots', name), 500)
    })) === last
  results['a torn last line'] =
    (await byHand(folder, (copy) => {
      const path = journals(copy).at(-1) ?? ''
      truncateSync(path, statSync(path).size - 10)
      // The snapshot of the clean end would hold what the line said.
      for (const name of readdirSync(join(copy, 'snapshots')))
        if (Number(name.slice(0, 9)) > 45) rmSync(join(copy, 'snapshots', name))
    })) === hashes.at(-2)
  results['half a line behind'] =
    (await byHand(folder, (copy) => appendFileSync(journals(copy).at(-1) ?? '', '{"len":'))) ===
    last

  const lost = Object.values(results).filter((isRight) => !isRight).length
  const tried = Object.keys(results).length
  record({
    promise: 'P2',
    what: 'a plan by hand from its folder',
    tried,
    survived: tried - lost,
    lost,
    seed: null,
  })
  expect(results).toEqual(Object.fromEntries(Object.keys(results).map((key) => [key, true])))
})
