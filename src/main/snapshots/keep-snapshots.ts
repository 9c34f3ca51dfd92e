import type { SnapshotReason } from '#shared/snapshot-summary.ts'

/** What thinning looks at. `isSound` is false for quarantined and damaged ones. */
export type Candidate = {
  readonly id: string
  readonly seq: number
  /** UTC, as the clock said: it may have been wrong. */
  readonly at: string
  readonly size: number
  readonly pinned: boolean
  readonly reason: SnapshotReason
  readonly isSound: boolean
}

export type Thinning<T> = {
  readonly keep: readonly T[]
  readonly drop: readonly T[]
  /** For each id: why it is kept, or why it may go. */
  readonly why: ReadonlyMap<string, string>
}

const NEWEST = 20
const ALWAYS = 6
const DAYS = 14
const WEEKS = 8
const MONTHS = 6
const PIN_DAYS = 90
const MOST_FILES = 60
const MOST_BYTES = 200 * 1024 * 1024
const MOST_SUSPECTS = 10
const DAY_MS = 86_400_000

/** Pins that may be held at once. More automatic ones lose their protection, the oldest first. */
export const MOST_PINS = 40
/** Pins that a person may set: room stays for the automatic ones. */
export const MOST_OWN_PINS = 30

const PINNED_BY_ITSELF: ReadonlySet<SnapshotReason> = new Set([
  'before-import',
  'before-restore',
  'before-migration',
  'before-merge',
  'version-change',
])

/** True for snapshots that Roadbook pins without being asked. */
export function isPinnedByItself(reason: SnapshotReason): boolean {
  return PINNED_BY_ITSELF.has(reason)
}

/**
 * Which snapshots of one plan stay: the last 20 sound ones, first and last of each of the last 14 days with
 * snapshots, the last of 8 weeks and 6 months, pins for 90 days; at most 60 files and 200 MB, where the
 * oldest unpinned go first and 6 sound ones always stay. Order is by step, never by clock: "last 14 days"
 * are the days that the newest snapshots name, so that a wrong clock ages nothing. Suspect ones only fill
 * room that is left.
 */
export function keepSnapshots<T extends Candidate>(list: readonly T[], now: number): Thinning<T> {
  const sorted = [...list].sort((a, b) => b.seq - a.seq || (a.id < b.id ? 1 : -1))
  const sound = sorted.filter((one) => one.isSound)
  const why = new Map<string, string>()
  const say = (one: T | undefined, reason: string) => {
    if (one && !why.has(one.id)) why.set(one.id, reason)
  }
  const days = byDay(sound)
  const pins = heldPins(sound, days, now)
  for (const one of sound.slice(0, NEWEST)) say(one, 'newest')
  for (const one of sound) if (pins.has(one.id)) say(one, 'pinned')
  for (const { newest, oldest } of days.slice(0, DAYS)) {
    say(newest, 'last of its day')
    say(oldest, 'first of its day')
  }
  for (const one of lastOfEach(days, weekOf, WEEKS)) say(one, 'last of its week')
  for (const one of lastOfEach(days, monthOf, MONTHS)) say(one, 'last of its month')

  const kept = sound.filter((one) => why.has(one.id))
  let bytes = kept.reduce((sum, one) => sum + one.size, 0)
  const always = new Set(sound.slice(0, ALWAYS).map((one) => one.id))
  const release = (mayGo: (one: T) => boolean) => {
    for (let at = kept.length - 1; at >= 0 && isOver(kept.length, bytes); at -= 1) {
      const one = kept[at]
      if (!one || always.has(one.id) || !mayGo(one)) continue
      kept.splice(at, 1)
      bytes -= one.size
      why.set(one.id, 'over the cap')
    }
  }
  release((one) => !pins.has(one.id))
  release((one) => isPinnedByItself(one.reason))

  for (const one of sorted.filter((each) => !each.isSound).slice(0, MOST_SUSPECTS)) {
    if (isOver(kept.length + 1, bytes + one.size)) continue
    kept.push(one)
    bytes += one.size
    why.set(one.id, 'suspect, room is left')
  }
  const stays = new Set(kept)
  for (const one of sorted) if (!stays.has(one)) say(one, 'thinned')
  return { keep: kept, drop: sorted.filter((one) => !stays.has(one)), why }
}

function isOver(files: number, bytes: number): boolean {
  return files > MOST_FILES || bytes > MOST_BYTES
}

/** Ids of the pins that still protect. */
function heldPins(
  sound: readonly Candidate[],
  days: readonly Day<Candidate>[],
  now: number,
): ReadonlySet<string> {
  const today = trustedNow(days, now)
  const fresh = sound.filter(
    ({ pinned, at }) => pinned && (today === null || today - Date.parse(at) <= PIN_DAYS * DAY_MS),
  )
  const own = fresh.filter(({ reason }) => !isPinnedByItself(reason))
  const automatic = fresh.filter(({ reason }) => isPinnedByItself(reason))
  const room = Math.max(0, MOST_PINS - own.length)
  return new Set([...own, ...automatic.slice(0, room)].map((one) => one.id))
}

/**
 * The moment from which pins age: not later than the newest snapshot before the last two days of use. A
 * clock that stands wrong for a day or two cannot end a pin. Null when there were not three days yet.
 */
function trustedNow(days: readonly Day<Candidate>[], now: number): number | null {
  const third = days[2]
  return third ? Math.min(now, Date.parse(third.newest.at)) : null
}

/** A day that snapshots name. */
type Day<T> = { readonly day: string; readonly newest: T; oldest: T }

/** The days in the order of their newest snapshot; `sorted` is newest first. */
function byDay<T extends Candidate>(sorted: readonly T[]): readonly Day<T>[] {
  const found = new Map<string, Day<T>>()
  for (const one of sorted) {
    const day = one.at.slice(0, 10)
    const known = found.get(day)
    if (known) known.oldest = one
    else found.set(day, { day, newest: one, oldest: one })
  }
  return [...found.values()]
}

/** The newest snapshot of each of the first `most` labels: all of one day have the same. */
function lastOfEach<T>(
  days: readonly Day<T>[],
  labelOf: (day: string) => string,
  most: number,
): Iterable<T> {
  const found = new Map<string, T>()
  for (const { day, newest } of days) {
    if (found.size === most) break
    const label = labelOf(day)
    if (!found.has(label)) found.set(label, newest)
  }
  return found.values()
}

const monthOf = (day: string): string => day.slice(0, 7)

/** Weeks are counted from a Monday, in UTC: no zone and no change of the clock moves them. */
function weekOf(day: string): string {
  return String(Math.floor((Date.parse(`${day}T00:00:00Z`) / DAY_MS + 3) / 7))
}
