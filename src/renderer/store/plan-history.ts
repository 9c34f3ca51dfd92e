import type { Day } from '#domain/calendar/day.ts'
import { knownSince } from '#domain/detour/rebuilt-plan.ts'
import { rewind } from '#domain/detour/rewind.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { workshopEnd } from '#domain/workshop/workshop-end.ts'
import { bridge } from '#bridge/bridge.ts'
import { localDay } from '#lib/clock.ts'
import { flush, usePlan } from './working-copy.ts'

/** One step of a plan's life, as going back needs it. */
type PastStep = Pick<Operation, 'seq' | 'inverse'> & { readonly day: Day }

/** The open plan with its past: where it can be looked at on an earlier day. */
export type PlanPast = {
  /** The state that the steps lead to. */
  readonly plan: Plan
  readonly steps: readonly PastStep[]
  /** The first day of which something is known. */
  readonly firstOn: Day
  readonly lastOn: Day
}

/** The steps of a plan after one of them, up to its head, from the journal on disk. */
async function stepsAfter(
  head: Head,
  after: number,
): Promise<
  | { readonly ok: true; readonly steps: readonly PastStep[] }
  | { readonly ok: false; readonly message: string }
> {
  const steps: PastStep[] = []
  for (let afterSeq: number | null = after; afterSeq !== null;) {
    const page = await bridge().journalRead({ planId: head.planId, afterSeq })
    if (!page.ok) return { ok: false, message: page.message }
    for (const { seq, inverse, at } of page.operations)
      if (seq <= head.seq) steps.push({ seq, inverse, day: localDay(at) })
    afterSeq = page.next
  }
  return { ok: true, steps }
}

/**
 * The step after which the journal on disk begins: the oldest steps of a plan that was worked on for long are
 * cut off. Null when the disk cannot be read at all.
 */
async function keptAfter({ planId, seq }: Head): Promise<number | null> {
  const isKept = async (afterSeq: number) =>
    (await bridge().journalRead({ planId, afterSeq, most: 1 })).ok
  let [gone, kept] = [-1, Math.max(0, seq - 1)]
  if (!(await isKept(kept))) return null
  while (kept - gone > 1) {
    const middle = (gone + kept) >> 1
    if (await isKept(middle)) kept = middle
    else gone = middle
  }
  return kept
}

/** All steps of a plan that the journal on disk still holds. */
async function stepsKept(head: Head): ReturnType<typeof stepsAfter> {
  const read = await stepsAfter(head, 0)
  if (read.ok) return read
  const after = await keptAfter(head)
  return after === null || after === 0 ? read : stepsAfter(head, after)
}

/**
 * Reads the whole past of the open plan from the journal on disk. What is not saved yet is saved first. A
 * failure comes back in words.
 */
export async function readPast(): Promise<
  { readonly ok: true; readonly past: PlanPast } | { readonly ok: false; readonly message: string }
> {
  await flush()
  const { plan, head, today } = usePlan.getState()
  if (!plan || !head) return { ok: false, message: 'No plan is open.' }
  const read = await stepsKept(head)
  if (!read.ok) return read
  const { steps } = read
  if (steps.at(-1)?.seq !== head.seq)
    return { ok: false, message: 'The history on disk is not up to date yet. Try again.' }
  return { ok: true, past: { plan, steps, firstOn: steps[0]?.day ?? today, lastOn: today } }
}

/** How many of its steps the plan had taken at the end of a day. */
export function stepsUntil(past: PlanPast, day: Day): number {
  // By order, not by clock: a clock that was set back must not tear a step out of its row.
  return past.steps.findLastIndex((step) => step.day <= day) + 1
}

/** The plan as it stood after so many of its steps; null before there was one. */
export function planAfter(past: PlanPast, steps: number): Plan | null {
  return rewind(past.plan, past.steps.slice(steps))
}

/**
 * A plan that had a life before its history here, as it stood when that begins: days of that life are rebuilt
 * from its rows.
 */
export type LifeBefore = { readonly cameIn: Plan; readonly since: Day }

/**
 * What a cycle of the open plan lived through before its history begins, as the plan that was taken in from a
 * file tells it, or the one from which the oldest steps were cut off; null where it tells of no such day.
 */
export function lifeBefore(past: PlanPast, cycleId: Id): LifeBefore | null {
  // The first step of all makes the plan or takes it in: there is none before it.
  const cameIn = planAfter(past, past.steps[0]?.seq === 1 ? 1 : 0)
  if (!cameIn) return null
  const since = knownSince(cameIn, cycleId, localDay(cameIn.meta.createdAt))
  return since !== null && since < past.firstOn ? { cameIn, since } : null
}

/** So many steps are read at first when going back; a week of work is seldom more. */
const FIRST_REACH = 512

/**
 * Looks at the end of the open plan's past, and at more of it as long as that does not answer, so that no more
 * of the journal on disk is read than it takes. Null when nothing answers, and when it cannot be read.
 */
async function lookBack<T>(
  look: (plan: Plan, steps: readonly PastStep[]) => T | null,
): Promise<T | null> {
  try {
    await flush()
    const { plan, head } = usePlan.getState()
    if (!plan || !head) return null
    for (let reach = FIRST_REACH; ; reach *= 4) {
      const start = Math.max(0, head.seq - reach)
      const near = await stepsAfter(head, start)
      const read = near.ok ? near : await stepsKept(head)
      if (!read.ok || read.steps.at(-1)?.seq !== head.seq) return null
      const found = look(plan, read.steps)
      if (found !== null || start === 0 || !near.ok) return found
    }
  } catch {
    return null
  }
}

/**
 * The open plan as it stood at the end of a day. Null when its history does not reach back to that day (it
 * was made or taken in later).
 */
export function readPlanOn(day: Day): Promise<Plan | null> {
  return lookBack((plan, steps) => {
    const firstOn = steps[0]?.day
    if (firstOn === undefined || firstOn > day) return null
    const past = { plan, steps, firstOn, lastOn: day }
    return planAfter(past, stepsUntil(past, day))
  })
}

/** The plan as a finished workshop left it. */
export type PlanAtEnd = {
  readonly plan: Plan
  readonly day: Day
  /** False where the workshop came into this plan finished: this is how both came in. */
  readonly isEnd: boolean
}

/** The open plan as a finished workshop left it; null where its history does not tell. */
export function readPlanAtEnd(workshopId: Id): Promise<PlanAtEnd | null> {
  return lookBack((plan, steps) => {
    const end = workshopEnd(workshopId, steps)
    const step = end && steps[end.at]
    // That it came in finished is known only where no older step is left to look at.
    const isAllThereIs = steps[0]?.seq === 1
    if (!end || !step || (!end.isEnd && !isAllThereIs)) return null
    const then = rewind(plan, steps.slice(end.at + 1))
    return then && { plan: then, day: step.day, isEnd: end.isEnd }
  })
}
