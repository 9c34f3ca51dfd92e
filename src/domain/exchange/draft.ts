import type { Day } from '../calendar/day.ts'
import type { Metric } from '../key-result/key-result.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { InputWarning } from './refusal.ts'
import type { TableColumn } from './table-columns.ts'
import type { DateOrder } from '../calendar/written-day.ts'
import type { DecimalSign } from './decimal-sign.ts'

/** What a line of the input becomes. A heading gives context to what follows; `skip` becomes nothing. */
export const DRAFT_KINDS = [
  'objective',
  'keyResult',
  'initiative',
  'task',
  'note',
  'heading',
  'skip',
] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]

/** How sure the kind is: written as a prefix or column, or only read from where the line stands. */
export type KindOrigin = 'written' | 'position' | 'person'

export type DraftLink = { readonly text: string; readonly address: string }

/** What a key result still has to be asked for. */
export type MissingValue = 'baseline' | 'target' | 'measure'

/** One future thing, as the preview shows it. */
export type DraftLine = {
  /** Position in the draft, never reused: what an edit refers to. */
  readonly id: number
  /** Line of the input, from 1; several things of one table row share it. */
  readonly lineNumber: number
  /** Nesting, from 0. */
  readonly depth: number
  readonly kind: DraftKind
  readonly kindOrigin: KindOrigin
  readonly title: string
  /** The title with the days and figures that were read out of it; '' where none were. */
  readonly wholeTitle: string
  readonly owner: string
  readonly metric: Metric
  readonly missing: readonly MissingValue[]
  /** What stood behind "=>". */
  readonly result: string
  /** Further text that belongs to the thing. */
  readonly note: string
  readonly links: readonly DraftLink[]
  readonly state: Initiative['state'] | null
  readonly startOn: Day | null
  readonly dueOn: Day | null
  readonly doneOn: Day | null
  /** The value of today, from a table. */
  readonly current: number | null
  readonly confidence: number | null
  readonly weight: number | null
  readonly effortDays: number | null
  readonly externalKey: string
  /** Lines that a person dropped stay in the preview and can come back. */
  readonly kept: boolean
  readonly warnings: readonly string[]
}

/** A cycle that a text seems to speak of; a person confirms it. */
export type CycleGuess = {
  readonly name: string
  readonly startOn: Day
  readonly endOn: Day
}

/** The input as it would be brought in. */
export type Draft = {
  /** Suggested name of the plan. */
  readonly name: string
  readonly source: 'outline' | 'table'
  readonly lines: readonly DraftLine[]
  /** What was not understood, by line. */
  readonly warnings: readonly InputWarning[]
  readonly cycle: CycleGuess | null
  /** How the whole text writes decimals; null where it does not say. */
  readonly decimal: DecimalSign | null
  /** How a table was read, so that a person can have it read otherwise; null for an outline. */
  readonly table: TableReading | null
}

/** What only a person can say about a table. */
export type TableQuestion = 'dateOrder' | 'decimal' | 'columns'

export type TableReading = {
  readonly hasHeader: boolean
  readonly columns: readonly TableColumn[]
  readonly dateOrder: DateOrder | null
  readonly decimal: DecimalSign | null
  readonly questions: readonly TableQuestion[]
}

export const UNMEASURED: Metric = { type: 'unmeasured' }

/** A line with nothing in it but its place. */
export function emptyLine(id: number, lineNumber: number, depth: number): DraftLine {
  return {
    id,
    lineNumber,
    depth,
    kind: 'skip',
    kindOrigin: 'position',
    title: '',
    wholeTitle: '',
    owner: '',
    metric: UNMEASURED,
    missing: [],
    result: '',
    note: '',
    links: [],
    state: null,
    startOn: null,
    dueOn: null,
    doneOn: null,
    current: null,
    confidence: null,
    weight: null,
    effortDays: null,
    externalKey: '',
    kept: true,
    warnings: [],
  }
}

/** How many things of each kind the kept lines make. */
export function countKinds(draft: Draft): Readonly<Record<DraftKind, number>> {
  const counts = {
    objective: 0,
    keyResult: 0,
    initiative: 0,
    task: 0,
    note: 0,
    heading: 0,
    skip: 0,
  }
  for (const line of draft.lines) counts[line.kept ? line.kind : 'skip'] += 1
  return counts
}
