import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RoadbookDatabase } from './db.ts'
import { createDrafts } from './drafts.ts'
import { createPrefs } from './prefs.ts'

let db: RoadbookDatabase
beforeEach(async () => {
  await new RoadbookDatabase().delete()
  db = new RoadbookDatabase()
})
afterEach(() => {
  vi.useRealTimers()
  db.close()
})

describe('preferences', () => {
  const app = {
    theme: 'dark',
    screen: 'review',
    inspectorOpen: false,
    garageOpen: false,
    lastPlanId: 'p',
    reminder: { isOn: true, at: '16:30', wasAsked: true, lastOn: '2026-11-16' },
  } as const

  it('come back as they were kept; a plan has its own view', async () => {
    const prefs = createPrefs(db)
    const view = {
      cycleId: 'c',
      zoom: 'week',
      sort: 'title',
      collapsedAll: true,
      collapseExceptions: ['o1'],
      meId: 'mira',
      round: {
        cycleId: 'c',
        scope: { type: 'mine', personId: 'mira' },
        stops: ['k1', 'k2'],
        done: ['k1'],
        at: 'k2',
        startedOn: '2026-11-16',
        spentMs: 4_000,
      },
    } as const
    await prefs.keepApp(app)
    await prefs.keepView('p', view)
    expect(await prefs.app()).toEqual(app)
    expect(await prefs.view('p')).toEqual(view)
    expect((await prefs.view('other')).zoom).toBe('cycle')
  })

  it.each([
    [null],
    [42],
    ['x'],
    [[]],
    [{ theme: 'pink', inspectorOpen: 'no', lastPlanId: 7 }],
    [{ reminder: { isOn: true, at: '25:00', wasAsked: true, lastOn: null } }],
  ])('that cannot be read (%j) are the defaults', async (value) => {
    await db.prefs.put({ key: 'app', value })
    expect(await createPrefs(db).app()).toEqual({
      theme: 'system',
      screen: 'route',
      inspectorOpen: true,
      garageOpen: true,
      lastPlanId: null,
      reminder: { isOn: false, at: '09:00', wasAsked: false, lastOn: null },
    })
  })

  it('of a database that cannot be read are the defaults', async () => {
    db.close()
    expect((await createPrefs(db).app()).theme).toBe('system')
  })
})

describe('drafts', () => {
  const drafts = () => createDrafts(db, () => '2026-11-22T10:00:00.000Z')

  it('are written within a second, the last text of a key', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const here = drafts()
    here.save('a', 'one')
    here.save('a', 'two')
    here.save('b', 'three')
    expect(await here.load('a')).toBe('two')
    vi.advanceTimersByTime(1_000)
    vi.useRealTimers()
    await vi.waitFor(async () => {
      expect(await drafts().load('a')).toBe('two')
    })
    expect(await drafts().load('b')).toBe('three')
    expect(await drafts().load('c')).toBeNull()
  })

  it('that many fields ask for at once are read in one go, each its own', async () => {
    const here = drafts()
    here.save('a', 'one')
    here.save('c', 'three')
    await here.flush()
    const read = vi.spyOn(db.drafts, 'bulkGet')
    expect(await Promise.all(['a', 'b', 'c', 'a'].map(here.load))).toEqual([
      'one',
      null,
      'three',
      'one',
    ])
    expect(read).toHaveBeenCalledTimes(1)
    expect(await here.load('c')).toBe('three')
  })

  it('are gone when cleared, also those that still wait', async () => {
    const here = drafts()
    here.save('a', 'one')
    await here.flush()
    here.save('b', 'two')
    await here.clear('a')
    await here.clear('b')
    await here.flush()
    expect([await drafts().load('a'), await drafts().load('b')]).toEqual([null, null])
  })

  it('never disturb, even when nothing can be written', async () => {
    db.close()
    const here = drafts()
    here.save('a', 'one')
    await here.flush()
    await here.clear('a')
    expect(await here.load('a')).toBeNull()
  })
})
