import fc from 'fast-check'
import { it } from 'vitest'
import type { Candidate } from '#main/snapshots/keep-snapshots.ts'
import { MOST_OWN_PINS, isPinnedByItself, keepSnapshots } from '#main/snapshots/keep-snapshots.ts'
import type { SnapshotReason } from '#shared/snapshot-summary.ts'
import { isLong, record, seed } from './record.ts'

const RUNS = 10_000
/** The costly comparisons are made after each so many acts; everything else after each act. */
const EVERY = isLong ? 1 : 12
const DAY = 86_400_000
const MB = 1024 * 1024

/** One act in the life of a plan: time goes on (or jumps), then a snapshot is made. */
const act = fc.record({
  /** Hours since the last one; a jump goes anywhere between a year back and 75 years on. */
  hours: fc.oneof(
    { weight: 30, arbitrary: fc.double({ min: 0, max: 4, noNaN: true }) },
    { weight: 15, arbitrary: fc.double({ min: 4, max: 60, noNaN: true }) },
    { weight: 3, arbitrary: fc.double({ min: 60, max: 2_000, noNaN: true }) },
  ),
  jump: fc.oneof(
    { weight: 40, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(-365, -1, 365, 27_000) },
  ),
  reason: fc.constantFrom<SnapshotReason>(
    'interval',
    'interval',
    'interval',
    'quit',
    'before-import',
  ),
  isSound: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  pin: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
  size: fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 1_000, max: 200_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: MB, max: 12 * MB }) },
  ),
})

/** P12: over years of use, with a wrong clock, bad snapshots and pins. */
it('the newest, the pins and each kept day stay, and the caps hold', () => {
  let tried = 0
  fc.assert(
    fc.property(fc.array(act, { minLength: 30, maxLength: 160 }), (acts) => {
      tried += 1
      let now = Date.UTC(2026, 0, 5, 8)
      let list: Candidate[] = []
      const ever: Candidate[] = []
      for (const [at, { hours, jump, reason, isSound, pin, size }] of acts.entries()) {
        now += hours * 3_600_000
        // The clock is wrong for this snapshot alone; then somebody puts it right.
        const clock = now + jump * DAY
        const own = list.filter((one) => one.pinned && !isPinnedByItself(one.reason)).length
        const pinned = isPinnedByItself(reason) || (pin && own < MOST_OWN_PINS)
        const moment = new Date(clock).toISOString()
        const id = `${String(at + 1).padStart(9, '0')}-${moment}`
        const fresh = { id, seq: at + 1, at: moment, size, pinned, reason, isSound }
        ever.push(fresh)
        const before = [...list, fresh].sort((a, b) => a.seq - b.seq)
        const { keep, drop } = keepSnapshots(before, clock)
        if (keep.length + drop.length !== before.length) throw new Error('one is lost')
        const isThorough = at % EVERY === 0 || at === acts.length - 1
        holds(keep, before, ever, clock, isThorough)
        if (isThorough && keepSnapshots(keep, clock).drop.length > 0)
          throw new Error('a second thinning drops more')
        list = [...keep]
      }
    }),
    { numRuns: RUNS, seed },
  )
  const what = 'lives of up to 160 snapshots'
  record({ promise: 'P12', what, counts: 'lives', tried, survived: tried, lost: 0, seed })
}, 1_800_000)

function holds(
  keep: readonly Candidate[],
  before: readonly Candidate[],
  ever: readonly Candidate[],
  now: number,
  isThorough: boolean,
): void {
  const must = (isSo: boolean, what: string) => {
    if (!isSo) throw new Error(`broken: ${what}`)
  }
  const ids = new Set(keep.map(({ id }) => id))
  const sound = before.filter((one) => one.isSound)
  const newest = sound.slice(-6)
  for (const one of newest) must(ids.has(one.id), 'the six newest')
  const bytes = keep.reduce((sum, { size }) => sum + size, 0)
  const ownPins = keep.filter((one) => one.pinned && !isPinnedByItself(one.reason))
  const fixed = [...newest, ...ownPins].reduce((sum, { size }) => sum + size, 0)
  must(keep.length <= 60, 'at most 60 files')
  must(bytes <= Math.max(200 * MB, fixed), 'at most 200 MB')
  for (const one of sound)
    if (one.pinned && !isPinnedByItself(one.reason) && now - Date.parse(one.at) <= 90 * DAY)
      must(ids.has(one.id), 'a pin of the person')
  if (!isThorough) return
  // Suspect ones push nothing out: without them the same sound ones stay.
  for (const { id } of keepSnapshots(sound, now).keep) must(ids.has(id), 'pushed out by a suspect')
  const kept = keep.filter((one) => one.isSound)
  const pins = kept.filter(({ pinned }) => pinned).length
  if (pins > 10 || bytes > 100 * MB) return
  const days = new Set<string>()
  for (let at = ever.length - 1; at >= 0 && days.size < 14; at -= 1) {
    const one = ever[at]
    if (one?.isSound) days.add(dayOf(one))
  }
  const keptDays = new Set(kept.map(dayOf))
  for (const day of days) must(keptDays.has(day), `the day ${day}`)
}

const dayOf = ({ at }: Candidate): string => at.slice(0, 10)
