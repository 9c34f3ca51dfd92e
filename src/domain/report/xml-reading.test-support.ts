/** One element of a document that was read: enough to look for headings, tables and words. */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

const NAME = /^[A-Za-z_][\w.:-]*/
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** Reads an XML document by the strict rules (nesting, quoting, entities, code points); throws at the first fault. */
export function readXml(text: string): XmlElement {
  const bad = ILLEGAL.exec(text)
  if (bad) throw new Error(`an illegal code point at ${String(bad.index)}`)
  const root: { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] } =
    {
      name: '',
      attributes: new Map(),
      children: [],
    }
  const open = [root]
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const words = text.slice(at, next < 0 ? text.length : next)
    if (words !== '') open.at(-1)?.children.push(decoded(words))
    if (next < 0) break
    const end = endOfTag(text, next)
    const inner = text.slice(next + 1, end)
    at = end + 1
    if (inner.startsWith('?') || inner.startsWith('!')) continue
    if (inner.startsWith('/')) {
      const closed = open.pop()
      if (closed?.name !== inner.slice(1).trim())
        throw new Error(`</${inner.slice(1)}> closes <${closed?.name ?? ''}>`)
      continue
    }
    const isEmpty = inner.endsWith('/')
    const tag = isEmpty ? inner.slice(0, -1) : inner
    const name = NAME.exec(tag)?.[0]
    if (name === undefined) throw new Error(`no name in <${inner.slice(0, 40)}>`)
    const element = { name, attributes: attributesOf(tag.slice(name.length)), children: [] }
    open.at(-1)?.children.push(element)
    if (!isEmpty) open.push(element)
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name ?? ''}> is never closed`)
  const element = root.children.find((child) => typeof child !== 'string')
  if (element === undefined || typeof element === 'string') throw new Error('no element')
  return element
}

/** All elements of a name, in reading order. */
export function elementsOf(root: XmlElement, name: string): readonly XmlElement[] {
  const found = root.name === name ? [root] : []
  return [
    ...found,
    ...root.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child, name))),
  ]
}

/** The words in an element. */
export function wordsIn(root: XmlElement): string {
  return root.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('')
}

function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let i = from + 1; i < text.length; i += 1) {
    const char = text.charAt(i)
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return i
    else if (char === '<') throw new Error('a tag inside a tag')
  }
  throw new Error('a tag without an end')
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  let rest = text.trim()
  while (rest !== '') {
    const found = /^([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')\s*/.exec(rest)
    if (!found) throw new Error(`an attribute like ${rest.slice(0, 40)}`)
    const [all, name = '', double, single] = found
    if (attributes.has(name)) throw new Error(`${name} twice`)
    attributes.set(name, decoded(double ?? single ?? ''))
    rest = rest.slice(all.length)
  }
  return attributes
}

function decoded(text: string): string {
  return text.replace(/&([^;]{0,10};?)/g, (all, inner: string) => {
    const name = inner.slice(0, -1)
    if (!inner.endsWith(';')) throw new Error(`a bare & before ${inner}`)
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    const known = ENTITIES[name]
    if (known === undefined) throw new Error(`the entity ${all}`)
    return known
  })
}
