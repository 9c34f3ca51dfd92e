import { describe, expect, it } from 'vitest'
import type { Candidate } from './keep-snapshots.ts'
import { keepSnapshots } from './keep-snapshots.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 9)

function one(seq: number, ms: number, over: Partial<Candidate> = {}): Candidate {
  const at = new Date(ms).toISOString()
  const id = `${String(seq).padStart(9, '0')}-${at}`
  return { id, seq, at, size: 1_000, pinned: false, reason: 'interval', isSound: true, ...over }
}

const run = (list: readonly Candidate[], now = START) => {
  const { keep, why } = keepSnapshots(list, now)
  return { seqs: keep.map(({ seq }) => seq).sort((a, b) => b - a), why }
}

describe('what stays', () => {
  it('the last twenty of one busy day, and its first', () => {
    const list = Array.from({ length: 50 }, (_, at) => one(at + 1, START + at * 300_000))
    const { seqs, why } = run(list)
    expect(seqs).toEqual([...Array.from({ length: 20 }, (_, at) => 50 - at), 1])
    expect(why.get(list[0]?.id ?? '')).toBe('first of its day')
  })

  it('first and last of fourteen days, the last of weeks and months before', () => {
    const list: Candidate[] = []
    for (let day = 0; day < 200; day += 1)
      for (let n = 0; n < 5; n += 1)
        list.push(one(list.length + 1, START + day * DAY + n * 3_600_000))
    const { keep } = keepSnapshots(list, START + 200 * DAY)
    const days = new Map<string, number>()
    for (const { at } of keep) days.set(at.slice(0, 10), (days.get(at.slice(0, 10)) ?? 0) + 1)
    const latest = [...days.keys()].sort().reverse()
    expect(latest.slice(0, 4).map((day) => days.get(day))).toEqual([5, 5, 5, 5])
    expect(latest.slice(4, 14).map((day) => days.get(day))).toEqual(Array<number>(10).fill(2))
    expect(latest.length).toBeGreaterThan(14 + 5)
    expect(latest.at(-1)?.slice(0, 7)).toBe('2026-02')
  })

  it.each([
    ['a pin of 89 days', 89, 'interval', true],
    ['a pin of 92 days', 92, 'interval', false],
    ['an automatic pin of 89 days', 89, 'before-import', true],
  ] as const)('%s', (_, days, reason, stays) => {
    const list = [one(1, START, { pinned: true, reason }), one(2, START + 1)]
    for (let n = 0; n < 60; n += 1)
      list.push(one(n + 3, START + days * DAY - n * 1_000 + (n % 3) * DAY))
    list.push(one(0, START - 1))
    const many = list.concat(
      Array.from({ length: 300 }, (_, n) => one(1_000 + n, START + days * DAY + (n % 3) * DAY)),
    )
    expect(run(many, START + (days + 3) * DAY).seqs.includes(1)).toBe(stays)
  })

  it('everything when the clock jumps by a year and back', () => {
    const list = Array.from({ length: 12 }, (_, at) => one(at + 1, START + at * DAY))
    const pinned = list.map((item, at) => (at === 0 ? { ...item, pinned: true } : item))
    for (const now of [START - 365 * DAY, START + 365 * DAY, Date.UTC(2100, 0, 1)])
      expect(run([...pinned, one(13, now)], now).seqs).toHaveLength(13)
  })

  it('six sound ones, however large', () => {
    const size = 90 * 1024 * 1024
    const list = Array.from({ length: 10 }, (_, at) => one(at + 1, START + at, { size }))
    expect(run(list).seqs).toEqual([10, 9, 8, 7, 6, 5])
  })

  it('what is suspect only in the room that is left', () => {
    const bad = Array.from({ length: 15 }, (_, at) => one(100 + at, START, { isSound: false }))
    expect(run([one(1, START), ...bad]).seqs).toEqual([
      ...Array.from({ length: 10 }, (_, at) => 114 - at),
      1,
    ])
    const pins = Array.from({ length: 80 }, (_, at) =>
      one(at + 1, START - at * DAY, { pinned: at % 2 === 0, reason: 'before-merge' }),
    )
    const { keep } = keepSnapshots([...pins, ...bad], START)
    expect(keep.filter(({ isSound }) => isSound).length).toBe(
      keepSnapshots(pins, START).keep.length,
    )
    expect(keep.length).toBeLessThanOrEqual(60)
  })

  it('nothing of nothing', () => {
    expect(keepSnapshots([], START)).toEqual({ keep: [], drop: [], why: new Map() })
  })
})
