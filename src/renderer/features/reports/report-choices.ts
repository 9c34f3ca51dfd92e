import { create } from 'zustand'
import type { Id } from '#domain/plan/field.ts'
import { SECTION_IDS } from '#domain/report/options.ts'
import type { Paper, ReportKind, ReportOptions, SectionId } from '#domain/report/options.ts'
import type { DateStyle } from '#domain/report/printed-number.ts'

type ReportChoices = {
  readonly kind: ReportKind
  /** null follows the cycle on screen. */
  readonly cycleId: Id | null
  readonly order: readonly SectionId[]
  readonly hidden: ReadonlySet<SectionId>
  readonly paper: Paper
  readonly dates: DateStyle
}

/** What the person chose for reports; it lasts while the app runs, so that leaving the screen loses nothing. */
export const useReportChoices = create<ReportChoices>()(() => ({
  kind: 'review',
  cycleId: null,
  order: SECTION_IDS,
  hidden: new Set(),
  paper: 'A4',
  dates: 'words',
}))

export const choose = (choices: Partial<Omit<ReportChoices, 'order' | 'hidden'>>) => {
  useReportChoices.setState(choices)
}

export const toggleSection = (id: SectionId) => {
  useReportChoices.setState(({ hidden }) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    return { hidden: next }
  })
}

/** Moves a part one place up (-1) or down (1); at the ends it stays. */
export const moveSection = (id: SectionId, by: -1 | 1) => {
  useReportChoices.setState(({ order }) => ({ order: movedBy(order, id, by) }))
}

export function movedBy<T>(order: readonly T[], item: T, by: -1 | 1): readonly T[] {
  const from = order.indexOf(item)
  const to = from + by
  const other = order[to]
  if (from < 0 || other === undefined) return order
  return order.with(to, item).with(from, other)
}

/** The options of a report, as the domain takes them. */
export function optionsOf({ kind, order, hidden, paper, dates }: ReportChoices): ReportOptions {
  return { kind, sections: order.filter((id) => !hidden.has(id)), paper, dates }
}
