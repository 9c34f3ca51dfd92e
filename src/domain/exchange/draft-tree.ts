import { emptyLine, type DraftLine } from './draft.ts'

export type DraftNode = {
  readonly line: DraftLine
  /** What it becomes; differs from the line's kind where its place asks for it. */
  readonly kind: 'objective' | 'keyResult' | 'initiative' | 'task'
  /** What it hangs on: an objective or key result above an objective, and so on. */
  readonly parent: DraftNode | null
  readonly notes: DraftLine[]
  readonly tasks: DraftNode[]
}

/** Which kinds a thing can hang on, best first. */
const HANGS_ON = {
  objective: ['objective', 'keyResult'],
  keyResult: ['objective'],
  initiative: ['keyResult'],
  task: ['initiative'],
} as const

type Warn = (line: number, text: string) => void

/**
 * The kept lines of a draft as what hangs on what. Every key result hangs on an objective: where there is
 * none, one is made, with a warning. Initiatives without a key result stand in the Garage.
 */
export function draftTree(
  lines: readonly DraftLine[],
  warn: Warn,
): { readonly nodes: readonly DraftNode[]; readonly loose: readonly DraftLine[] } {
  const nodes: DraftNode[] = []
  const loose: DraftLine[] = []
  const open: DraftNode[] = []
  let last: DraftNode | null = null
  let made: DraftNode | null = null
  const add = (line: DraftLine, kind: DraftNode['kind'], parent: DraftNode | null): DraftNode => {
    const node: DraftNode = { line, kind, parent, notes: [], tasks: [] }
    while (open.length > 0 && (open.at(-1)?.line.depth ?? 0) >= line.depth) open.pop()
    open.push(node)
    last = node
    return node
  }
  for (const line of lines) {
    if (!line.kept || line.kind === 'skip' || line.kind === 'heading') continue
    if (line.kind === 'note') {
      const target = [...open].reverse().find((node) => node.line.depth < line.depth) ?? last
      if (target) target.notes.push(line)
      else loose.push(line)
      continue
    }
    const found = placeFor(line, line.kind, open, nodes)
    if (line.kind === 'keyResult' && !found) {
      if (!made) {
        const empty = emptyLine(-1, line.lineNumber, 0)
        made = {
          line: { ...empty, kind: 'objective', title: 'Objective to be named' },
          kind: 'objective',
          parent: null,
          notes: [],
          tasks: [],
        }
        nodes.push(made)
        warn(
          line.lineNumber,
          'There is no objective above it; it was put under “Objective to be named”.',
        )
      }
      nodes.push(add(line, 'keyResult', made))
    } else if (line.kind === 'task' && !found) {
      const above = placeFor(line, 'initiative', open, nodes)
      warn(line.lineNumber, 'There is no initiative above it; it was read as an initiative.')
      nodes.push(add(line, 'initiative', above))
    } else {
      const node = add(line, line.kind, found)
      if (line.kind === 'task') found?.tasks.push(node)
      else nodes.push(node)
      if (
        line.kind === 'initiative' &&
        !found &&
        open.some((up) => up.kind === 'objective' && up !== node)
      )
        warn(
          line.lineNumber,
          'It stands under an objective but under no key result; it goes to the Garage.',
        )
    }
  }
  return { nodes, loose }
}

/** The nearest line above that this one can hang on. */
function placeFor(
  line: DraftLine,
  kind: DraftNode['kind'],
  open: readonly DraftNode[],
  nodes: readonly DraftNode[],
): DraftNode | null {
  const wanted: readonly string[] = HANGS_ON[kind]
  for (let at = open.length - 1; at >= 0; at--) {
    const node = open[at]
    if (!node || node.line.depth >= line.depth) continue
    if (wanted.includes(node.kind)) return node
    // An initiative nested in an initiative serves what the outer one serves.
    if (kind === 'initiative' && node.kind === 'initiative') return node.parent
    if (kind === 'task' && node.kind === 'task') return node.parent
  }
  // A person may have moved a line up: a key result beside its objective still belongs to it.
  if (kind === 'keyResult') {
    for (let at = nodes.length - 1; at >= 0; at--) {
      const node = nodes[at]
      if (node?.kind === 'objective' && node.line.depth <= line.depth) return node
    }
  }
  return null
}
