import type { Block, Line } from './document.ts'
import type { Strip } from './shape.ts'
import {
  headHeight,
  rowHeight,
  SLIDE_LEFT,
  SLIDE_WIDTH,
  TEXT_PT,
  textHeight,
} from './slide-measures.ts'
import type { TableBlock } from './slide-measures.ts'

/** A place on a slide in inches. */
export type Place = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
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

/** What stands on one slide, or goes on over several. */
export type Group = {
  readonly title: Line
  readonly aside: Line
  readonly blocks: readonly Block[]
  /** Its blocks stand under head lines of their own. */
  readonly isJoined?: boolean
}

const TOP = 1.15
const BOTTOM = 6.95
const GAP = 0.12
const LONGEST_CAPTION = 1

/** One group on as many slides as it takes: a road at the left with its words beside it, tables under both. */
export function pagesOf({ title, aside, blocks }: Group): readonly SlidePage[] {
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
        place: { x: SLIDE_LEFT, y, w, h },
      })
      const lines = beside.flatMap((block) => linesOf(block))
      const room = SLIDE_WIDTH - w - 0.3
      const full = textHeight(lines, TEXT_PT, room)
      const size = full <= h ? TEXT_PT : Math.max(8, (TEXT_PT * h) / full)
      put({
        type: 'text',
        size,
        lines,
        place: { x: SLIDE_LEFT + w + 0.3, y: TOP, w: room, h },
      })
    }
  }
  const rest =
    beside.length > 0 ? blocks.filter((block, i) => i !== road && !beside.includes(block)) : blocks
  const putText = (all: readonly Line[], next: Block | null) => {
    // A head line stays on the slide of the table that it is for.
    const room = next?.type === 'table' ? headHeight(next) + rowHeight(next, next.rows[0]) : 0
    for (const lines of chunked(all, TEXT_PT, SLIDE_WIDTH)) {
      const h = textHeight(lines, TEXT_PT, SLIDE_WIDTH)
      if (y + h + room > BOTTOM && y > TOP) turn()
      put({ type: 'text', size: TEXT_PT, lines, place: { x: SLIDE_LEFT, y, w: SLIDE_WIDTH, h } })
    }
  }
  let words: Line[] = []
  for (const [i, block] of [...rest, null].entries()) {
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
        put({
          type: 'figures',
          figures: block,
          place: { x: SLIDE_LEFT, y, w: SLIDE_WIDTH, h: 1.1 },
        })
        break
      case 'drawing': {
        // Its caption does not go to a slide of its own.
        const room = captionHeight(rest[i + 1])
        for (const strip of block.drawing.strips) {
          const h = Math.min(BOTTOM - TOP - room, (SLIDE_WIDTH * strip.height) / strip.width)
          if (y + h + room > BOTTOM && y > TOP) turn()
          const w = (h * strip.width) / strip.height
          put({
            type: 'drawing',
            strip,
            description: block.drawing.description,
            place: { x: SLIDE_LEFT, y, w, h },
          })
        }
        break
      }
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
            place: { x: SLIDE_LEFT, y, w: SLIDE_WIDTH, h },
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

/** The lines of a block of text; none of anything else. */
export function linesOf(block: Block): readonly Line[] {
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

/** Room for a short text under a drawing; none for a long one, which may go on elsewhere. */
function captionHeight(next: Block | undefined): number {
  if (next?.type !== 'text') return 0
  const height = textHeight([next.text], TEXT_PT, SLIDE_WIDTH)
  return height > LONGEST_CAPTION ? 0 : height + 2 * GAP
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
