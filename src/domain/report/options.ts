import type { Id } from '../plan/field.ts'
import type { DateStyle } from './printed-number.ts'

/** `plan` is the route before the start; `review` is the cycle as it stands today. */
export type CycleReportKind = 'plan' | 'review'
/** All kinds of report; `person` is one person's sheet, `across` sets all cycles side by side. */
export type ReportKind = CycleReportKind | 'week' | 'retrospective' | 'person' | 'across'
export type Paper = 'A4' | 'Letter'

export const REPORT_KINDS: readonly ReportKind[] = [
  'plan',
  'week',
  'review',
  'retrospective',
  'person',
  'across',
]

/** Kinds whose objectives can also be drawn as winding roads. */
export const KINDS_WITH_ROADS: readonly ReportKind[] = ['plan', 'review', 'retrospective']

/** What a reader calls each kind. */
export const KIND_NAMES: Readonly<Record<ReportKind, string>> = {
  plan: 'Plan',
  week: 'This week',
  review: 'Cycle review',
  retrospective: 'Cycle retrospective',
  person: 'My part',
  across: 'Across cycles',
}

const CYCLE_SECTIONS = [
  'figures',
  'route',
  'objectives',
  'attention',
  'detours',
  'journal',
  'not-doing',
  'rules',
] as const

/** The parts of each kind in their natural order. */
export const SECTIONS_OF = {
  plan: CYCLE_SECTIONS,
  review: CYCLE_SECTIONS,
  week: [
    'figures',
    'route',
    'check-ins',
    'turned',
    'stuck',
    'due',
    'load',
    'journal',
    'numbers',
    'rules',
  ],
  retrospective: [
    'figures',
    'story',
    'route',
    'objectives',
    'causes',
    'detours',
    'journal',
    'verdicts',
    'answers',
    'actions',
    'rules',
  ],
  person: ['figures', 'owned', 'carried', 'tasks', 'check-ins', 'load', 'rules'],
  across: ['figures', 'scores', 'habit', 'causes', 'calibration', 'beliefs', 'detours', 'rules'],
} as const satisfies Readonly<Record<ReportKind, readonly string[]>>
export type SectionId = (typeof SECTIONS_OF)[ReportKind][number]

/** What a reader calls each part. */
export const SECTION_LABELS: Readonly<Record<SectionId, string>> = {
  figures: 'Head figures',
  story: 'The story',
  route: 'The route',
  objectives: 'Objectives and key results',
  numbers: 'The numbers behind it',
  attention: 'What needs a look',
  detours: 'Detours',
  journal: 'Wins and lessons',
  'not-doing': 'What we do not do',
  'check-ins': 'Check-ins due',
  turned: 'What turned',
  stuck: 'Blocked, late and flat',
  due: 'Due in seven days',
  load: 'Load',
  causes: 'Root causes',
  verdicts: 'Keep, change, stop',
  answers: 'What we said',
  actions: 'Actions',
  owned: 'Owned key results',
  carried: 'Initiatives',
  tasks: 'Tasks',
  scores: 'Scores',
  habit: 'Check-in habit',
  calibration: 'Confidence against outcome',
  beliefs: 'Every key result',
  rules: 'Rules in force',
}

export type ReportOptions = {
  readonly kind: ReportKind
  /** The parts that are printed, in this order. */
  readonly sections: readonly SectionId[]
  readonly paper: Paper
  readonly dates: DateStyle
  /** Only what these people own or carry; empty is everybody. A sheet is of the first. */
  readonly people: readonly Id[]
  /** Whether each objective is also drawn as a winding road, and for what it is read on. */
  readonly journeys: 'none' | 'page' | 'slide'
}

/** The ordinary report of a kind: all parts in their natural order, of everybody. */
export function defaultOptions(kind: ReportKind): ReportOptions {
  return {
    kind,
    sections: SECTIONS_OF[kind],
    paper: 'A4',
    dates: 'words',
    people: [],
    journeys: 'none',
  }
}
