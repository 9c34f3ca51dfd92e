import type { Block, Line, ReportDocument } from './document.ts'
import { SLIDE_WIDTH, TEXT_PT, textHeight } from './slide-measures.ts'
import { linesOf, pagesOf } from './slide-pages.ts'
import type { FiguresBlock, Group, SlidePage } from './slide-pages.ts'

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
  const isShort = textHeight(lines, TEXT_PT, SLIDE_WIDTH) <= COVER_TEXT
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

/** Blocks under their head lines; the columns of a pair share one, each under its own head. */
function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const groups: { title: Line; aside: Line; blocks: Block[]; isJoined?: boolean }[] = []
  for (const block of blocks) {
    if (block.type === 'pair') {
      const heads = block.columns.flatMap(([first]) => (first?.type === 'heading' ? [first] : []))
      const title = heads.flatMap(({ text }, i) => (i === 0 ? text : [{ text: ' · ' }, ...text]))
      groups.push({ title, aside: [], blocks: block.columns.flatMap(flat), isJoined: true })
    } else if (block.type === 'heading' && (block.level === 2 || groups.length === 0))
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
