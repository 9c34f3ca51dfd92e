import { useMemo } from 'react'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import { usePlan } from '#store/plan-store.ts'

/** The journal's entries of some types within the days of a cycle, oldest first. */
export function useEntriesOf(
  cycle: Pick<Cycle, 'startOn' | 'endOn'>,
  types: readonly JournalEntry['type'][],
): readonly JournalEntry[] {
  const entries = usePlan((state) => state.plan?.journalEntry)
  return useMemo(
    () =>
      [...(entries?.values() ?? [])]
        .filter(
          ({ type, day }) => types.includes(type) && day >= cycle.startOn && day <= cycle.endOn,
        )
        .sort((a, b) => (a.day === b.day ? (a.at < b.at ? -1 : 1) : a.day < b.day ? -1 : 1)),
    [entries, types, cycle.startOn, cycle.endOn],
  )
}
