import { daysBetween } from '../calendar/day.ts'
import type { Block, Line, ReportDocument } from './document.ts'

/** What stands on the pages of a report, and figures worked out again from that alone. */

/** A line as it is read, with plain spaces, hyphens and minus signs. */
export const words = (line: Line) =>
  line
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u2011', '-')
    .replace(/\s/gu, ' ')
    .replaceAll('\u2212', '-')

/** The first number of a text. */
export const numberIn = (text: string) =>
  Number(/-?[\d.]+/.exec(text.replaceAll(',', ''))?.[0] ?? Number.NaN)
export const percentIn = (text: string) => numberIn(text) / 100
/** What a pattern's first group says; '' where it is not there. */
export const said = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? ''

/** A row of a table with the notes under it. */
export type PrintedRow = {
  readonly title: string
  readonly cells: readonly string[]
  readonly notes: string
}
/** A table with the heading that it stands under. */
export type PrintedTable = {
  readonly label: string
  readonly set: string
  readonly head: string
  readonly aside: string
  readonly rows: readonly PrintedRow[]
}

/** All that a report prints, by what it is. */
export function printed(report: ReportDocument) {
  const blocks = report.sections
    .flatMap((section): readonly Block[] => section.blocks)
    .flatMap((block) => (block.type === 'pair' ? block.columns.flat() : [block]))
  const headOf = (at: number) => {
    const head = blocks.slice(0, at).findLast((one) => one.type === 'heading')
    return head?.type === 'heading'
      ? { head: words(head.text), aside: words(head.aside ?? []) }
      : { head: '', aside: '' }
  }
  const tables = blocks.flatMap((block, i): PrintedTable[] =>
    block.type === 'table'
      ? [
          {
            label: block.label,
            set: block.set,
            ...headOf(i),
            rows: block.rows.map((row) => ({
              title: words(row.cells[0]?.[0] ?? []),
              cells: row.cells.map((cell) => words(cell[0] ?? [])),
              notes: row.notes.map(words).join('\n'),
            })),
          },
        ]
      : [],
  )
  return {
    heading: words(report.heading),
    subtitle: words(report.subtitle),
    figures: blocks.flatMap((block) => (block.type === 'figures' ? block.figures : [])),
    notes: blocks.flatMap((block) => (block.type === 'text' ? [words(block.text)] : [])),
    items: blocks.flatMap((block) => (block.type === 'list' ? block.items.map(words) : [])),
    tables,
    table: (label: string) => tables.find((one) => one.label === label),
  }
}

/** Progress of a printed key result by the printed rules, not clamped; null where nothing is measured. */
export function progressAgain({ cells, notes }: PrintedRow): number | null {
  const [, baseline = '', target = '', now = ''] = cells
  if (now === '–') return null
  const inside = /inside ([\d,]+) of ([\d,]+) times/.exec(notes)
  if (inside) return numberIn(inside[1] ?? '') / Math.max(1, numberIn(inside[2] ?? ''))
  const weight = /weight ([\d.]+) of ([\d.]+)/.exec(now)
  if (weight) return Number(weight[1]) / Number(weight[2])
  const steps = /^(\d+) of (\d+) steps?$/.exec(now)
  if (steps) return Number(steps[1]) / Number(steps[2])
  if (target === 'done') return now === 'done' ? 1 : 0
  if (target === 'find the baseline') return 1
  return (numberIn(now) - numberIn(baseline)) / (numberIn(target) - numberIn(baseline))
}

/** The same as it counts. */
export const countedAgain = (row: PrintedRow) => Math.min(1, Math.max(0, progressAgain(row) ?? 0))

/** What is expected of a printed key result on `today`, by its own span or its printed plan line. */
export function expectedAgain({ notes }: PrintedRow, startOn: string, today: string): number {
  // A band is to be held from the first check-in on.
  if (/inside [\d,]+ of [\d,]+ times/.test(notes)) return 1
  const dueOn = said(notes, /due (\d{4}-\d{2}-\d{2})/)
  const time = Math.min(1, daysBetween(startOn, today) / daysBetween(startOn, dueOn))
  if (notes.includes('plan line back-loaded')) return time * time
  if (time >= 1 || !notes.includes('plan line by steps')) return time
  const steps = [...notes.matchAll(/([\d.]+) % from (\d{4}-\d{2}-\d{2})/g)]
  return Number(steps.findLast(([, , on = '']) => on <= today)?.[1] ?? 0) / 100
}

/** The mean of some printed key results by their printed weights; NaN where none counts. */
export function meanAgain(rows: readonly PrintedRow[]): number {
  const weighed = rows.flatMap((row) => {
    const weight = said(row.notes, /(?:^|· )weight ([\d.]+) of/)
    return weight === '' ? [] : [{ weight: Number(weight), counted: countedAgain(row) }]
  })
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  return weighed.reduce((sum, { weight, counted }) => sum + weight * counted, 0) / total
}
