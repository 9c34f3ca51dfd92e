import type { CommandContext } from '../plan/command.ts'
import type { Day } from '../calendar/day.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { dueDayProblem, spanProblem } from '../cycle/cycle-dates.ts'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import { metricProblem } from '../key-result/metric.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { orderKeysAfter, type Ordered } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { Thing } from '../plan/thing.ts'
import { cutText, quoteTitle } from './clean-text.ts'
import type { CycleGuess, Draft, DraftLine } from './draft.ts'
import { draftTree } from './draft-tree.ts'
import { HUES, PeopleBook } from './people-book.ts'
import type { InputWarning } from './refusal.ts'

/** Where a draft goes: a plan of its own, or an open plan and one of its cycles (or a new one). */
export type DraftTarget = {
  /** The name of a new plan; without meaning when `plan` is given. */
  readonly name: string
  /** The plan that it is added to, null for a new one. */
  readonly plan: Plan | null
  readonly cycle: { readonly id: Id } | CycleGuess
  readonly context: CommandContext
}

export type DraftThings = {
  readonly things: readonly Thing[]
  /** Where the draft could not be taken as it stands, by line. */
  readonly warnings: readonly InputWarning[]
}

type Parts = {
  readonly out: Thing[]
  readonly warn: (line: number, text: string) => void
  readonly people: PeopleBook
  readonly context: CommandContext
  readonly cycle: Cycle
}

/** A title within its bounds; what does not fit stands whole in the note. */
function fitTitle(line: DraftLine, parts: Parts): { title: string; overflow: string } {
  const title = line.title.trim()
  if (title.length <= LIMITS.title) return { title: title || 'Without a title', overflow: '' }
  parts.warn(
    line.lineNumber,
    `The title is longer than ${String(LIMITS.title)} characters; its start is the title, the whole text is in the note.`,
  )
  return { title: cutText(title, LIMITS.title).trimEnd(), overflow: title }
}

/** The first link as the thing's own, all others in the note with their text. */
function linksOf(line: DraftLine, isOwn: boolean, shown: string): { link: string; rest: string } {
  const fits = (address: string) => isOwn && address.length <= LIMITS.link
  const own = line.links.find((link) => fits(link.address))
  const rest = line.links
    // Behind "=>" the address already stands in the text.
    .filter((link) => link !== own && !shown.includes(link.address))
    .map((link) => (link.text && link.text !== link.address ? `${link.text}: ` : '') + link.address)
  const first = own?.text && own.text !== own.address && !shown.includes(own.address)
  return {
    link: own?.address ?? '',
    rest: [first ? `${own.text}: ${own.address}` : '', ...rest].filter(Boolean).join('\n'),
  }
}

function noteOf(line: DraftLine, pieces: readonly string[], parts: Parts): string {
  const text = pieces.filter((piece) => piece.trim() !== '').join('\n')
  if (text.length <= LIMITS.note) return text
  parts.warn(
    line.lineNumber,
    `The note is longer than ${String(LIMITS.note)} characters; the rest was left out: keep the source.`,
  )
  return cutText(text, LIMITS.note)
}

/** The days that the plan can take; others are left out with a warning. */
function dayPair(line: DraftLine, parts: Parts): { startOn: Day | null; dueOn: Day | null } {
  const { startOn, dueOn } = line
  const problem = spanProblem(parts.cycle, startOn, dueOn)
  if (!problem) return { startOn, dueOn }
  parts.warn(line.lineNumber, `${problem.message} Its days were left out.`)
  return { startOn: null, dueOn: null }
}

function dueDay(line: DraftLine, parts: Parts): Day {
  const problem = line.dueOn === null ? null : dueDayProblem(parts.cycle, line.dueOn)
  if (problem)
    parts.warn(line.lineNumber, `${problem.message} The last day of the cycle was taken instead.`)
  return problem || line.dueOn === null ? parts.cycle.endOn : line.dueOn
}

function metricOf(line: DraftLine, parts: Parts): Metric {
  const problem = metricProblem(line.metric)
  if (!problem) return line.metric
  parts.warn(line.lineNumber, `${problem.message} How it is measured was left open.`)
  return { type: 'unmeasured' }
}

/** Everything that a kept line and the notes below it say in words. */
function words(line: DraftLine, notes: readonly DraftLine[], isOwn: boolean, parts: Parts) {
  const { title, overflow } = fitTitle(line, parts)
  const said = notes.filter((note) => !/^Why: /.test(note.title))
  const shown = [line.result, line.note].join('\n')
  const links = linksOf(line, isOwn, shown)
  const noteLinks = said.map((note) => linksOf(note, false, '').rest)
  const pieces = [overflow, line.result, line.note, ...said.map((n) => n.title), links.rest]
  const note = noteOf(line, [...pieces, ...said.map((n) => n.note), ...noteLinks], parts)
  return { title, note, link: links.link }
}

function objectiveOf(
  line: DraftLine,
  notes: readonly DraftLine[],
  parent: Objective['parent'],
  index: number,
  parts: Parts,
): Objective {
  const { title, note } = words(line, notes, false, parts)
  const why = notes.filter((n) => /^Why: /.test(n.title)).map((n) => n.title.slice(5))
  return {
    kind: 'objective',
    id: parts.context.newId(),
    cycleId: parts.cycle.id,
    title,
    why: noteOf(line, why, parts),
    ownerId: parts.people.idOf(line.owner, line.lineNumber),
    type: 'committed',
    themeId: null,
    parent,
    contribution: '',
    order: 'a0',
    state: 'active',
    stateReason: '',
    hue: HUES[index % HUES.length] ?? 'blue',
    note,
    carriedFrom: null,
  }
}

function keyResultOf(
  line: DraftLine,
  notes: readonly DraftLine[],
  objectiveId: Id,
  parts: Parts,
): KeyResult {
  const { title, note, link } = words(line, notes, true, parts)
  if (line.missing.length > 0)
    parts.warn(
      line.lineNumber,
      `Key result ${quoteTitle(title)} still needs ${line.missing.includes('measure') ? 'a number to be measured by' : `its ${line.missing.join(' and its ')}`}.`,
    )
  return {
    kind: 'keyResult',
    id: parts.context.newId(),
    objectiveId,
    title,
    ownerId: parts.people.idOf(line.owner, line.lineNumber),
    metric: metricOf(line, parts),
    dueOn: dueDay(line, parts),
    weight: line.weight ?? 1,
    indicator: 'lagging',
    guardrail: false,
    wouldDo: '',
    source: '',
    planLine: { type: 'even' },
    state: 'active',
    stateReason: '',
    statusOverride: null,
    order: 'a0',
    note,
    link,
    carriedFrom: null,
  }
}

function initiativeOf(
  line: DraftLine,
  notes: readonly DraftLine[],
  keyResultId: Id | null,
  parts: Parts,
): Initiative {
  const { title, note, link } = words(line, notes, true, parts)
  const state = line.state ?? 'planned'
  return {
    kind: 'initiative',
    id: parts.context.newId(),
    cycleId: parts.cycle.id,
    title,
    note,
    ownerId: parts.people.idOf(line.owner, line.lineNumber),
    contributors: [],
    ...dayPair(line, parts),
    state,
    stateReason: '',
    doneOn: state === 'done' ? line.doneOn : null,
    tasks: [],
    typedProgress: null,
    effortDays: line.effortDays,
    money: null,
    peopleNeeded: null,
    serves: keyResultId === null ? [] : [{ keyResultId, share: 1 }],
    dependsOn: [],
    blocker: null,
    externalKey: cutText(line.externalKey, 200),
    link,
    order: 'a0',
    cardId: null,
    carriedFrom: null,
  }
}

function checkInOf(line: DraftLine, keyResult: KeyResult, parts: Parts): CheckIn | null {
  if (line.current === null && line.confidence === null) return null
  const { type } = keyResult.metric
  const hasValue = type !== 'milestone' && type !== 'unmeasured'
  return {
    kind: 'checkIn',
    id: parts.context.newId(),
    keyResultId: keyResult.id,
    day: parts.context.today,
    at: parts.context.now,
    value: hasValue ? line.current : null,
    stepsDone: null,
    confidence: line.confidence,
    note: hasValue || line.current === null ? '' : `Value at import: ${String(line.current)}`,
    link: '',
    authorId: null,
    origin: 'typed',
    corrects: null,
    skipReason: '',
  }
}

/** Gives rows that came in order their order keys, behind those that are there. */
function inOrder<T extends Thing & Ordered>(rows: readonly T[], there: Iterable<Ordered>): T[] {
  const keys = orderKeysAfter(there, rows.length)
  return rows.map((row, at) => ({ ...row, order: keys[at] ?? 'a0' }))
}

function cycleFor(target: DraftTarget, out: Thing[]): Cycle {
  if ('id' in target.cycle) {
    const cycle = target.plan?.cycle.get(target.cycle.id)
    if (cycle) return cycle
  }
  const { today, newId } = target.context
  const dates = 'id' in target.cycle ? null : target.cycle
  const [startOn, endOn] = [dates?.startOn ?? today, dates?.endOn ?? today]
  const state = endOn < today ? 'review' : startOn > today ? 'planning' : 'active'
  const cycle: Cycle = {
    kind: 'cycle',
    id: newId(),
    name: cutText(dates?.name.trim() ?? '', LIMITS.title) || 'Cycle',
    startOn,
    endOn: endOn < startOn ? startOn : endOn,
    state,
    stateLog: [],
    leftAtTheKerb: [],
    overbookedReason: '',
  }
  out.push(cycle)
  return cycle
}

/**
 * The rows that the kept lines of a draft make: fresh ids, people matched by name, order as written, due
 * on the last day of the cycle where no day is given. With `plan: null` the rows are a whole plan.
 * Nothing is cut without a warning that names the line.
 */
export function thingsFromDraft(draft: Draft, target: DraftTarget): DraftThings {
  const { context, plan } = target
  const out: Thing[] = []
  const warnings: InputWarning[] = [...draft.warnings]
  const warn = (line: number, text: string) => {
    warnings.push({ line, text })
  }
  for (const line of draft.lines)
    if (line.kept) for (const text of line.warnings) warn(line.lineNumber, text)
  const cycle = cycleFor(target, out)
  const people = new PeopleBook(plan, context, warn)
  const parts: Parts = { out, warn, people, context, cycle }

  const tree = draftTree(draft.lines, warn)
  const objectives: Objective[] = []
  const keyResults: KeyResult[] = []
  const initiatives: Initiative[] = []
  const idOf = new Map<number, Id>()
  const hueShift = plan?.objective.size ?? 0
  for (const node of tree.nodes) {
    const { line, notes } = node
    if (node.kind === 'objective') {
      const parentId = idOf.get(node.parent?.line.id ?? -1)
      const parent =
        parentId !== undefined &&
        (node.parent?.kind === 'objective' || node.parent?.kind === 'keyResult')
          ? { kind: node.parent.kind, id: parentId }
          : null
      const row = objectiveOf(line, notes, parent, hueShift + objectives.length, parts)
      objectives.push(row)
      idOf.set(line.id, row.id)
    } else if (node.kind === 'keyResult') {
      const row = keyResultOf(line, notes, idOf.get(node.parent?.line.id ?? -1) ?? '', parts)
      keyResults.push(row)
      idOf.set(line.id, row.id)
      const checkIn = checkInOf(line, row, parts)
      if (checkIn) out.push(checkIn)
    } else if (node.kind === 'initiative') {
      const served = node.parent?.kind === 'keyResult' ? idOf.get(node.parent.line.id) : undefined
      const row = initiativeOf(line, notes, served ?? null, parts)
      if (node.tasks.length > LIMITS.list)
        warn(
          line.lineNumber,
          `It has more than ${String(LIMITS.list)} tasks; the rest was left out.`,
        )
      const tasks = node.tasks.slice(0, LIMITS.list).map(({ line: task, notes: below }) => {
        const text = words(task, below, false, parts)
        if (text.note !== '')
          warn(task.lineNumber, 'Tasks have no note; its text went to the note of its initiative.')
        return {
          id: context.newId(),
          title: text.title,
          assigneeId: people.idOf(task.owner, task.lineNumber),
          dueOn: task.dueOn,
          done: task.state === 'done',
          doneOn: task.state === 'done' ? task.doneOn : null,
          note: text.note,
        }
      })
      const said = tasks
        .filter((task) => task.note !== '')
        .map((task) => `${task.title}: ${task.note}`)
      initiatives.push({
        ...row,
        note: noteOf(line, [row.note, ...said], parts),
        tasks: tasks.map(({ note: _note, ...task }) => task),
      })
    }
  }
  out.push(
    ...people.added,
    ...inOrder(objectives, plan?.objective.values() ?? []),
    ...inOrder(keyResults, plan?.keyResult.values() ?? []),
    ...inOrder(initiatives, plan?.initiative.values() ?? []),
  )
  const lead = tree.loose.flatMap((note) => [note.title, note.note, linksOf(note, false, '').rest])
  if (!plan) out.unshift(planRow(target, lead.filter(Boolean).join('\n')))
  else
    for (const note of tree.loose)
      warn(
        note.lineNumber,
        `This stands above everything and was left out: ${quoteTitle(note.title)}.`,
      )
  return { things: out, warnings: warnings.sort((a, b) => a.line - b.line) }
}

function planRow(target: DraftTarget, direction: string): Thing {
  return {
    kind: 'plan',
    id: target.context.newId(),
    name: cutText(target.name.trim(), LIMITS.title).trim() || 'My OKRs',
    direction: cutText(direction, LIMITS.note),
    settings: DEFAULT_SETTINGS,
    createdAt: target.context.now,
  }
}
