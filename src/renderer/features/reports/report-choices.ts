import { create } from 'zustand'
import type { Id } from '#domain/plan/field.ts'
import { REPORT_KINDS, SECTIONS_OF } from '#domain/report/options.ts'
import type { Paper, ReportKind, ReportOptions, SectionId } from '#domain/report/options.ts'
import type { DateStyle } from '#domain/report/printed-number.ts'

/** What is remembered of one kind of report. */
export type KindChoices = {
  readonly order: readonly SectionId[]
  readonly hidden: readonly SectionId[]
  readonly paper: Paper
  readonly dates: DateStyle
  readonly people: readonly Id[]
  readonly journeys: boolean
}

export type ReportChoices = {
  readonly kind: ReportKind
  /** null follows the cycle on screen. */
  readonly cycleId: Id | null
  readonly byKind: Readonly<Record<ReportKind, KindChoices>>
}

function ordinary(kind: ReportKind): KindChoices {
  return {
    order: SECTIONS_OF[kind],
    hidden: [],
    paper: 'A4',
    dates: 'words',
    people: [],
    journeys: false,
  }
}

/** The choices as they are for somebody who never made any. */
export function ordinaryChoices(): ReportChoices {
  const byKind = Object.fromEntries(REPORT_KINDS.map((kind) => [kind, ordinary(kind)]))
  return { kind: 'review', cycleId: null, byKind: byKind as Record<ReportKind, KindChoices> }
}

/** What the person chose for reports, kind by kind. */
export const useReportChoices = create<ReportChoices>()(() => ordinaryChoices())

export const choose = (choices: Partial<Pick<ReportChoices, 'kind' | 'cycleId'>>) => {
  useReportChoices.setState(choices)
}

/** Changes what is remembered of the kind on screen. */
export const chooseFor = (changes: Partial<KindChoices>) => {
  useReportChoices.setState(({ kind, byKind }) => ({
    byKind: { ...byKind, [kind]: { ...byKind[kind], ...changes } },
  }))
}

export const toggleSection = (id: SectionId) => {
  const { kind, byKind } = useReportChoices.getState()
  chooseFor({ hidden: toggled(byKind[kind].hidden, id) })
}

export const togglePerson = (id: Id) => {
  const { kind, byKind } = useReportChoices.getState()
  chooseFor({ people: toggled(byKind[kind].people, id) })
}

function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}

/** Moves a part one place up (-1) or down (1); at the ends it stays. */
export const moveSection = (id: SectionId, by: -1 | 1) => {
  const { kind, byKind } = useReportChoices.getState()
  chooseFor({ order: movedBy(byKind[kind].order, id, by) })
}

export function movedBy<T>(order: readonly T[], item: T, by: -1 | 1): readonly T[] {
  const from = order.indexOf(item)
  const to = from + by
  const other = order[to]
  if (from < 0 || other === undefined) return order
  return order.with(to, item).with(from, other)
}

/** The options of the report on screen, as the domain takes them. */
export function optionsOf({ kind, byKind }: ReportChoices): ReportOptions {
  const { order, hidden, paper, dates, people, journeys } = byKind[kind]
  const sections = order.filter((id) => !hidden.includes(id))
  return { kind, sections, paper, dates, people, journeys: journeys ? 'page' : 'none' }
}
