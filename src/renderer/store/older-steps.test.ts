import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createRepository } from '#data/repository.ts'
import { completeHistory, STEPS_AT_ONCE, STEPS_IN_ALL } from './older-steps.ts'
import { flush, run, undo, usePlan } from './plan-store.ts'
import {
  freshProfile,
  inDatabase,
  kill,
  launch,
  makePlan,
  shownHash,
  shownNames,
  until,
  wipe,
} from './testing/test-app.ts'

const profile = freshProfile()

const STEPS = 1_730
const operations = () => profile.disk.folders.get('plan1')?.operations ?? []
const kept = () => inDatabase((db) => db.history.toCollection().primaryKeys())
const seqs = async () => (await kept()).map(([, seq]) => seq)
const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** What the disk holds of such a plan; made once, each test has a copy of its own. */
let onDisk: ReturnType<typeof profile.disk.folders.get>

/** A plan of so many steps with a snapshot at its end, and a database that is gone. */
async function wipedPlan(): Promise<void> {
  if (!onDisk) {
    await makeSteps()
    onDisk = profile.disk.folders.get('plan1')
  }
  if (onDisk?.operations.length !== STEPS) throw new Error('the plan was not made')
  profile.disk.folders.set('plan1', structuredClone(onDisk))
  await wipe()
}

async function makeSteps(): Promise<void> {
  await makePlan()
  for (let step = 2; step <= STEPS; step += 1) run('person.add', { name: `P${String(step)}` })
  if (!(await flush())) throw new Error('not saved')
  profile.disk.send('quit', {} as never)
  await until(() => profile.disk.calls.includes('windowQuit yes'))
}

it('the newest steps are there at once, the others a moment later', async () => {
  await wipedPlan()
  profile.disk.calls.length = 0
  await launch(profile.disk)
  const [first] = await seqs()
  expect(first).toBeGreaterThan(1)
  expect(first).toBeLessThanOrEqual(STEPS - STEPS_AT_ONCE + 1)
  await until(() => usePlan.getState().undoName !== null)
  expect(undo().ok).toBe(true)
  expect(shownNames()).not.toContain(`P${String(STEPS)}`)
  await expect.poll(seqs).toEqual(upTo(STEPS + 1))
  expect(await flush()).toBe(true)
  expect(STEPS_IN_ALL).toBeGreaterThan(STEPS)
})

it('an app that ended meanwhile goes on at the next opening', async () => {
  await wipedPlan()
  await launch(profile.disk)
  kill()
  const [first = 0] = await seqs()
  expect(first).toBeGreaterThan(1)
  await launch(profile.disk)
  await expect.poll(seqs).toEqual(upTo(STEPS))
})

it('steps that undo needs come under those that were made since', async () => {
  await wipedPlan()
  await launch(profile.disk)
  await expect.poll(seqs).toEqual(upTo(STEPS))
  kill()
  // As if the newest steps had all been taken back: undo finds nothing among them.
  await inDatabase((db) =>
    db.history
      .where(':id')
      .between(['plan1', 0], ['plan1', STEPS - 9], true, true)
      .delete(),
  )
  await launch(profile.disk)
  run('person.add', { name: 'Since' })
  await expect.poll(seqs).toEqual(upTo(STEPS + 1))
  // They are in the database a moment before undo has them.
  for (let step = 0; step < 400; step += 1) await until(() => undo().ok)
  expect(shownNames()).toHaveLength(STEPS - 400)
  expect(await flush()).toBe(true)
  expect(shownHash()).toBe(operations().at(-1)?.hash)
})

it('a journal that begins later gives what it has, and nothing is made up', async () => {
  await wipedPlan()
  operations().splice(0, 600)
  await launch(profile.disk)
  await until(() => usePlan.getState().undoName !== null)
  const before = await seqs()
  expect(before).toEqual(upTo(STEPS, before[0]))
  await inDatabase(async (db) => {
    const repository = createRepository(db)
    const head = await repository.headOf('plan1')
    if (!head) throw new Error('no head')
    await completeHistory(repository, head)
  })
  const after = await seqs()
  expect(after).toEqual(upTo(STEPS, after[0]))
  expect(after[0]).toBeGreaterThan(600)
})

it('steps that do not lead up to the history are not put in front of it', async () => {
  await wipedPlan()
  await launch(profile.disk)
  await inDatabase(async (db) => {
    const repository = createRepository(db)
    await db.history.where(':id').between(['plan1', 0], ['plan1', 700], true, true).delete()
    const some = operations().slice(0, 699)
    expect(await repository.addOlder('plan1', some)).toBe(false)
    expect(await repository.addOlder('plan1', [])).toBe(false)
    expect(await repository.addOlder('nobody', some)).toBe(false)
  })
})
