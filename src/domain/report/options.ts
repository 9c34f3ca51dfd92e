import type { DateStyle } from './printed-number.ts'

/** `plan` is the route before the start; `review` is the cycle as it stands today. */
export type ReportKind = 'plan' | 'review'
export type Paper = 'A4' | 'Letter'

export const SECTION_IDS = [
  'figures',
  'route',
  'objectives',
  'attention',
  'detours',
  'journal',
  'not-doing',
  'rules',
] as const
export type SectionId = (typeof SECTION_IDS)[number]

/** What a reader calls each part. */
export const SECTION_LABELS: Readonly<Record<SectionId, string>> = {
  figures: 'Head figures',
  route: 'The route',
  objectives: 'Objectives and key results',
  attention: 'What needs a look',
  detours: 'Detours',
  journal: 'Wins and lessons',
  'not-doing': 'What we do not do',
  rules: 'Rules in force',
}

export type ReportOptions = {
  readonly kind: ReportKind
  /** The parts that are printed, in this order. */
  readonly sections: readonly SectionId[]
  readonly paper: Paper
  readonly dates: DateStyle
}

/** The ordinary report of a kind: all parts in their natural order. */
export function defaultOptions(kind: ReportKind): ReportOptions {
  return { kind, sections: SECTION_IDS, paper: 'A4', dates: 'words' }
}
