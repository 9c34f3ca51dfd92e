import type { Day } from '../calendar/day.ts'
import type { Detour } from '../detour/detour.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id, Ref } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { thingAt } from '../plan/plan.ts'
import { retrospectiveOf } from './review.ts'
import { causeNow } from './root-cause.ts'
import { verdictOn } from './retrospective-rows.ts'

/** The field that a lesson concerns; `whole` when it is about the thing as such. */
export type LessonField = 'target' | 'dueOn' | 'owner' | 'serves' | 'whole'

/** Something that an earlier cycle taught about the forerunner of a thing. */
export type Lesson = {
  readonly field: LessonField
  readonly text: string
  /** Where it comes from: lesson, root cause, score, verdict or detour. */
  readonly from: 'lesson' | 'root-cause' | 'score' | 'verdict' | 'detour'
  readonly cycleName: string
  /** The day on which it was said; null for what the retrospective says. */
  readonly day: Day | null
}

type Carried = Objective | KeyResult | Initiative

/** Further back than this nobody reads; it also ends a walk that a broken file made endless. */
const MOST_CYCLES = 8

const FIELD_OF_CHANGE: Readonly<Record<Detour['change'], LessonField>> = {
  target: 'target',
  dueOn: 'dueOn',
  owner: 'owner',
  serves: 'serves',
  dropped: 'whole',
}

/**
 * What the cycles before say about a thing that was carried over, the latest cycle first: lessons of the
 * journal, score and root cause, the verdict's reason and explained detours. Empty for a thing without
 * forerunners.
 */
export function lessonsFor(plan: Plan, thing: Carried): readonly Lesson[] {
  const lessons: Lesson[] = []
  for (const forerunner of forerunnersOf(plan, thing)) {
    const cycle = plan.cycle.get(cycleIdOf(plan, forerunner) ?? '')
    if (!cycle) continue
    const from = { cycleName: cycle.name, day: null }
    const ref: Ref = { kind: forerunner.kind, id: forerunner.id }
    const isIt = (about: Ref | null) => about?.kind === ref.kind && about.id === ref.id
    const retrospective = retrospectiveOf(plan, cycle.id)
    const row = retrospective?.keyResults.find((one) => one.keyResultId === ref.id)
    if (forerunner.kind === 'keyResult' && row) {
      if (row.finalScore !== null)
        lessons.push({
          ...from,
          field: 'target',
          from: 'score',
          text: `Scored ${row.finalScore.toFixed(1)}${row.reason.trim() === '' ? '' : `: ${row.reason.trim()}`}`,
        })
      if (row.rootCause.trim() !== '')
        lessons.push({
          ...from,
          field: fieldOfCause(row.rootCause),
          from: 'root-cause',
          text: causeNow(plan.meta.settings, row.rootCause),
        })
    }
    const verdict = verdictOn(retrospective, ref)
    if (verdict && verdict.reason.trim() !== '')
      lessons.push({
        ...from,
        field: 'whole',
        from: 'verdict',
        text: `${verdict.verdict === 'keep' ? 'Keep' : verdict.verdict === 'change' ? 'Change' : 'Stop'}: ${verdict.reason.trim()}`,
      })
    for (const detour of plan.detour.values())
      if (isIt(detour.about) && detour.why.trim() !== '')
        lessons.push({
          field: FIELD_OF_CHANGE[detour.change],
          from: 'detour',
          text: `${detour.from} → ${detour.to}: ${detour.why.trim()}`,
          cycleName: cycle.name,
          day: detour.day,
        })
    for (const entry of plan.journalEntry.values())
      if (entry.type === 'lesson' && isIt(entry.about))
        lessons.push({
          field: 'whole',
          from: 'lesson',
          text: entry.text.trim(),
          cycleName: cycle.name,
          day: entry.day,
        })
  }
  return lessons
}

/** The things that this one continues, the latest first. */
export function forerunnersOf(plan: Plan, thing: Carried): readonly Carried[] {
  const chain: Carried[] = []
  let id = thing.carriedFrom
  while (id !== null && chain.length < MOST_CYCLES) {
    const before: Carried | undefined = thingAt(plan, { kind: thing.kind, id })
    if (!before) break
    chain.push(before)
    id = before.carriedFrom
  }
  return chain
}

/** The field that a root cause speaks of, by its words; the list is the team's own, so this is only a hint. */
function fieldOfCause(cause: string): LessonField {
  if (/target|baseline|ambitio|lofty/iu.test(cause)) return 'target'
  if (/late|time|date|deadline/iu.test(cause)) return 'dueOn'
  if (/owner|capacity|people/iu.test(cause)) return 'owner'
  if (/initiative|serve/iu.test(cause)) return 'serves'
  return 'whole'
}

function cycleIdOf(plan: Plan, thing: Carried): Id | undefined {
  return thing.kind === 'keyResult' ? plan.objective.get(thing.objectiveId)?.cycleId : thing.cycleId
}
