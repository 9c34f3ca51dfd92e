import { afterEach, expect, it } from 'vitest'
import { crashDisk, ROOT } from './crash-disk.ts'
import { record } from './record.ts'
import { PLAN, open, operations, recovered } from './story.ts'

const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati'] as const
const HOUR = 3_600_000
const TAKE = { planId: PLAN, reason: 'interval', pinned: false, confirmedShrink: false } as const

/** What the clock does between two snapshots, in milliseconds. */
const CLOCKS: readonly (readonly [string, readonly number[]])[] = [
  ['goes back a year', [HOUR, HOUR, -365 * 24 * HOUR, HOUR, HOUR]],
  [
    'stands in the year 2100 for a while',
    [HOUR, Date.UTC(2100, 0, 1) - Date.UTC(2026, 10, 22), -70 * 365 * 24 * HOUR, HOUR],
  ],
  [
    'goes through the end of summer time',
    [-28 * 24 * HOUR, HOUR / 2, HOUR / 2, HOUR / 2, HOUR / 2],
  ],
  ['stands still', [0, 0, 0, 0]],
]

const zoneBefore = process.env['TZ']
afterEach(() => {
  if (zoneBefore === undefined) delete process.env['TZ']
  else process.env['TZ'] = zoneBefore
})

let [tried, lost] = [0, 0]

/** P20: order is by step, in every zone and whatever the clock says. */
it.each(ZONES.flatMap((zone) => CLOCKS.map(([what, moves]) => [zone, what, moves] as const)))(
  'in %s, when the clock %s',
  async (zone, _what, moves) => {
    process.env['TZ'] = zone
    tried += 1
    lost += 1
    const { disk } = crashDisk()
    const { store, tick } = open(ROOT, { disk })
    await store.open()
    const ops = operations(moves.length * 3 + 2)
    const made: string[] = []
    for (const [at, move] of moves.entries()) {
      await store.keeper.append(ops.slice(at * 3, at * 3 + 3))
      tick(move)
      const { id, seq } = await store.snapshots.take(TAKE)
      made.push(id)
      expect(seq).toBe(at * 3 + 3)
      expect((await store.snapshots.latest(PLAN))?.id).toBe(id)
    }
    expect((await store.snapshots.list(PLAN)).map(({ id }) => id)).toEqual([...made].reverse())
    // Names and moments are in UTC: the zone is nowhere to be seen.
    for (const { at, id } of await store.snapshots.list(PLAN)) {
      expect(at).toBe(new Date(at).toISOString())
      expect(id).toContain(at.replace(/[-:.]/g, ''))
    }
    await store.close()
    await recovered(ROOT, ops, moves.length * 3, { disk, made })
    lost -= 1
  },
)

it('reports', () => {
  const what = 'clocks in four zones'
  record({
    promise: 'P20',
    what,
    counts: 'clocks',
    tried,
    survived: tried - lost,
    lost,
    seed: null,
  })
  expect(lost).toBe(0)
})
