import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Operation } from '#domain/plan/operation.ts'
import { combineHash, EMPTY_HASH, rowHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'

type Head = { readonly planId: string; readonly seq: number; readonly hash: string }
type Stored = {
  readonly heads: readonly Head[]
  readonly rows: readonly { planId: string; thing: Thing }[]
}

/** What the browser's database holds, read beside the app; as text it comes over ten times faster. */
async function stored(page: Page): Promise<Stored> {
  const text = await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const db = await answer(indexedDB.open('roadbook'))
    try {
      const read = db.transaction(['meta', 'things'], 'readonly')
      const [heads, rows] = await Promise.all([
        answer<Head[]>(read.objectStore('meta').getAll()),
        answer<Stored['rows'][number][]>(read.objectStore('things').getAll()),
      ])
      return JSON.stringify({ heads, rows })
    } finally {
      db.close()
    }
  })
  return JSON.parse(text) as Stored
}

/** The text of a plan's journal, all segments in order. */
export function journalText(userData: string): string {
  const plans = join(userData, 'plans')
  return readdirSync(plans, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => readFileSync(join(plans, name), 'utf8'))
    .join('')
}

/** The operations of whole lines; a torn last line is none. */
export function operationsIn(text: string): readonly Operation[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { op: Operation }).op)
}

export type Stand = {
  /** The step of the only plan; 0 when there are none or several. */
  readonly seq: number
  /** The hash of that plan's state; '' when there are none or several. */
  readonly hash: string
  /** Every plan's step and hash in one text: the same text is the same state. */
  readonly state: string
  /** Titles and names in the rows of all plans. */
  readonly titles: ReadonlySet<string>
  /** Rows of each plan in the database. */
  readonly rows: ReadonlyMap<string, number>
  /** What is wrong with database or journal. */
  readonly troubles: readonly string[]
  readonly text: string
}

/** Where database and journal stand, plan by plan. */
export async function standOf(page: Page, userData: string): Promise<Stand> {
  const { heads, rows } = await stored(page)
  const text = journalText(userData)
  const operations = operationsIn(text)
  const troubles: string[] = []
  const counts = new Map<string, number>()
  for (const { planId, seq, hash } of heads) {
    const own = rows.filter((row) => row.planId === planId)
    counts.set(planId, own.length)
    const sum = own.reduce((all, { thing }) => combineHash(all, rowHash(thing)), EMPTY_HASH)
    if (sum !== hash) troubles.push('the rows do not add up to the head: half an edit')
    const steps = operations.filter((one) => one.planId === planId)
    for (const [at, step] of steps.entries())
      if (step.seq !== (steps[0]?.seq ?? 1) + at)
        troubles.push(`a gap before step ${String(step.seq)}`)
    const last = steps.at(-1)
    if (last?.seq !== seq || last.hash !== hash)
      troubles.push(`the database stands at ${String(seq)}, the journal at ${String(last?.seq)}`)
  }
  for (const planId of new Set(operations.map((one) => one.planId)))
    if (!counts.has(planId)) troubles.push(`plan ${planId} is in the journal alone`)
  const known = new Set(heads.map(({ planId }) => planId))
  if (rows.some(({ planId }) => !known.has(planId))) troubles.push('rows of a plan without a head')
  const only = heads.length === 1 ? heads[0] : undefined
  const state = heads.map(({ planId, seq, hash }) => `${planId} ${String(seq)} ${hash}`).sort()
  const titles = rows.flatMap(({ thing }) =>
    'title' in thing ? [thing.title] : 'name' in thing ? [thing.name] : [],
  )
  return {
    ...{ seq: only?.seq ?? 0, hash: only?.hash ?? '', state: state.join('\n') },
    ...{ titles: new Set(titles), rows: counts, troubles, text },
  }
}

/** One name for everything that the app keeps outside the browser's own folder. */
export function shelf(userData: string): string {
  const hash = createHash('sha256')
  for (const top of ['plans', 'trash'])
    for (const name of readdirSync(userData).includes(top)
      ? readdirSync(join(userData, top), { recursive: true, encoding: 'utf8' }).sort()
      : []) {
      const path = join(userData, top, name)
      hash.update(name)
      if (statSync(path).isFile()) hash.update(readFileSync(path))
    }
  return hash.digest('hex')
}
