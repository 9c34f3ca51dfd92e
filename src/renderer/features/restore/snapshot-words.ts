import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { Kind } from '#domain/plan/field.ts'
import { countWords } from '#domain/restore/thing-words.ts'
import { localDay, localTime } from '#lib/clock.ts'
import type { SnapshotReason, SnapshotSummary } from '#shared/snapshot-summary.ts'

const REASONS: Readonly<Record<SnapshotReason, string>> = {
  quit: 'When Roadbook was closed',
  interval: 'While working',
  'before-import': 'Before something was brought in',
  'before-restore': 'Before a restore',
  'before-migration': 'Before an update of the format',
  'before-merge': 'Before a merge',
  'by-hand': 'Backed up by hand',
  'after-crash': 'After Roadbook ended unexpectedly',
  'version-change': 'Before a new version of Roadbook',
  'after-restore': 'After a restore',
  'after-delete': 'After much was deleted',
}

/** Why a snapshot was made. */
export function reasonWords({ reason }: Pick<SnapshotSummary, 'reason'>): string {
  return REASONS[reason]
}

/** When it was made, in the time of this computer: `Nov 22, 2026, 14:05`. */
export function momentWords(at: string): string {
  return Number.isNaN(Date.parse(at)) ? at : `${formatDayWithYear(localDay(at))}, ${localTime(at)}`
}

const COUNTED: readonly Kind[] = ['objective', 'keyResult', 'initiative', 'checkIn']

/** What is in it: `3 objectives, 8 key results, 12 initiatives, 20 check-ins`. */
export function contentWords({ counts }: Pick<SnapshotSummary, 'counts'>): string {
  if (Object.keys(counts).length === 0) return 'Its content is not known.'
  return COUNTED.map((kind) => countWords(kind, counts[kind] ?? 0)).join(', ')
}

const PLACES: Readonly<Record<SnapshotSummary['place'], string>> = {
  main: 'in the data folder',
  second: 'in the second folder only',
  both: 'in both folders',
}

/** Which folder holds it. */
export function placeWords({ place }: Pick<SnapshotSummary, 'place'>): string {
  return PLACES[place]
}

/** A number of bytes for a person. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} bytes`
  return bytes < 1_000_000
    ? `${String(Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
