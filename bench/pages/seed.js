// Writes a generated plan with the app's own repository, then times its load beside raw IndexedDB.
import { RoadbookDatabase } from '../../src/renderer/data/db.ts'
import { createRepository } from '../../src/renderer/data/repository.ts'
import { planFromThings } from '../../src/domain/plan/plan.ts'
import { stateHash } from '../../src/domain/plan/state-hash.ts'
import { thingSchema } from '../../src/domain/plan/thing.ts'
import { generate } from '../generator.mjs'

const size = new URLSearchParams(location.search).get('size') ?? 'S'

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** The least that reading the same rows can cost: one getAll over the plan's key range. */
function readRaw(planId) {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('roadbook')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const db = open.result
      const all = db
        .transaction('things', 'readonly')
        .objectStore('things')
        .getAll(IDBKeyRange.bound([planId], [planId, []]))
      all.onsuccess = () => {
        db.close()
        resolve(all.result.length)
      }
      all.onerror = () => reject(all.error)
    }
  })
}

/** Writes one plan as the app would after an import. */
async function write(repository, things, openedAt) {
  const plan = planFromThings(things)
  const hash = stateHash(plan)
  const planId = plan.meta.id
  const head = { planId, seq: 1, hash, version: 1 }
  const operation = {
    planId,
    seq: 1,
    at: openedAt,
    name: 'Seed',
    type: 'do',
    of: null,
    patch: { puts: [plan.meta], deletes: [] },
    inverse: { puts: [], deletes: [] },
    hash,
    version: 1,
  }
  await repository.replace({ plan, head, operations: [operation], openedAt })
  return { plan, head }
}

window.benchSeed = async (runs) => {
  const things = generate(size)
  // The generator must speak the plan format, or the figures would be about something else.
  for (const thing of things.slice(0, 2_000)) thingSchema.parse(thing)
  const db = new RoadbookDatabase()
  await db.delete()
  await db.open()
  const repository = createRepository(db)
  const { plan, head } = await write(repository, things, '2026-01-01T00:00:00.000Z')
  // A small plan that the app opens first, so that its code is loaded before anything is timed.
  const warm = generate('S', { planId: 'warm', name: 'Warm-up' }).filter(
    (thing) => thing.kind !== 'initiative',
  )
  const { head: warmHead } = await write(repository, warm, '2026-01-02T00:00:00.000Z')
  db.close()
  const planId = plan.meta.id

  const app = []
  const raw = []
  let rows = 0
  for (let run = 0; run < runs; run++) {
    const rawStart = performance.now()
    rows = await readRaw(planId)
    raw.push(performance.now() - rawStart)
    const appStart = performance.now()
    const fresh = new RoadbookDatabase()
    await fresh.open()
    const loaded = await createRepository(fresh).load(planId)
    app.push(performance.now() - appStart)
    if (loaded.plan.initiative.size !== plan.initiative.size) throw new Error('rows were lost')
    fresh.close()
  }
  return { heads: [warmHead, head], load: { appMs: median(app), rawMs: median(raw), rows } }
}
window.benchReady = true
