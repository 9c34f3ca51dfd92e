/**
 * The page as a small tree of elements. The exported file is this tree serialised with every text
 * escaped; the preview is this tree created element by element. Neither ever parses markup.
 */
export type PageNode = string | PageElement
export type PageElement = {
  readonly tag: PageTag
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly PageNode[]
}

export const SVG_TAGS = [
  'svg',
  'g',
  'path',
  'circle',
  'rect',
  'line',
  'text',
  'title',
  'desc',
] as const
export type SvgTag = (typeof SVG_TAGS)[number]
/** All elements that a report is made of; nothing that loads, runs or embeds. */
export type PageTag =
  | 'article'
  | 'header'
  | 'section'
  | 'figure'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'
  | 'table'
  | 'caption'
  | 'colgroup'
  | 'col'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  | 'ul'
  | 'li'
  | 'div'
  | 'span'
  | 'strong'
  | 'bdi'
  | 'br'
  | 'a'
  | SvgTag

/** An element; attributes whose value is null are left out. */
export function element(
  tag: PageTag,
  attrs: Readonly<Record<string, string | null>>,
  ...children: readonly PageNode[]
): PageElement {
  const present = Object.entries(attrs).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return { tag, attrs: Object.fromEntries(present), children }
}

/** True for the elements that live in the SVG namespace. */
export function isSvgTag(tag: PageTag): tag is SvgTag {
  return (SVG_TAGS as readonly PageTag[]).includes(tag)
}
