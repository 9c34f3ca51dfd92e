import { provenOrder } from '../calendar/written-day.ts'
import { cleanText, quoteTitle } from './clean-text.ts'
import type { Day } from '../calendar/day.ts'
import { cutOut } from './cut-out.ts'
import { cycleOfDays, guessCycle, quarterOf } from './cycle-guess.ts'
import { decimalSign } from './decimal-sign.ts'
import { emptyLine, type Draft, type DraftKind, type DraftLine } from './draft.ts'
import { readKeyResultLine } from './key-result-line.ts'
import { datesInNumbers, daysInLine, type DayHints } from './line-days.ts'
import { looksLikeName } from './line-owner.ts'
import { outlineKinds } from './outline-kinds.ts'
import { outlineLines } from './outline-lines.ts'
import { takeTables, withTables } from './outline-tables.ts'
import { outlineTree, type OutlineNode } from './outline-tree.ts'
import type { InputWarning } from './refusal.ts'
import { isRole } from './line-prefix.ts'

/** What has days of its own. */
const DATED: ReadonlySet<DraftKind> = new Set(['keyResult', 'initiative', 'task'])

/** What is known beside the text: the people of the open plan, and the day on which it is read. */
export type TextHints = {
  readonly people?: readonly string[] | undefined
  readonly today?: Day | undefined
}

/** A line with its days read and taken out of its title, and a name in the same brackets as its owner. */
function withDays(line: DraftLine, kind: DraftKind, hints: DayHints): DraftLine {
  if (!DATED.has(kind)) return line
  const { startOn, dueOn, doubt, rest, beside } = daysInLine(line.title, hints)
  const warnings = doubt === '' ? line.warnings : [...line.warnings, doubt]
  const wholeTitle = rest === line.title ? '' : line.title
  // Only an initiative has a first day: elsewhere a span stays where it is written.
  if (startOn !== null && kind !== 'initiative') return { ...line, dueOn, warnings }
  const isNamed = line.owner === '' && /^\p{Lu}[\p{L}'’.-]*$/u.test(beside.split(' ')[0] ?? '')
  if (isNamed && (looksLikeName(beside) || !beside.includes(' '))) {
    const at = rest.lastIndexOf(beside)
    const title = cutOut(rest, at, at + beside.length)
    return { ...line, startOn, dueOn, warnings, wholeTitle, title: title || rest, owner: beside }
  }
  return { ...line, startOn, dueOn, warnings, wholeTitle, title: rest }
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
  hints: DayHints,
) {
  for (const [at, node] of nodes.entries()) {
    if ((node.word !== 'owner' && node.word !== 'due') || node.isLabel) continue
    const target = lines[node.parent]
    const line = lines[at]
    if (!target || !line || target.kind === 'heading') {
      warnings.push({ line: node.line.lineNumber, text: 'It belongs to no line above it.' })
      continue
    }
    const due = node.word === 'due' ? daysInLine(`due ${node.title}`, hints).dueOn : null
    if (node.word === 'owner') lines[node.parent] = { ...target, owner: node.title }
    else if (due !== null) lines[node.parent] = { ...target, dueOn: due }
    else
      warnings.push({
        line: node.line.lineNumber,
        text: `${quoteTitle(node.title)} is not a day written as 2026-11-27; the due day was left open.`,
      })
    lines[at] = { ...line, title: `${node.word === 'owner' ? 'Owner' : 'Due'}: ${node.title}` }
  }
}

const QUOTED_MARK = /^>[ \t]{0,8}(?:[-*•][ \t])?\**(?:o\d|kr|objective|key result)/im

/** A text that is quoted as a whole, as out of an e-mail, without its marks. */
function unquoted(text: string): string {
  if (!QUOTED_MARK.test(text)) return text
  const lines = text.split('\n')
  const isQuoted = lines.every((line) => line.trim() === '' || line.startsWith('>'))
  return isQuoted ? lines.map((line) => line.replace(/^> ?/, '')).join('\n') : text
}

/** The quarter of the first day that is written with its year. */
function quarterNamed(nodes: readonly OutlineNode[], order: DayHints['order']) {
  for (const { title } of nodes) {
    const { dueOn } = /20\d\d/.test(title) ? daysInLine(title, { order, cycle: null }) : NO_DAYS
    if (dueOn !== null) return quarterOf(dueOn)
  }
  return null
}
const NO_DAYS = { dueOn: null }

/** Reads an outline, a Markdown list or plain lines as a draft. Time is linear in the text. */
export function draftFromOutline(source: string, name: string, hints: TextHints = {}): Draft {
  const whole = unquoted(cleanText(source))
  const decimal = decimalSign(whole)
  const { text, tables } = takeTables(whole, decimal)
  const owners = tables.flatMap(({ draft }) => draft.lines.map((line) => line.owner))
  const nodes = outlineTree(outlineLines(text), [...(hints.people ?? []), ...owners])
  const kinds = outlineKinds(nodes)
  const warnings: InputWarning[] = []
  const title = nodes.find(
    ({ title, word }, at) => kinds[at]?.kind === 'heading' && word === null && title !== '',
  )
  const cycle = guessCycle(title?.title ?? '') ?? guessCycle(name)
  const present = hints.today === undefined ? null : quarterOf(hints.today)
  const order = provenOrder(datesInNumbers(text))
  const days = { order, cycle: cycle ?? quarterNamed(nodes, order) ?? present }
  const lines = nodes.map((node, at): DraftLine => {
    const { kind, origin, warning } = kinds[at] ?? { kind: 'skip', origin: 'position', warning: '' }
    const line = withDays(draftLine(node, at), kind, days)
    const { doubt, ...read } =
      kind === 'keyResult'
        ? readKeyResultLine(line.title, decimal)
        : { doubt: '', title: line.title }
    return {
      ...line,
      kind,
      kindOrigin: origin,
      ...read,
      wholeTitle: line.wholeTitle || (read.title === line.title ? '' : line.title),
      warnings: [warning, doubt, ...line.warnings].filter(Boolean),
    }
  })
  applyAttributes(nodes, lines, warnings, days)
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'objective' || line.owner !== '') continue
    const owner = inheritedOwner(nodes, lines, at)
    if (owner !== '') lines[at] = { ...line, owner }
  }
  const all = tables.length === 0 ? lines : withTables(lines, tables, warnings)
  const found = cycle ?? cycleOfDays(all)
  return {
    name: planName(title, name),
    source: 'outline',
    lines: all,
    warnings,
    cycle: found,
    decimal,
    table: null,
  }
}

function planName(title: OutlineNode | undefined, name: string): string {
  const fromFile = name.replace(/\.[A-Za-z]{1,8}$/, '').trim()
  const text =
    title && title.line.lineNumber < 20 && !/:$/.test(title.line.source.trim())
      ? title.title
      : fromFile
  return text.slice(0, 200) || 'My OKRs'
}
