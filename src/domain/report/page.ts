import type { Block, Cell, Column, Line, ReportDocument, Row, Section, Span } from './document.ts'
import { element } from './node.ts'
import type { PageElement, PageNode } from './node.ts'
import type { RouteDrawing } from './route-drawing.ts'
import type { Shape, Strip } from './shape.ts'

/** The page of a report as elements; `page-style.ts` has its looks. */
export function pageOf(document: ReportDocument): PageElement {
  return element(
    'article',
    { class: 'report', lang: 'en' },
    element(
      'header',
      { class: 'masthead' },
      element('p', { class: 'overline' }, ...lineNodes(document.overline)),
      element('h1', {}, ...lineNodes(document.heading)),
      element('p', { class: 'subtitle' }, ...lineNodes(document.subtitle)),
    ),
    ...document.sections.map(sectionNode),
  )
}

function sectionNode(section: Section): PageElement {
  return element(
    'section',
    { class: 'part', 'data-part': section.id },
    ...section.blocks.flatMap(blockNodes),
  )
}

function blockNodes(block: Block): readonly PageNode[] {
  switch (block.type) {
    case 'heading':
      return [headingNode(block)]
    case 'figures':
      return [
        element(
          'div',
          { class: 'figures' },
          ...block.figures.map(({ value, label }) =>
            element(
              'div',
              { class: 'figure' },
              element('p', { class: 'value' }, value),
              element('p', { class: 'label' }, label),
            ),
          ),
        ),
      ]
    case 'text':
      return [element('p', { class: block.look }, ...lineNodes(block.text))]
    case 'table':
      return [tableNode(block.label, block.columns, block.rows)]
    case 'list':
      return [
        element('ul', {}, ...block.items.map((item) => element('li', {}, ...lineNodes(item)))),
      ]
    case 'drawing':
      return drawingNodes(block.drawing)
    case 'pair':
      return [
        element(
          'div',
          { class: 'pair' },
          ...block.columns.map((column) =>
            element('div', { class: 'column' }, ...column.flatMap(blockNodes)),
          ),
        ),
      ]
  }
}

function headingNode(block: Extract<Block, { type: 'heading' }>): PageElement {
  const text = element('span', { class: 'heading-text' }, ...lineNodes(block.text))
  const aside =
    block.aside && element('span', { class: 'heading-aside' }, ...lineNodes(block.aside))
  return element(block.level === 2 ? 'h2' : 'h3', {}, text, ...(aside ? [' ', aside] : []))
}

function tableNode(label: string, columns: readonly Column[], rows: readonly Row[]): PageElement {
  return element(
    'table',
    {},
    element('caption', {}, label),
    element(
      'colgroup',
      {},
      ...columns.map(({ width }) => element('col', { width: `${String(width)}%` })),
    ),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...columns.map((column) =>
          element('th', { scope: 'col', class: column.align }, column.label),
        ),
      ),
    ),
    ...rows.map((row) => rowNode(row, columns)),
  )
}

/** A body of its own for each row, so that the row and the note under it stay on one page. */
function rowNode(row: Row, columns: readonly Column[]): PageElement {
  const cells = row.cells.map((lines, i) => {
    const align = columns[i]?.align ?? 'start'
    return i === 0
      ? element('th', { scope: 'row', class: align }, ...cellNodes(lines))
      : element('td', { class: align }, ...cellNodes(lines))
  })
  const lines = row.notes.filter((line) => line.length > 0)
  const note = element(
    'tr',
    { class: 'note-row' },
    element(
      'td',
      { colspan: String(columns.length) },
      ...lines.map((line) => element('div', {}, ...lineNodes(line))),
    ),
  )
  return element(
    'tbody',
    { class: row.faded ? 'row faded' : 'row' },
    element('tr', {}, ...cells),
    ...(lines.length > 0 ? [note] : []),
  )
}

function cellNodes(lines: Cell): readonly PageNode[] {
  return lines.map((line, i) =>
    element('div', { class: i === 0 ? 'line' : 'line below' }, ...lineNodes(line)),
  )
}

function lineNodes(line: Line): readonly PageNode[] {
  return line.map(spanNode)
}

function spanNode(span: Span): PageNode {
  const inner: PageNode = span.theirs ? element('bdi', { class: 'theirs' }, span.text) : span.text
  const strong = span.strong ? element('strong', {}, inner) : inner
  const toned = span.tone ? element('span', { class: span.tone }, strong) : strong
  if (span.href === undefined) return toned
  const isBare = span.text === span.href
  return element(
    'a',
    { href: span.href, rel: 'noreferrer noopener', class: isBare ? 'bare' : null },
    toned,
  )
}

function drawingNodes(drawing: RouteDrawing): readonly PageNode[] {
  const { rows, strips } = drawing
  return [
    ...(rows
      ? [roadsNode(rows)]
      : strips.map((strip) => element('figure', { class: 'route' }, stripNode(strip)))),
    element(
      'ul',
      { class: 'spoken' },
      ...drawing.description.map((line) => element('li', {}, ...lineNodes(line))),
    ),
  ]
}

/** A table by its breaks alone: its head is there again on each page, and no road is cut. */
function roadsNode({ calendar, roads }: NonNullable<RouteDrawing['rows']>): PageElement {
  const row = (strip: PageElement) => element('tr', {}, element('td', {}, strip))
  return element(
    'table',
    { class: 'roads', role: 'presentation' },
    element('thead', {}, row(stripNode(calendar))),
    ...roads.map((road) => element('tbody', { class: 'road' }, row(stripNode(road)))),
  )
}

function stripNode(strip: Strip): PageElement {
  const size = `${String(strip.width)} ${String(strip.height)}`
  return element(
    'svg',
    strip.label === ''
      ? { viewBox: `0 0 ${size}`, 'aria-hidden': 'true', width: '100%' }
      : { viewBox: `0 0 ${size}`, role: 'img', 'aria-label': strip.label, width: '100%' },
    ...(strip.label === '' ? [] : [element('title', {}, strip.label)]),
    ...strip.shapes.map(shapeNode),
  )
}

/** One shape as an SVG element. */
export function shapeNode(shape: Shape): PageElement {
  switch (shape.type) {
    case 'path':
      return element('path', {
        d: shape.d,
        fill: shape.fill,
        stroke: shape.stroke,
        'stroke-width': String(shape.width),
        'stroke-dasharray': shape.dash,
        'stroke-linecap': shape.dash === null ? 'round' : 'butt',
        'stroke-linejoin': 'round',
      })
    case 'disc':
      return element('circle', {
        cx: String(shape.x),
        cy: String(shape.y),
        r: String(shape.radius),
        fill: shape.fill,
        stroke: shape.stroke,
        'stroke-width': String(shape.width),
      })
    case 'text':
      return element(
        'text',
        {
          x: String(shape.x),
          y: String(shape.y),
          'font-size': String(shape.size),
          'font-weight': shape.bold ? '650' : '400',
          'text-anchor': shape.anchor,
          fill: shape.fill,
          // White on a filled disc needs no halo.
          class: shape.fill === '#ffffff' ? 'plain' : null,
        },
        shape.text,
      )
  }
}
