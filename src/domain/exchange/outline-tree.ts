import { isBold, readInline, textWithAddresses } from './inline-text.ts'
import type { DraftLink } from './draft.ts'
import { ownerLine, peopleOf, takeOwner, type KnownPeople } from './line-owner.ts'
import { isRole, readPrefix, wordOf, type LineWord } from './line-prefix.ts'
import type { OutlineLine } from './outline-lines.ts'

/** A line with its words read and its place among the others, before it has a kind. */
export type OutlineNode = {
  readonly line: OutlineLine
  readonly word: LineWord | null
  /** A label without text ("Key results:"): it names what stands below. */
  readonly isLabel: boolean
  readonly owner: string
  readonly title: string
  readonly result: string
  readonly links: readonly DraftLink[]
  readonly isBold: boolean
  /** Lines that a hard wrap cut off this one, and paragraphs below it. */
  readonly paragraphs: readonly string[]
  readonly depth: number
  /** Index of the node above; −1 at the top. */
  readonly parent: number
}

type Read = Omit<OutlineNode, 'depth' | 'parent' | 'paragraphs'> & { paragraphs: string[] }

/** "Backlog 1,200 => 300": both sides are no more than a number, and the first says no target of its own. */
const FROM_VALUE =
  /(?<!\b(?:by|um|to|of|auf|under|below|over|above|than|least|most)\s)(?<=^|[\s:(])[$€£]?\d[\d.,]*\s?[%€$£\p{L}]{0,8}$/u
const TO_VALUE = /^[<>≤≥~]?\s?[$€£]?\d[\d.,]*\s?[%€$£\p{L}]{0,8}\s*$/u

/** Splits "text => result" at the first arrow that stands between blanks. */
function splitResult(source: string): readonly [main: string, result: string] {
  const arrow = /[ \t](?:=>|⇒)[ \t]?/u.exec(source)
  if (!arrow) return [source, '']
  const isValue =
    FROM_VALUE.test(source.slice(Math.max(0, arrow.index - 60), arrow.index)) &&
    TO_VALUE.test(source.slice(arrow.index + arrow[0].length, arrow.index + 60))
  return !isValue
    ? [source.slice(0, arrow.index), source.slice(arrow.index + arrow[0].length)]
    : [source, '']
}

/** A word in the plural alone on its line names what stands below. */
const BARE_LABEL =
  /^(?:key results|krs|objectives|initiatives|projects|tasks|next steps|ziele|schlüsselergebnisse|maßnahmen|initiativen|aufgaben)$/i

/** A title without the quotation marks around it and the colon behind it. */
function plainTitle(title: string): string {
  const bare = /[^:：]\s*[:：]$/.test(title) ? title.replace(/\s*[:：]$/, '') : title
  return /^[“"„«][^“”"„«»]{3,}[”"“»]$/.test(bare) ? bare.slice(1, -1).trim() : bare
}

function readNode(line: OutlineLine, people: KnownPeople): Read {
  const [main, result] = splitResult(line.source)
  const inline = readInline(main)
  const label = wordOf(inline.text.replace(/[:：]$/, ''))
  const isLabel =
    label !== null &&
    (line.form === 'heading' ||
      /[:：]$/.test(inline.text.trim()) ||
      BARE_LABEL.test(inline.text)) &&
    result === ''
  const named = line.form === 'bare' ? ownerLine(inline.text) : ''
  const prefix =
    named === '' ? readPrefix(inline.text) : { word: 'owner' as const, owner: '', rest: named }
  let title = isLabel || prefix.word === null ? inline.text : prefix.rest
  let owner = prefix.word === null && !isLabel ? '' : prefix.owner
  const taken = isLabel ? null : takeOwner(title, people)
  if (taken) ({ owner, title } = taken)
  return {
    line,
    word: isLabel ? label : prefix.word,
    isLabel,
    owner,
    title: isLabel ? title : plainTitle(title),
    result: textWithAddresses(result),
    links: [...inline.links, ...readInline(result).links],
    isBold: isBold(main),
    paragraphs: [],
  }
}

/** Which labels before a colon are owners: those of "X KR:" lines, roles, and labels that come back. */
function takeOwners(nodes: readonly Read[], people: KnownPeople): Read[] {
  const counts = new Map<string, number>()
  const sure = new Set<string>()
  const base = (label: string) => label.replace(/[ \t]*\([^()]*\)$/, '').trim()
  const labels = nodes.map((node) =>
    node.word === null && !node.isLabel && node.owner === '' ? readPrefix(node.title).owner : '',
  )
  for (const node of nodes) if (node.owner !== '') sure.add(node.owner).add(base(node.owner))
  for (const label of labels) if (label) counts.set(base(label), (counts.get(base(label)) ?? 0) + 1)
  return nodes.map((node, at) => {
    const label = labels[at] ?? ''
    const isOwner =
      label !== '' &&
      (sure.has(label) ||
        people.has(label.toLowerCase()) ||
        sure.has(base(label)) ||
        isRole(label) ||
        (counts.get(base(label)) ?? 0) > 1)
    if (isOwner)
      return { ...node, owner: label.replace(/^@/, ''), title: readPrefix(node.title).rest }
    // "Objective: Sales: …" has its owner behind the kind.
    if (node.word !== null && node.owner === '' && !node.isLabel) {
      const inner = readPrefix(node.title)
      if (inner.word === null && inner.owner && (sure.has(inner.owner) || isRole(inner.owner)))
        return { ...node, owner: inner.owner, title: inner.rest }
    }
    return node
  })
}

/** Joins hard-wrapped lines and takes paragraphs below an item into it. */
function joinWraps(nodes: readonly Read[]): Read[] {
  const out: Read[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    const { line } = node
    const belongs =
      last?.line.form === 'item' &&
      line.form === 'bare' &&
      node.word === null &&
      line.width > last.line.width
    if (!belongs || !last) {
      out.push({ ...node, paragraphs: [...node.paragraphs] })
      continue
    }
    const isWrapped = !line.isAfterBlank && last.paragraphs.length === 0
    if (!isWrapped) last.paragraphs.push(textWithAddresses(line.source))
    else if (last.result !== '')
      out[out.length - 1] = { ...last, result: `${last.result} ${textWithAddresses(line.source)}` }
    else
      out[out.length - 1] = {
        ...last,
        title: `${last.title} ${node.title}`,
        result: node.result,
        links: [...last.links, ...node.links],
      }
  }
  return out
}

/** Among lines at one indent, "KR:" stands below "Objective:", and so on. */
const RANK: Readonly<Partial<Record<LineWord, number>>> = {
  objective: 0,
  keyResult: 0.2,
  initiative: 0.4,
  task: 0.6,
}

/** How far right a line counts as standing. */
function widthOf(
  nodes: readonly Read[],
  at: number,
  style: { hasShape: boolean; hasWords: boolean },
) {
  const node = nodes[at]
  if (!node) return 0
  const { line } = node
  if (line.form === 'heading') return line.level - 8
  if (node.word !== null && !node.isLabel) return line.width + (RANK[node.word] ?? 0.8)
  if (node.isLabel) return line.width + (node.word === 'objective' ? -0.5 : 0.1)
  if (style.hasWords && line.form === 'bare' && at > 0) {
    const next = nodes[at + 1]
    const before = nodes[at - 1]
    if (next?.word !== 'keyResult' && before && before.word !== null && !before.isLabel)
      return line.width + 0.8
  }
  // Bare blocks without any shape: the first line of a block is above the others.
  if (!style.hasShape && line.form === 'bare' && !line.isAfterBlank && at > 0)
    return line.width + 0.5
  return line.width
}

/**
 * Lines as a tree: by heading level, indentation, list marker, numbering and what they say of themselves.
 * A chain may be as long as the text, nothing here recurses.
 */
export function outlineTree(
  lines: readonly OutlineLine[],
  known: Iterable<string> = [],
): OutlineNode[] {
  const people = peopleOf(lines, known)
  const read = lines.map((line) => readNode(line, people))
  const nodes = joinWraps(takeOwners(read, people))
  const style = {
    hasShape: nodes.some((node) => node.line.form !== 'bare' || node.line.width > 0 || node.word),
    hasWords: nodes.some((node) => node.word !== null && !node.isLabel),
  }
  const stack: { readonly at: number; readonly width: number }[] = []
  return nodes.map((node, at) => {
    const { form } = node.line
    if (form === 'quote' || form === 'code') {
      const top = stack.at(-1)
      return { ...node, depth: stack.length, parent: top?.at ?? -1 }
    }
    const width = widthOf(nodes, at, style)
    while (stack.length > 0 && (stack.at(-1)?.width ?? 0) >= width) stack.pop()
    const made = { ...node, depth: stack.length, parent: stack.at(-1)?.at ?? -1 }
    // A note or an owner line says something of the line above; nothing hangs on it.
    if (node.isLabel || node.word === null || node.word in RANK) stack.push({ at, width })
    return made
  })
}
