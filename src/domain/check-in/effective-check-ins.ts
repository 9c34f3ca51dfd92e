import type { CheckIn } from './check-in.ts'

/** Orders check-ins by day, then by when they were written down, then by id. */
export function byDay(a: CheckIn, b: CheckIn): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * The check-ins that hold, sorted by day: what a correction names is left out, and of two corrections
 * of one check-in (two copies of a plan merged) only the later counts.
 */
export function effectiveCheckIns(checkIns: readonly CheckIn[]): readonly CheckIn[] {
  const replaced = new Set<string>()
  const corrections = new Map<string, CheckIn>()
  for (const checkIn of checkIns) {
    if (checkIn.corrects === null) continue
    replaced.add(checkIn.corrects)
    const rival = corrections.get(checkIn.corrects)
    if (!rival) corrections.set(checkIn.corrects, checkIn)
    else {
      const isLater = checkIn.at === rival.at ? checkIn.id > rival.id : checkIn.at > rival.at
      replaced.add(isLater ? rival.id : checkIn.id)
      if (isLater) corrections.set(checkIn.corrects, checkIn)
    }
  }
  const sorted = [...checkIns].sort(byDay)
  return replaced.size === 0 ? sorted : sorted.filter(({ id }) => !replaced.has(id))
}
