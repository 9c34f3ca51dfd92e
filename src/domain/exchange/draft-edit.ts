import type { Metric } from '../key-result/key-result.ts'
import type { Draft, DraftKind, DraftLine, MissingValue } from './draft.ts'
import { UNMEASURED } from './draft.ts'
import { readKeyResultLine } from './key-result-line.ts'
import { guessMetric } from './metric-guess.ts'

const RANKS: readonly DraftKind[] = ['objective', 'keyResult', 'initiative', 'task']

/** The lines below a line: those that follow it and are nested deeper. */
export function linesBelow(lines: readonly DraftLine[], at: number): number[] {
  const depth = lines[at]?.depth ?? 0
  const below: number[] = []
  for (let next = at + 1; next < lines.length; next++) {
    if ((lines[next]?.depth ?? 0) <= depth) break
    below.push(next)
  }
  return below
}

/** A line as another kind: a new key result has its words read for a metric. */
function asKind(
  line: DraftLine,
  kind: DraftKind,
  origin: DraftLine['kindOrigin'],
  decimal: Draft['decimal'],
): DraftLine {
  const changed = { ...line, kind, kindOrigin: origin }
  if (kind === 'keyResult' && line.metric.type === 'unmeasured') {
    const { doubt, ...read } = readKeyResultLine(line.title, decimal)
    const wholeTitle = line.wholeTitle || (read.title === line.title ? '' : line.title)
    const warnings = doubt === '' ? line.warnings : [...line.warnings, doubt]
    return {
      ...changed,
      ...read,
      // What a table says in columns of its own.
      confidence: read.confidence ?? line.confidence,
      weight: read.weight ?? line.weight,
      current: read.current ?? line.current,
      wholeTitle,
      warnings,
    }
  }
  if (kind === 'keyResult') return changed
  // What has no days or figures of its own keeps them in its words.
  const hasFigures = line.confidence !== null || line.weight !== null || line.current !== null
  const keepsWords = RANKS.indexOf(kind) <= 0 || hasFigures
  const title = keepsWords ? line.wholeTitle || line.title : line.title
  return { ...changed, title, metric: UNMEASURED, missing: [] }
}

function replace(draft: Draft, changes: ReadonlyMap<number, DraftLine>): Draft {
  return { ...draft, lines: draft.lines.map((line, at) => changes.get(at) ?? line) }
}

/**
 * Changes the kind of one line. What stands below it and got its kind only from its place moves by as
 * many steps: under a key result that becomes an objective, initiatives become key results.
 */
export function setKind(draft: Draft, id: number, kind: DraftKind): Draft {
  const at = draft.lines.findIndex((line) => line.id === id)
  const line = draft.lines[at]
  if (!line || line.kind === kind) return draft
  const changes = new Map([[at, asKind(line, kind, 'person', draft.decimal)]])
  const [before, after] = [RANKS.indexOf(line.kind), RANKS.indexOf(kind)]
  if (before !== -1 && after !== -1)
    for (const below of linesBelow(draft.lines, at)) {
      const child = draft.lines[below]
      const rank = child ? RANKS.indexOf(child.kind) : -1
      if (!child || rank === -1 || child.kindOrigin !== 'position') continue
      const moved = RANKS[Math.min(3, Math.max(after + 1, rank + after - before))] ?? 'task'
      changes.set(below, asKind(child, moved, 'position', draft.decimal))
    }
  return replace(draft, changes)
}

/** Drops a line with everything below it, or takes them back. */
export function setKept(draft: Draft, id: number, kept: boolean): Draft {
  const at = draft.lines.findIndex((line) => line.id === id)
  if (at === -1) return draft
  const all = [at, ...linesBelow(draft.lines, at)]
  return replace(
    draft,
    new Map(all.flatMap((i) => (draft.lines[i] ? [[i, { ...draft.lines[i], kept }]] : []))),
  )
}

/** Changes the words or the owner of one line. */
export function setText(
  draft: Draft,
  id: number,
  change: Partial<Pick<DraftLine, 'title' | 'owner' | 'result'>>,
): Draft {
  return {
    ...draft,
    lines: draft.lines.map((line) =>
      line.id === id
        ? { ...line, ...change, ...(change.title === undefined ? {} : { wholeTitle: '' }) }
        : line,
    ),
  }
}

/** What is still unknown of a metric. */
export function missingOf(metric: Metric): MissingValue[] {
  if (metric.type === 'unmeasured') return ['measure']
  if (metric.type === 'relative') return metric.baseline === null ? ['baseline'] : []
  if (metric.type !== 'increase' && metric.type !== 'decrease') return []
  return [
    ...(metric.baseline === null ? (['baseline'] as const) : []),
    ...(metric.target === null ? (['target'] as const) : []),
  ]
}

/**
 * The metric that a person typed into the value field of a line, read like the words of a key result:
 * `14 → 5 min`, `+25 %`, `at least 90 %`, `done`. Null when it says no metric.
 */
export function readMetric(text: string): Metric | null {
  const typed = text.trim()
  if (typed === '') return UNMEASURED
  if (/^(?:done|done or not|yes ?\/ ?no)$/i.test(typed)) return { type: 'done' }
  if (/^(?:find the )?baseline$/i.test(typed)) return { type: 'find-baseline', unit: '' }
  const plain = typed.replace(/^\?\s?(?:→|->|to)\s?/, 'to ')
  const { metric } = guessMetric(plain.startsWith('to ') ? `reach ${plain}` : plain)
  if (metric.type !== 'unmeasured') return metric
  const level = guessMetric(`reach ${plain}`).metric
  return level.type === 'unmeasured' ? null : level
}

/** Gives a key result another metric. */
export function setMetric(draft: Draft, id: number, metric: Metric): Draft {
  return {
    ...draft,
    lines: draft.lines.map((line) =>
      line.id === id ? { ...line, metric, missing: missingOf(metric), warnings: [] } : line,
    ),
  }
}
