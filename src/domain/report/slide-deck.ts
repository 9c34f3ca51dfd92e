import { estimateTextWidth } from '../route/text-width.ts'
import type { Block, Cell, Line, ReportDocument, Row } from './document.ts'
import type { Strip } from './shape.ts'

/** A place on a slide in inches. */
export type Place = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
export type TableBlock = Extract<Block, { type: 'table' }>
export type FiguresBlock = Extract<Block, { type: 'figures' }>

/** What stands on a slide, each with its place. */
export type SlidePart =
  | {
      readonly type: 'text'
      readonly place: Place
      readonly size: number
      readonly lines: readonly Line[]
    }
  | { readonly type: 'table'; readonly place: Place; readonly table: TableBlock }
  | { readonly type: 'figures'; readonly place: Place; readonly figures: FiguresBlock }
  | {
      readonly type: 'drawing'
      readonly place: Place
      readonly strip: Strip
      readonly description: readonly Line[]
    }

export type SlidePage = {
  readonly title: Line
  readonly aside: Line
  readonly parts: readonly SlidePart[]
}

export const SLIDE = { width: 13.333, height: 7.5 } as const
export const TABLE_PT = 11
export const NOTE_PT = 9
const LEFT = 0.55
const WIDTH = SLIDE.width - LEFT * 2
const TOP = 1.15
const BOTTOM = 6.95
const TEXT_PT = 12
const GAP = 0.12
/** Letters of a head line that several short parts share. */
const LONGEST_TITLE = 80
/** Room for words on the title slide. */
export const COVER_TEXT = 0.9

/**
 * The slides of a report after its title: one for each part or objective, going on in a second one where it
 * is long. A road stands on the left with the words beside it and the table under both.
 */
export function slidesOf(document: ReportDocument): readonly SlidePage[] {
  const groups = document.sections.flatMap(({ blocks }) => groupsOf(blocks))
  const cover = coverOf(document)
  const onCover: readonly (Block | null)[] = [cover.figures, ...cover.texts]
  const shown = groups.map((group) => ({
    ...group,
    blocks: group.blocks.filter((block) => !onCover.includes(block)),
  }))
  return merged(shown.filter(({ blocks }) => blocks.length > 0)).flatMap(pagesOf)
}

export type Cover = {
  readonly figures: FiguresBlock | null
  readonly texts: readonly Block[]
  readonly lines: readonly Line[]
}

/** The head figures with the words right under them, as long as those are few: they stand on the title slide. */
export function coverOf({ sections }: ReportDocument): Cover {
  const section = sections.find(({ blocks }) => blocks.some(({ type }) => type === 'figures'))
  const blocks = section?.blocks ?? []
  const figures = blocks.find((block) => block.type === 'figures') ?? null
  const texts = blocks.filter(({ type }) => type === 'text')
  const lines = texts.flatMap(linesOf)
  const isShort = textHeight(lines, TEXT_PT, WIDTH) <= COVER_TEXT
  return isShort ? { figures, texts, lines } : { figures, texts: [], lines: [] }
}

/** Short groups that follow each other share a slide, each under its own head. */
function merged(groups: readonly Group[]): readonly Group[] {
  const out: Group[] = []
  for (const group of groups) {
    const before = out.at(-1)
    const both = before && isPlain(before) && isPlain(group) ? joinGroups(before, group) : null
    const isShort = both !== null && wordsOf(both.title).length <= LONGEST_TITLE
    if (both !== null && isShort && pagesOf(both).length === 1) out.splice(-1, 1, both)
    else out.push(group)
  }
  return out
}

function wordsOf(line: Line): string {
  return line.map(({ text }) => text).join('')
}

function isPlain({ blocks }: Group): boolean {
  return !blocks.some((block) => block.type === 'drawing')
}

function asideOf({ aside }: Group): Line | null {
  return aside.length === 0 ? null : aside
}

function joinGroups(a: Group, b: Group): Group {
  const headed = (group: Group): readonly Block[] =>
    group.isJoined === true
      ? group.blocks
      : [{ type: 'heading', level: 3, text: group.title, aside: asideOf(group) }, ...group.blocks]
  return {
    title: [...a.title, { text: ' · ' }, ...b.title],
    aside: [],
    blocks: [...headed(a), ...headed(b)],
    isJoined: true,
  }
}

type Group = {
  readonly title: Line
  readonly aside: Line
  readonly blocks: readonly Block[]
  /** Its blocks stand under head lines of their own. */
  readonly isJoined?: boolean
}

/** Blocks under their head lines; the columns of a pair share one, each under its own head. */
function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const groups: { title: Line; aside: Line; blocks: Block[]; isJoined?: boolean }[] = []
  for (const block of blocks) {
    if (block.type === 'pair') {
      const heads = block.columns.flatMap(([first]) => (first?.type === 'heading' ? [first] : []))
      const title = heads.flatMap(({ text }, i) => (i === 0 ? text : [{ text: ' · ' }, ...text]))
      groups.push({ title, aside: [], blocks: block.columns.flatMap(flat), isJoined: true })
    } else if (block.type === 'heading' && block.level === 2)
      groups.push({ title: block.text, aside: block.aside ?? [], blocks: [] })
    else if (groups.length === 0)
      groups.push({ title: [{ text: 'At a glance' }], aside: [], blocks: [block] })
    else groups.at(-1)?.blocks.push(block)
  }
  return groups.filter((group) => group.blocks.length > 0)
}

function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.type === 'pair' ? block.columns.flatMap(flat) : [block]))
}

function pagesOf({ title, aside, blocks }: Group): readonly SlidePage[] {
  const pages: { title: Line; aside: Line; parts: SlidePart[] }[] = []
  let y = TOP
  const turn = () => {
    const more = pages.length > 0
    pages.push({ title: more ? [...title, { text: ' (continued)' }] : title, aside, parts: [] })
    y = TOP
  }
  const put = (part: SlidePart) => {
    pages.at(-1)?.parts.push(part)
    y = Math.max(y, part.place.y + part.place.h + GAP)
  }
  turn()
  const road = blocks.findIndex(
    (block) => block.type === 'drawing' && block.drawing.look === 'journey',
  )
  const firstTable = blocks.findIndex((block) => block.type === 'table')
  const isBeside = (i: number) => road >= 0 && (firstTable < 0 || i < firstTable)
  const beside = blocks.filter(
    (block, i) => isBeside(i) && isText(block) && block.type !== 'heading',
  )
  const roadBlock = blocks[road]
  if (roadBlock?.type === 'drawing' && beside.length > 0) {
    const [strip] = roadBlock.drawing.strips
    if (strip) {
      const h = Math.min(3.5, (6 * strip.height) / strip.width)
      const w = (h * strip.width) / strip.height
      put({
        type: 'drawing',
        strip,
        description: roadBlock.drawing.description,
        place: { x: LEFT, y, w, h },
      })
      const lines = beside.flatMap((block) => linesOf(block))
      const room = WIDTH - w - 0.3
      const full = textHeight(lines, TEXT_PT, room)
      const size = full <= h ? TEXT_PT : Math.max(8, (TEXT_PT * h) / full)
      put({
        type: 'text',
        size,
        lines,
        place: { x: LEFT + w + 0.3, y: TOP, w: room, h },
      })
    }
  }
  const rest =
    beside.length > 0 ? blocks.filter((block, i) => i !== road && !beside.includes(block)) : blocks
  const putText = (all: readonly Line[], next: Block | null) => {
    // A head line stays on the slide of the table that it is for.
    const room = next?.type === 'table' ? headHeight(next) + rowHeight(next, next.rows[0]) : 0
    for (const lines of chunked(all, TEXT_PT, WIDTH)) {
      const h = textHeight(lines, TEXT_PT, WIDTH)
      if (y + h + room > BOTTOM && y > TOP) turn()
      put({ type: 'text', size: TEXT_PT, lines, place: { x: LEFT, y, w: WIDTH, h } })
    }
  }
  let words: Line[] = []
  for (const block of [...rest, null]) {
    // Texts that follow each other are one text box, easier to edit than a dozen.
    if (block !== null && isText(block)) {
      words.push(...linesOf(block))
      continue
    }
    putText(words, block)
    words = []
    if (block === null) break
    switch (block.type) {
      case 'figures':
        if (y + 1.2 > BOTTOM) turn()
        put({ type: 'figures', figures: block, place: { x: LEFT, y, w: WIDTH, h: 1.1 } })
        break
      case 'drawing':
        for (const strip of block.drawing.strips) {
          const h = Math.min(BOTTOM - TOP, (WIDTH * strip.height) / strip.width)
          if (y + h > BOTTOM && y > TOP) turn()
          const w = (h * strip.width) / strip.height
          put({
            type: 'drawing',
            strip,
            description: block.drawing.description,
            place: { x: LEFT, y, w, h },
          })
        }
        break
      case 'table':
        for (let from = 0; from < block.rows.length;) {
          if (y + headHeight(block) + rowHeight(block, block.rows[from]) > BOTTOM && y > TOP) turn()
          let h = headHeight(block)
          let to = from
          while (to < block.rows.length) {
            const next = rowHeight(block, block.rows[to])
            if (to > from && y + h + next > BOTTOM) break
            h += next
            to += 1
          }
          put({
            type: 'table',
            table: { ...block, rows: block.rows.slice(from, to) },
            place: { x: LEFT, y, w: WIDTH, h },
          })
          from = to
        }
        break
      default:
        break
    }
  }
  return pages
}

function linesOf(block: Block): readonly Line[] {
  if (block.type === 'heading')
    return [
      [
        ...block.text.map((span) => ({ ...span, strong: true as const })),
        ...(block.aside ? [{ text: ' · ' }, ...block.aside] : []),
      ],
    ]
  if (block.type === 'text') return [block.text]
  if (block.type !== 'list') return []
  return block.items.map((item) => [{ text: '•\u2002' }, ...item])
}

function isText({ type }: Block): boolean {
  return type === 'text' || type === 'list' || type === 'heading'
}

/** Lines in portions that fit on one slide. */
function chunked(lines: readonly Line[], pt: number, width: number): readonly (readonly Line[])[] {
  const chunks: Line[][] = [[]]
  for (const line of lines) {
    const current = chunks.at(-1) ?? []
    if (current.length > 0 && textHeight([...current, line], pt, width) > BOTTOM - TOP)
      chunks.push([line])
    else current.push(line)
  }
  return chunks.filter((chunk) => chunk.length > 0)
}

function textHeight(lines: readonly Line[], pt: number, width: number): number {
  const rows = lines.reduce((sum, line) => sum + rowsOf(line, pt, width - 0.2), 0)
  return (rows * pt * 1.32 + lines.length * 3) / 72 + 0.08
}

/** How many rows a line takes: its width as estimated, and the line breaks in it. */
function rowsOf(line: Line, pt: number, width: number): number {
  const text = line.map((span) => span.text).join('')
  return text
    .split('\n')
    .reduce(
      (sum, part) =>
        sum + Math.max(1, Math.ceil((estimateTextWidth(part, pt) * 0.96) / (width * 72))),
      0,
    )
}

function headHeight(block: TableBlock): number {
  const rows = Math.max(
    ...block.columns.map(({ label }, i) =>
      rowsOf([{ text: label }], NOTE_PT, columnWidth(block, i)),
    ),
  )
  return (rows * NOTE_PT * 1.25) / 72 + 0.1
}

/** Width of a column of a table across the slide, without its margins, in inches. */
function columnWidth(block: TableBlock, index: number): number {
  return columnWidths(block)[index] ?? 1
}

/** Widths of all columns in inches. */
export function columnWidths({ columns }: TableBlock): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => (WIDTH * width) / total)
}

function rowHeight(block: TableBlock, row: Row | undefined): number {
  if (row === undefined) return 0
  const cells = row.cells.map((cell, i) => cellHeight(cell, columnWidth(block, i) - 0.12))
  const notes = row.notes.filter((line) => line.length > 0)
  const under = notes.reduce(
    (sum, line) => sum + rowsOf(line, NOTE_PT, WIDTH - 0.15) * NOTE_PT * 1.25,
    0,
  )
  return Math.max(0.24, ...cells) + (notes.length === 0 ? 0 : under / 72 + 0.06)
}

function cellHeight(cell: Cell, width: number): number {
  return (
    (cell.reduce((sum, line) => sum + rowsOf(line, TABLE_PT, width), 0) * TABLE_PT * 1.25) / 72 +
    0.08
  )
}
