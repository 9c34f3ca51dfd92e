import { dueDayProblem } from '../cycle/cycle-dates.ts'
import { fieldProblem } from '../initiative/initiative-fields.ts'
import { metricProblem } from '../key-result/metric.ts'
import { isOfFinishedWorkshop } from '../workshop/finished-workshop.ts'
import type { Id, Ref } from './field.ts'
import { KIND_WORDS } from './kind-words.ts'
import { LIMITS } from './limits.ts'
import type { Patch, Plan } from './plan.ts'
import { countThings, thingAt, thingsOf } from './plan.ts'
import { refKey, visitReferences } from './reference.ts'
import type { Thing } from './thing.ts'
import { counted, quoted } from './title-quote.ts'

/** One thing that cannot be so: where, which field, and a sentence for a person. */
export type IntegrityProblem = {
  readonly ref: Ref
  readonly field: string
  readonly message: string
}

/** A thing as a sentence names it. */
function nameOf(thing: Thing): string {
  const word = KIND_WORDS[thing.kind]
  const title = 'title' in thing ? thing.title : 'name' in thing ? thing.name : ''
  return `${word} ${title === '' ? thing.id : quoted(title)}`
}

/**
 * The references of a thing that lead nowhere and must not. A row of a finished workshop is history: of its
 * references only the one to the workshop itself has to resolve.
 */
export function danglingOf(
  plan: Plan,
  thing: Thing,
): readonly { readonly target: Ref; readonly field: string }[] {
  const found: { target: Ref; field: string; isOwner: boolean }[] = []
  visitReferences(thing, (target, field, isOwner) => {
    if (!thingAt(plan, target)) found.push({ target, field, isOwner })
    return true
  })
  if (found.length === 0 || !isOfFinishedWorkshop(plan, thing)) return found
  return found.filter(({ isOwner }) => isOwner)
}

/** What is wrong with one thing within its plan, apart from circles. */
function* problemsOfThing(plan: Plan, thing: Thing): Generator<IntegrityProblem> {
  const ref = { kind: thing.kind, id: thing.id }
  for (const { target, field } of danglingOf(plan, thing))
    yield {
      ref,
      field,
      message: `The ${nameOf(thing)} points to the ${KIND_WORDS[target.kind]} ${target.id}, which is not in the plan.`,
    }
  const problem = ownProblem(plan, thing)
  if (problem) yield { ref, ...problem, message: `The ${nameOf(thing)}: ${problem.message}` }
}

function ownProblem(plan: Plan, thing: Thing): { field: string; message: string } | null {
  switch (thing.kind) {
    case 'cycle':
      return thing.endOn < thing.startOn
        ? { field: 'endOn', message: 'The last day is before the first.' }
        : null
    case 'keyResult': {
      const objective = plan.objective.get(thing.objectiveId)
      const cycle = objective && plan.cycle.get(objective.cycleId)
      return metricProblem(thing.metric) ?? (cycle ? dueDayProblem(cycle, thing.dueOn) : null)
    }
    case 'initiative':
      return fieldProblem(plan, thing)
    case 'checkIn': {
      const corrected = thing.corrects === null ? undefined : plan.checkIn.get(thing.corrects)
      return corrected && corrected.keyResultId !== thing.keyResultId
        ? { field: 'corrects', message: 'It corrects a check-in of another key result.' }
        : null
    }
    default:
      return null
  }
}

/** What a thing leads on to where a circle is forbidden: parents, dependencies, corrections, groups, carry-over. */
function nextOf(plan: Plan, ref: Ref, line: Line): readonly Ref[] {
  const thing = thingAt(plan, ref)
  const one = (kind: Ref['kind'], id: Id | null): Ref[] => (id === null ? [] : [{ kind, id }])
  if (!thing) return []
  if (line === 'carriedFrom')
    return 'carriedFrom' in thing ? one(thing.kind, thing.carriedFrom) : []
  switch (thing.kind) {
    case 'objective':
      return thing.parent ? [thing.parent] : []
    case 'keyResult':
      return one('objective', thing.objectiveId)
    case 'initiative':
      return thing.dependsOn.map((id) => ({ kind: 'initiative', id }))
    case 'checkIn':
      return one('checkIn', thing.corrects)
    case 'card':
      return one('card', thing.groupId)
    default:
      return []
  }
}

type Line = 'leads' | 'carriedFrom'
const CIRCLES: Partial<Record<Ref['kind'], { field: string; words: string }>> = {
  objective: { field: 'parent', words: 'contributes to itself' },
  keyResult: { field: 'objectiveId', words: 'contributes to itself' },
  initiative: { field: 'dependsOn', words: 'waits for itself' },
  checkIn: { field: 'corrects', words: 'corrects itself' },
  card: { field: 'groupId', words: 'stands in its own group' },
}

/** The things among `starts` that a walk leads back to; iterative, so that no depth can break it. */
function* circles(plan: Plan, starts: Iterable<Thing>, line: Line): Generator<IntegrityProblem> {
  const state = new Map<string, 'open' | 'closed'>()
  for (const start of starts) {
    if (state.has(refKey(start))) continue
    const stack: { ref: Ref; isLeaving: boolean }[] = [{ ref: start, isLeaving: false }]
    for (let top = stack.pop(); top; top = stack.pop()) {
      const key = refKey(top.ref)
      if (top.isLeaving) {
        state.set(key, 'closed')
        continue
      }
      if (state.has(key)) continue
      state.set(key, 'open')
      stack.push({ ref: top.ref, isLeaving: true })
      for (const next of nextOf(plan, top.ref, line)) {
        if (state.get(refKey(next)) === 'open') {
          const thing = thingAt(plan, next)
          const circle = CIRCLES[next.kind]
          if (!thing) continue
          const words =
            line === 'carriedFrom' ? 'continues itself' : (circle?.words ?? 'is circular')
          yield {
            ref: { kind: next.kind, id: next.id },
            field: line === 'carriedFrom' ? line : (circle?.field ?? ''),
            message: `The ${nameOf(thing)} ${words}, directly or around a corner.`,
          }
        } else if (!state.has(refKey(next))) stack.push({ ref: next, isLeaving: false })
      }
    }
  }
}

function limitProblem(plan: Plan): IntegrityProblem | null {
  const count = countThings(plan)
  if (count <= LIMITS.things) return null
  return {
    ref: { kind: 'plan', id: plan.meta.id },
    field: '',
    message: `A plan holds at most ${counted(LIMITS.things, 'thing')}; this would be ${String(count)}.`,
  }
}

/**
 * All that is wrong with a whole plan: references that lead nowhere, circles, days and shares that do
 * not go together, more things than a plan may hold. Empty for every plan that commands made.
 */
export function integrityProblems(plan: Plan): readonly IntegrityProblem[] {
  const problems: IntegrityProblem[] = []
  const limit = limitProblem(plan)
  if (limit) problems.push(limit)
  for (const thing of thingsOf(plan)) problems.push(...problemsOfThing(plan, thing))
  problems.push(...circles(plan, thingsOf(plan), 'leads'))
  problems.push(...circles(plan, thingsOf(plan), 'carriedFrom'))
  return problems
}

/**
 * The first thing that is wrong after a patch, looking only at what it touched; `after` is the plan with
 * the patch applied, `before` without. Assumes that `before` was in order.
 */
export function patchProblem(before: Plan, after: Plan, patch: Patch): IntegrityProblem | null {
  const grows = patch.puts.length > 0 && countThings(after) > countThings(before)
  const limit = grows ? limitProblem(after) : null
  if (limit) return limit
  for (const thing of patch.puts)
    for (const problem of problemsOfThing(after, thing)) return problem
  const put = new Set(patch.puts.map(refKey))
  const gone = new Set(patch.deletes.map(refKey).filter((key) => !put.has(key)))
  if (gone.size > 0)
    for (const thing of thingsOf(after)) {
      const needed = danglingOf(after, thing).find(({ target }) => gone.has(refKey(target)))
      if (needed)
        return {
          ref: { kind: thing.kind, id: thing.id },
          field: needed.field,
          message: `The ${nameOf(thing)} still needs what would be deleted.`,
        }
    }
  for (const problem of circles(after, patch.puts, 'leads')) return problem
  for (const problem of circles(after, patch.puts, 'carriedFrom')) return problem
  return null
}
