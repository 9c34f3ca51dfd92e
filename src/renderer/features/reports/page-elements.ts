import { isSvgTag } from '#domain/report/node.ts'
import type { PageNode } from '#domain/report/node.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** The page as real elements, made one by one: no text is ever parsed as markup. */
export function createPage(node: PageNode): Node {
  if (typeof node === 'string') return document.createTextNode(node)
  const element = isSvgTag(node.tag)
    ? document.createElementNS(SVG, node.tag)
    : document.createElement(node.tag)
  for (const [name, value] of Object.entries(node.attrs)) element.setAttribute(name, value)
  for (const child of node.children) element.append(createPage(child))
  return element
}
