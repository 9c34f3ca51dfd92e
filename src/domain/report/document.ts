import type { RouteDrawing } from './route-drawing.ts'
import { isWebLink, readableText, splitAtLinks } from './printed-text.ts'

/**
 * The report as it is read: a list of blocks with every text and number in its printed form. All file
 * formats and the preview are made from this one list, so they cannot disagree.
 */
export type ReportDocument = {
  /** For the title bar, the file's metadata and the suggested name. */
  readonly title: string
  readonly overline: readonly Span[]
  readonly heading: readonly Span[]
  readonly subtitle: readonly Span[]
  readonly sections: readonly Section[]
  /** Printed at the foot of every page beside the page number. */
  readonly footer: string
}

export type Section = { readonly id: string; readonly blocks: readonly Block[] }

/** What a colour says; it never stands without a word that says the same. */
export type Tone = 'good' | 'warn' | 'bad' | 'muted'

/** A run of text. `theirs` marks what people typed: it is kept apart so that its direction cannot leak. */
export type Span = {
  readonly text: string
  readonly theirs?: true
  readonly strong?: true
  readonly tone?: Tone
  /** An http(s) address, already checked. */
  readonly href?: string
  /** What the printed words stand for, in full: a number, or a day as `2026-11-22`. Tables as data keep it. */
  readonly value?: number | string
}
export type Line = readonly Span[]
/** The lines of one table cell. */
export type Cell = readonly Line[]

export type Column = {
  readonly label: string
  readonly align: 'start' | 'end'
  /** Share of the table's width. */
  readonly width: number
}

export type Row = {
  readonly cells: readonly Cell[]
  /** What belongs to the row and stands under it, across the table; empty lines leave no trace. */
  readonly notes: readonly Line[]
  readonly faded: boolean
  /** What tables as data say of the row besides its cells; each is printed in a note as well. */
  readonly data?: readonly (readonly [label: string, value: string | number])[]
}

export type Figure = { readonly value: string; readonly label: string }

export type Block =
  | {
      readonly type: 'heading'
      readonly level: 2 | 3
      readonly text: Line
      readonly aside: Line | null
    }
  | { readonly type: 'figures'; readonly figures: readonly Figure[] }
  | { readonly type: 'text'; readonly look: 'prose' | 'note'; readonly text: Line }
  | {
      readonly type: 'table'
      readonly label: string
      /** Tables of one set have the same columns and are one file where tables are data. */
      readonly set: string
      readonly columns: readonly Column[]
      /** What a note under a row is called where a format has no such place, e.g. `Rule`. */
      readonly noteLabel: string
      readonly rows: readonly Row[]
    }
  | { readonly type: 'list'; readonly items: readonly Line[] }
  | { readonly type: 'drawing'; readonly drawing: RouteDrawing }
  /** Two short columns on paper, one after the other elsewhere. */
  | { readonly type: 'pair'; readonly columns: readonly (readonly Block[])[] }

/** Text of Roadbook's own. */
export function ours(text: string, look: Omit<Span, 'text' | 'theirs' | 'href'> = {}): Span {
  return { text, ...look }
}

/** Text that somebody typed, made readable. */
export function theirs(text: string, look: Omit<Span, 'text' | 'theirs'> = {}): Span {
  return { text: readableText(text), theirs: true, ...look }
}

/** Text that somebody typed, with the web addresses in it as links. */
export function theirsWithLinks(text: string): Line {
  return splitAtLinks(text).map((part) => ({
    text: part.text,
    theirs: true as const,
    ...(part.href === null ? {} : { href: part.href }),
  }))
}

/** An address as somebody typed it: a link when it is http(s), plain text otherwise. */
export function address(link: string): Span {
  return isWebLink(link) ? { text: link, theirs: true, href: link } : theirs(link)
}

export function heading(level: 2 | 3, text: Line, aside: Line | null = null): Block {
  return { type: 'heading', level, text, aside }
}

export function note(...text: Line): Block {
  return { type: 'text', look: 'note', text }
}

/** One cell of one line of Roadbook's own text. */
export function cell(text: string, look: Omit<Span, 'text' | 'theirs' | 'href'> = {}): Cell {
  return [[ours(text, look)]]
}

/** A cell whose words stand for a number or a day; null prints a dash and stands for nothing. */
export function valueCell<T extends number | string>(
  value: T | null,
  print: (value: T) => string,
  look: Omit<Span, 'text' | 'theirs' | 'href' | 'value'> = {},
): Cell {
  return value === null ? cell('–', look) : cell(print(value), { ...look, value })
}

/** A cell of somebody's own text; a dash for none. */
export function theirCell(text: string | null): Cell {
  return text === null || text.trim() === '' ? cell('–') : [[theirs(text)]]
}

/** A row of plain cells. */
export function row(...cells: readonly Cell[]): Row {
  return { cells, notes: [], faded: false }
}

/** A table of Roadbook's own, told by its columns as `[label, width, align]`. */
export function table(
  label: string,
  columns: readonly (readonly [label: string, width: number, align?: 'end'])[],
  rows: readonly Row[],
): Block {
  return {
    type: 'table',
    label,
    set: label,
    columns: columns.map(([name, width, align]) => ({
      label: name,
      width,
      align: align ?? 'start',
    })),
    noteLabel: 'Notes',
    rows,
  }
}

/** Every span of a document in reading order; the alternative text of drawings comes as spans too. */
export function* spansOf(document: ReportDocument): Generator<Span> {
  yield* document.overline
  yield* document.heading
  yield* document.subtitle
  for (const section of document.sections) for (const block of section.blocks) yield* inBlock(block)
}

function* inBlock(block: Block): Generator<Span> {
  switch (block.type) {
    case 'heading':
      yield* block.text
      yield* block.aside ?? []
      return
    case 'figures':
      for (const { value, label } of block.figures) yield* [ours(value), ours(label)]
      return
    case 'text':
      yield* block.text
      return
    case 'table':
      for (const column of block.columns) yield ours(column.label)
      for (const row of block.rows) {
        for (const lines of row.cells) for (const line of lines) yield* line
        for (const line of row.notes) yield* line
      }
      return
    case 'list':
      for (const item of block.items) yield* item
      return
    case 'drawing':
      for (const line of block.drawing.description) yield* line
      return
    case 'pair':
      for (const column of block.columns) for (const inner of column) yield* inBlock(inner)
  }
}
