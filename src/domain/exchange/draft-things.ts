import type { Cycle } from '../cycle/cycle.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import { withAddedDays } from '../plan/added-on.ts'
import type { CommandContext } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import type { Ordered } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { Thing } from '../plan/thing.ts'
import { cutText, quoteTitle } from './clean-text.ts'
import type { CycleGuess, Draft } from './draft.ts'
import {
  checkInOf,
  initiativeOf,
  keyResultOf,
  linksOf,
  noteOf,
  objectiveOf,
  words,
} from './draft-rows.ts'
import type { Parts } from './draft-rows.ts'
import { draftTree } from './draft-tree.ts'
import { PeopleBook } from './people-book.ts'
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
  return {
    things: withAddedDays(plan, out, context.today),
    warnings: warnings.sort((a, b) => a.line - b.line),
  }
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
