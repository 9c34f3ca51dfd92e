import { element } from './node.ts'
import type { PageNode } from './node.ts'
import { serialize } from './html.ts'
import { shapeNode } from './page.ts'
import { SANS } from './page-style.ts'
import type { Shape, Strip } from './shape.ts'
import { xmlText } from './xml-text.ts'

/** A picture that stands alone: its size in its own units, and what it shows. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly title: string
  /** The same in words for those who do not see it. */
  readonly description: string
  readonly layers: readonly {
    readonly x: number
    readonly y: number
    readonly shapes: readonly Shape[]
  }[]
}

/** A strip of a report as a picture of its own. */
export function pictureOf(strip: Strip, description = ''): Picture {
  const { width, height, label, shapes } = strip
  return { width, height, title: label, description, layers: [{ x: 0, y: 0, shapes }] }
}

/** The picture as one SVG file: well-formed XML, white paper, no script, no address, no font to fetch. */
export function svgOf(picture: Picture, printedWidthMm: number | null = null): string {
  const { width, height, title, description, layers } = picture
  const size = (value: number) =>
    printedWidthMm === null
      ? String(value)
      : `${String(Math.round((value * printedWidthMm * 100) / width) / 100)}mm`
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size(width),
      height: size(height),
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      role: 'img',
      'font-family': SANS,
    },
    element('title', {}, title),
    ...(description === '' ? [] : [element('desc', {}, description)]),
    element('path', { d: `M0 0H${String(width)}V${String(height)}H0z`, fill: '#ffffff' }),
    ...layers.map(({ x, y, shapes }) =>
      element(
        'g',
        { transform: x === 0 && y === 0 ? null : `translate(${String(x)} ${String(y)})` },
        ...shapes.map(alone),
      ),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(serialize(root))}\n`
}

/** A shape whose words have their halo and direction without a style sheet. */
function alone(shape: Shape): PageNode {
  const node = shapeNode(shape)
  if (shape.type !== 'text' || typeof node === 'string') return node
  const halo =
    shape.fill === '#ffffff'
      ? {}
      : {
          'paint-order': 'stroke',
          stroke: '#ffffff',
          'stroke-width': '3',
          'stroke-linejoin': 'round',
        }
  const { class: _class, ...attrs } = node.attrs
  return { ...node, attrs: { ...attrs, ...halo, 'unicode-bidi': 'plaintext' } }
}
