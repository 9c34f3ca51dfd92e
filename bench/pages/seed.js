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

window.benchSeed = async (runs) => {
  const things = generate(size)
  // The generator must speak the plan format, or the figures would be about something else.
  for (const thing of things.slice(0, 2_000)) thingSchema.parse(thing)
  const plan = planFromThings(things)
  const hash = stateHash(plan)
  const planId = plan.meta.id
  const head = { planId, seq: 1, hash, version: 1 }
  const at = new Date().toISOString()
  const operation = {
    planId,
    seq: 1,
    at,
    name: 'Seed',
    type: 'do',
    of: null,
    patch: { puts: [plan.meta], deletes: [] },
    inverse: { puts: [], deletes: [] },
    hash,
    version: 1,
  }
  const db = new RoadbookDatabase()
  await db.delete()
  await db.open()
  await createRepository(db).replace({ plan, head, operations: [operation], openedAt: at })
  db.close()

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
  return { head, load: { appMs: median(app), rawMs: median(raw), rows } }
}
window.benchReady = true
