import type { Day } from '../calendar/day.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { Cycle } from '../cycle/cycle.ts'
import { dueDayProblem, spanProblem } from '../cycle/cycle-dates.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import { metricProblem } from '../key-result/metric.ts'
import type { Objective } from '../objective/objective.ts'
import type { CommandContext } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import type { Thing } from '../plan/thing.ts'
import { cutText, quoteTitle } from './clean-text.ts'
import type { DraftLine } from './draft.ts'
import { HUES } from './people-book.ts'
import type { PeopleBook } from './people-book.ts'

/** What every row of one draft needs. */
export type Parts = {
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
export function linksOf(
  line: DraftLine,
  isOwn: boolean,
  shown: string,
): { link: string; rest: string } {
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

/** The note of a row, from what a line says beside its title; cut with a warning where it is too long. */
export function noteOf(line: DraftLine, pieces: readonly string[], parts: Parts): string {
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
export function words(line: DraftLine, notes: readonly DraftLine[], isOwn: boolean, parts: Parts) {
  const { title, overflow } = fitTitle(line, parts)
  const said = notes.filter((note) => !/^Why: /.test(note.title))
  const shown = [line.result, line.note].join('\n')
  const links = linksOf(line, isOwn, shown)
  const noteLinks = said.map((note) => linksOf(note, false, '').rest)
  const pieces = [overflow, line.result, line.note, ...said.map((n) => n.title), links.rest]
  const note = noteOf(line, [...pieces, ...said.map((n) => n.note), ...noteLinks], parts)
  return { title, note, link: links.link }
}

/** The objective that a line makes. */
export function objectiveOf(
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

/** The key result that a line makes. */
export function keyResultOf(
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

/** The initiative that a line makes; it serves nothing when it stands under no key result. */
export function initiativeOf(
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

/** The check-in that a value or a confidence beside a key result makes; null where nothing is said. */
export function checkInOf(line: DraftLine, keyResult: KeyResult, parts: Parts): CheckIn | null {
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
