import type { Detour } from '#domain/detour/detour.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'

const WHAT: Readonly<Record<Detour['change'], string>> = {
  target: 'target',
  dueOn: 'due day',
  owner: 'owner',
  serves: 'serves',
  dropped: '',
}

/** A detour in one line, the change first: `due day Nov 27, 2026 → Dec 11, 2026, “First response”`. */
export function changeWords(detour: Detour): string {
  return `${WHAT[detour.change]} ${detour.from} → ${detour.to}, ${inQuotes(detour.title)}`.trimStart()
}

/** The kind of change as a heading or a filter names it. */
export const CHANGE_LABELS: Readonly<Record<Detour['change'], string>> = {
  target: 'Target',
  dueOn: 'Due day',
  owner: 'Owner',
  serves: 'What it serves',
  dropped: 'Dropped or taken up',
}
