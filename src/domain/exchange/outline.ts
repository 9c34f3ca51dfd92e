import { isDay } from '../calendar/day.ts'
import { cleanText, quoteTitle } from './clean-text.ts'
import { guessCycle } from './cycle-guess.ts'
import { emptyLine, type Draft, type DraftLine } from './draft.ts'
import { guessMetric } from './metric-guess.ts'
import { outlineKinds } from './outline-kinds.ts'
import { outlineLines } from './outline-lines.ts'
import { outlineTree, type OutlineNode } from './outline-tree.ts'
import type { InputWarning } from './refusal.ts'
import { isRole } from './line-prefix.ts'

const DUE = /\b(?:by|due|until|bis)[ \t]+(\d{4}-\d{2}-\d{2})\b/i

/** A day written as `2026-11-27` behind "by" or "due"; other spellings differ from country to country. */
function dueIn(title: string): string | null {
  const day = DUE.exec(title.slice(0, 600))?.[1]
  return day !== undefined && isDay(day) ? day : null
}

const LABELLED: Readonly<Record<string, string>> = { why: 'Why: ', result: 'Result: ' }

function draftLine(node: OutlineNode, at: number): DraftLine {
  const empty = emptyLine(at, node.line.lineNumber, node.depth)
  return {
    ...empty,
    title: `${LABELLED[node.word ?? ''] ?? ''}${node.title}`,
    owner: node.owner,
    result: node.result,
    note: node.paragraphs.join('\n'),
    links: node.links,
    dueOn: dueIn(node.title),
    state: node.line.isChecked === null ? null : node.line.isChecked ? 'done' : 'planned',
  }
}

/** The owner that stands over a line: an owner line, or a heading that names a team. */
function inheritedOwner(nodes: readonly OutlineNode[], lines: readonly DraftLine[], at: number) {
  for (let up = nodes[at]?.parent ?? -1; up >= 0; up = nodes[up]?.parent ?? -1) {
    const line = lines[up]
    if (line?.kind === 'heading' && nodes[up]?.line.form === 'heading' && isRole(line.title))
      return line.title.replace(/^team:?\s+/i, '').slice(0, 200)
  }
  return ''
}

/** "Owner: Mira" and "Due: 2026-11-27" say something of the line above them. */
function applyAttributes(
  nodes: readonly OutlineNode[],
  lines: DraftLine[],
  warnings: InputWarning[],
) {
  for (const [at, node] of nodes.entries()) {
    if ((node.word !== 'owner' && node.word !== 'due') || node.isLabel) continue
    const target = lines[node.parent]
    const line = lines[at]
    if (!target || !line || target.kind === 'heading') {
      warnings.push({ line: node.line.lineNumber, text: 'It belongs to no line above it.' })
      continue
    }
    if (node.word === 'owner') lines[node.parent] = { ...target, owner: node.title }
    else if (isDay(node.title)) lines[node.parent] = { ...target, dueOn: node.title }
    else
      warnings.push({
        line: node.line.lineNumber,
        text: `${quoteTitle(node.title)} is not a day written as 2026-11-27; the due day was left open.`,
      })
    lines[at] = { ...line, title: `${node.word === 'owner' ? 'Owner' : 'Due'}: ${node.title}` }
  }
}

/** Reads an outline, a Markdown list or plain lines as a draft. Time is linear in the text. */
export function draftFromOutline(source: string, name: string): Draft {
  const text = cleanText(source)
  const nodes = outlineTree(outlineLines(text))
  const kinds = outlineKinds(nodes)
  const warnings: InputWarning[] = []
  const lines = nodes.map((node, at): DraftLine => {
    const line = draftLine(node, at)
    const { kind, origin, warning } = kinds[at] ?? { kind: 'skip', origin: 'position', warning: '' }
    const guess = kind === 'keyResult' ? guessMetric(line.title) : null
    const found = [warning, guess?.doubt ?? ''].filter(Boolean)
    return {
      ...line,
      kind,
      kindOrigin: origin,
      ...(guess ? { metric: guess.metric, missing: guess.missing } : {}),
      warnings: found,
    }
  })
  applyAttributes(nodes, lines, warnings)
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'objective' || line.owner !== '') continue
    const owner = inheritedOwner(nodes, lines, at)
    if (owner !== '') lines[at] = { ...line, owner }
  }
  const title = lines.find((line) => line.kind === 'heading' && line.title !== '')
  const cycle = guessCycle(title?.title ?? '') ?? guessCycle(name)
  return { name: planName(title, name), source: 'outline', lines, warnings, cycle, table: null }
}

function planName(title: DraftLine | undefined, name: string): string {
  const fromFile = name.replace(/\.[A-Za-z]{1,8}$/, '').trim()
  const text = title && title.lineNumber < 20 && !/:$/.test(title.title) ? title.title : fromFile
  return text.slice(0, 200) || 'My OKRs'
}
