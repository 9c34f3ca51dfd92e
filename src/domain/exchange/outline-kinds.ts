import type { DraftKind, KindOrigin } from './draft.ts'
import { isRole } from './line-prefix.ts'
import { guessMetric } from './metric-guess.ts'
import type { OutlineNode } from './outline-tree.ts'

export type KindReading = {
  readonly kind: DraftKind
  readonly origin: KindOrigin
  readonly warning: string
}

/** What stands below a kind when nothing else is said. */
const BELOW: Readonly<Partial<Record<DraftKind, DraftKind>>> = {
  objective: 'keyResult',
  keyResult: 'initiative',
  initiative: 'task',
  task: 'task',
  note: 'note',
}

/** Words by which a heading says that it is the title of the whole. */
export const TITLE = /\bokrs?\b|\bobjectives\b|\bgoals\b|\b[QH][1-4]\b|\bplan\b/i

/** Stricter, for a line that does not stand out: "Plan the move" and "Our goals for sales" are objectives. */
const TITLE_LINE =
  /\bokrs?\b|^(?:objectives|goals|ziele)\b|\b[QH][1-4]\b.{0,3}\d{2}|\d{2}.{0,3}\b[QH][1-4]\b/i

type Shape = {
  readonly children: readonly (readonly number[])[]
  /** Levels below a node, 0 for a leaf. */
  readonly levels: readonly number[]
  /** A key result is written somewhere below. */
  readonly holdsKeyResult: readonly boolean[]
  readonly hasWrittenKeyResults: boolean
  /** Parents (−1 for the top) with a child that is written as a key result. */
  readonly besideKeyResults: ReadonlySet<number>
  /** The last line that is more than a line of its own: a letter's closing stands behind it. */
  readonly lastMarked: number
  /** Parents with a child that has no checkbox. */
  readonly besideUnboxed: ReadonlySet<number>
}

function shapeOf(nodes: readonly OutlineNode[]): Shape {
  const children: number[][] = nodes.map(() => [])
  const levels = nodes.map(() => 0)
  const holds = nodes.map(() => false)
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]
    if (!node || node.parent < 0) continue
    children[node.parent]?.push(at)
    const isText = node.line.form === 'quote' || node.line.form === 'code'
    if (!isText) levels[node.parent] = Math.max(levels[node.parent] ?? 0, (levels[at] ?? 0) + 1)
    if (node.word === 'keyResult' || holds[at] === true) holds[node.parent] = true
  }
  for (const list of children) list.reverse()
  const parentsOf = (picked: (node: OutlineNode) => boolean) =>
    new Set(nodes.filter(picked).map((node) => node.parent))
  return {
    children,
    levels,
    holdsKeyResult: holds,
    hasWrittenKeyResults: nodes.some((node) => node.word === 'keyResult' && !node.isLabel),
    besideKeyResults: parentsOf((node) => node.word === 'keyResult'),
    lastMarked: nodes.findLastIndex((node) => !isPlain(node)),
    besideUnboxed: parentsOf((node) => node.line.isChecked === null),
  }
}

/** Whether a heading is an objective itself or only stands over objectives. */
function headingKind(nodes: readonly OutlineNode[], at: number, shape: Shape): DraftKind {
  const node = nodes[at]
  if (!node) return 'heading'
  const below = (shape.children[at] ?? []).flatMap((child) => nodes[child] ?? [])
  if (below.some((child) => child.word === 'keyResult')) return 'objective'
  if (below.some((child) => child.word === 'objective')) return 'heading'
  if (node.title.length <= 60 && isRole(node.title)) return 'heading'
  if (TITLE.test(node.title)) return 'heading'
  if (below.length === 0) return node.line.level > 1 ? 'objective' : 'heading'
  if (below.some((child) => child.line.form === 'heading'))
    return node.line.level === 1 &&
      nodes.filter((other) => other.line.form === 'heading' && other.line.level === 1).length === 1
      ? 'heading'
      : 'objective'
  const measured = below.filter((child) => guessMetric(child.title).metric.type !== 'unmeasured')
  const levels = shape.levels[at] ?? 0
  return levels <= 1 || measured.length >= below.length * 0.4 ? 'objective' : 'heading'
}

/** The nearest node above that is more than context, and the nearest label on the way. */
function above(nodes: readonly OutlineNode[], at: number, kinds: readonly KindReading[]) {
  let label: DraftKind | null = null
  for (let up = nodes[at]?.parent ?? -1; up >= 0; up = nodes[up]?.parent ?? -1) {
    const node = nodes[up]
    const kind = kinds[up]?.kind ?? 'skip'
    if (node?.isLabel === true && label === null && node.word !== null && node.word in LABELS)
      label = LABELS[node.word as keyof typeof LABELS]
    else if (kind !== 'heading' && kind !== 'skip') return { kind, label }
  }
  return { kind: null, label }
}

const LABELS = {
  objective: 'objective',
  keyResult: 'keyResult',
  initiative: 'initiative',
  task: 'task',
  note: 'note',
  why: 'note',
  result: 'note',
} as const

const GREETING =
  /^(?:hi|hello|hey|dear|hallo|moin|liebe[rs]?|guten (?:tag|morgen))(?!\p{L})[^.]{0,60}$/iu
const CLOSING =
  /^(?:many thanks|thanks|thank you|cheers|best|(?:kind |best |warm )?regards|viele grüße|danke|lg|mfg)(?: (?:all|everyone|everybody|team|so much|a lot|in advance))?[,.!]*$/iu

/** A line without any mark at the left edge. */
const isPlain = (node: OutlineNode | undefined) =>
  node?.line.form === 'bare' && node.word === null && node.line.width === 0

/** What a letter says around its goals: a greeting, a closing and what follows it. */
function isLetter(nodes: readonly OutlineNode[], at: number, shape: Shape): boolean {
  const title = nodes[at]?.title ?? ''
  if (shape.lastMarked < 0 || !isPlain(nodes[at])) return false
  if (at < 4 && GREETING.test(title) && /,$|^\S+(?: \S+)?[!.]?$/.test(title)) return true
  const closing = nodes.slice(Math.max(0, at - 3), at + 1)
  return at > shape.lastMarked && closing.some((node) => isPlain(node) && CLOSING.test(node.title))
}

/** A first line over the whole: it speaks of OKRs or a cycle, or the objectives below say what they are. */
function isTitleLine(nodes: readonly OutlineNode[], at: number, isLeaf: boolean): boolean {
  const node = nodes[at]
  if (at !== 0 || node?.line.form !== 'bare' || node.title.length > 100 || nodes.length < 2)
    return false
  const isWritten = nodes.some((other) => other.word === 'objective' && !other.isLabel)
  if (isWritten)
    return isLeaf || nodes.some(({ word, parent }) => word === 'objective' && parent === 0)
  return isLeaf && nodes.some(({ parent }) => parent > 0) && TITLE_LINE.test(node.title)
}

const isMeasuredBelow = (nodes: readonly OutlineNode[], children: readonly number[]) =>
  children.some((child) => guessMetric(nodes[child]?.title ?? '').metric.type !== 'unmeasured')

/** The kind of a line that does not say it itself. */
function kindByPlace(
  nodes: readonly OutlineNode[],
  at: number,
  kinds: readonly KindReading[],
  shape: Shape,
): KindReading {
  const node = nodes[at]
  const plain = (kind: DraftKind, warning = ''): KindReading => ({
    kind,
    origin: 'position',
    warning,
  })
  if (!node) return plain('skip')
  const up = above(nodes, at, kinds)
  if (up.kind === null && isTitleLine(nodes, at, (shape.levels[at] ?? 0) === 0))
    return plain('heading')
  if ((shape.levels[at] ?? 0) === 0 && isLetter(nodes, at, shape)) return plain('skip')
  if (shape.holdsKeyResult[at] === true && up.kind !== 'initiative' && up.kind !== 'task')
    return plain('objective')
  if (up.label !== null && (up.kind === null || up.label !== 'objective')) return plain(up.label)
  const isLeaf = (shape.levels[at] ?? 0) === 0
  if (up.kind === null) {
    const isSentence =
      node.line.form === 'bare' &&
      !node.isBold &&
      (/[.!?]$/.test(node.title) || node.title.length > 160)
    const hasItems = nodes.some((other) => other.line.form === 'item' || other.word !== null)
    if (isLeaf && hasItems && isSentence) return plain('note')
    const isLead = node.line.form === 'bare' && /[:：]\**$/.test(node.line.source)
    return isLead &&
      hasItems &&
      TITLE.test(node.title) &&
      (isLeaf || !isMeasuredBelow(nodes, shape.children[at] ?? []))
      ? plain('heading')
      : plain('objective')
  }
  if (up.kind === 'objective' && shape.hasWrittenKeyResults) {
    if (node.isBold) return plain('objective')
    if (shape.besideKeyResults.has(node.parent))
      return node.line.form === 'bare'
        ? plain('note')
        : plain(
            'initiative',
            'It stands beside lines marked as key results but has no mark itself; it was read as an initiative.',
          )
  }
  if (up.kind === 'note') return plain('note')
  if (
    node.line.form === 'bare' &&
    node.word === null &&
    up.kind !== 'objective' &&
    shape.hasWrittenKeyResults
  )
    return plain('note')
  // A checkbox among siblings without one is something to do, not a result.
  const isBoxed = node.line.isChecked !== null && shape.besideUnboxed.has(node.parent)
  if (up.kind === 'objective' && isBoxed) return plain('initiative')
  const below = BELOW[up.kind] ?? 'note'
  return up.kind === 'task'
    ? plain('task', 'It is nested deeper than tasks can be; it was read as a task of its own.')
    : plain(below)
}

/** The kind of every line of an outline, from what it says or else from where it stands. */
export function outlineKinds(nodes: readonly OutlineNode[]): KindReading[] {
  const shape = shapeOf(nodes)
  const kinds: KindReading[] = []
  for (const [at, node] of nodes.entries()) {
    const written = (kind: DraftKind): KindReading => ({ kind, origin: 'written', warning: '' })
    const { form } = node.line
    const isMarked = node.word !== null && node.word in BELOW && node.word !== 'note'
    if ((form === 'quote' && (!isMarked || node.isLabel)) || form === 'code')
      kinds.push({ kind: 'note', origin: 'position', warning: '' })
    else if (node.isLabel || node.word === 'owner' || node.word === 'due')
      kinds.push(written('heading'))
    else if (node.word === 'why' || node.word === 'result' || node.word === 'note')
      kinds.push(written('note'))
    else if (node.word !== null) kinds.push(written(node.word))
    else if (form === 'heading') {
      const up = above(nodes, at, kinds)
      kinds.push(
        up.kind === null
          ? { kind: headingKind(nodes, at, shape), origin: 'position', warning: '' }
          : kindByPlace(nodes, at, kinds, shape),
      )
    } else kinds.push(kindByPlace(nodes, at, kinds, shape))
  }
  return kinds
}
