import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import { daySchema } from '../calendar/day.ts'
import { formatDay, formatDayWithYear } from '../calendar/day-format.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { unitOf } from '../key-result/metric.ts'
import { formatValue } from '../key-result/value-format.ts'
import type { Refusal } from '../plan/command.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { idSchema, listOf, noteSchema } from '../plan/field.ts'
import type { Thing } from '../plan/thing.ts'
import { quoted } from '../plan/title-quote.ts'
import type { CheckIn } from './check-in.ts'
import { checkInSchema } from './check-in.ts'
import { byDay } from './effective-check-ins.ts'
import { originOf } from './value-origin.ts'

const { shape } = checkInSchema

/** What was said that cannot be: nothing at all, a value the metric does not have, a day to come. */
function problemOf(
  keyResult: KeyResult,
  said: Pick<CheckIn, 'value' | 'confidence' | 'stepsDone' | 'note' | 'skipReason'>,
): Refusal | null {
  const { metric } = keyResult
  if (metric.type === 'done' && said.value !== null && said.value !== 0 && said.value !== 1)
    return refuse('value', 'Done or not done: the value is 1 or 0.')
  if (said.stepsDone && metric.type !== 'milestone')
    return refuse('stepsDone', 'This key result has no steps.')
  if (said.stepsDone && metric.type === 'milestone') {
    const known = new Set(metric.steps.map((step) => step.id))
    if (said.stepsDone.some((id) => !known.has(id)))
      return refuse('stepsDone', 'One of the steps is not in the plan any more.')
  }
  const isEmpty =
    said.value === null &&
    said.confidence === null &&
    said.stepsDone === null &&
    said.note.trim() === '' &&
    said.skipReason.trim() === ''
  return isEmpty ? refuse('value', 'Say a value, a confidence or a note.') : null
}

/** The key result with its steps done as a check-in says; null when nothing changes. */
function withSteps(keyResult: KeyResult, stepsDone: readonly Id[] | null, day: Day) {
  if (stepsDone === null || keyResult.metric.type !== 'milestone') return null
  const done = new Set(stepsDone)
  const steps = keyResult.metric.steps.map((step) => ({
    ...step,
    doneOn: done.has(step.id) ? (step.doneOn ?? day) : null,
  }))
  return { ...keyResult, metric: { ...keyResult.metric, steps } }
}

/** Commands that write check-ins. One is never edited: a correction is a new one that names the old. */
export const checkInCommands = {
  'checkIn.add': defineCommand({
    input: z.strictObject({
      keyResultId: idSchema,
      id: idSchema.optional(),
      day: daySchema.optional(),
      value: shape.value,
      confidence: shape.confidence,
      note: noteSchema.optional(),
      link: shape.link.optional(),
      stepsDone: listOf(idSchema).nullable().optional(),
      authorId: idSchema.nullable().optional(),
      skipReason: noteSchema.optional(),
    }),
    run: (plan, input, context) => {
      const keyResult = plan.keyResult.get(input.keyResultId)
      if (!keyResult) return refuse('keyResultId', 'This key result is not in the plan any more.')
      const id = input.id ?? context.newId()
      if (plan.checkIn.has(id)) return refuse('id', 'This id is taken.')
      const day = input.day ?? context.today
      if (day > context.today) return refuse('day', `${formatDayWithYear(day)} is still to come.`)
      const checkIn: CheckIn = {
        kind: 'checkIn',
        id,
        keyResultId: keyResult.id,
        day,
        at: context.now,
        value: input.value,
        stepsDone: input.stepsDone ?? null,
        confidence: input.confidence,
        note: input.note ?? '',
        link: input.link ?? '',
        authorId: input.authorId ?? null,
        origin: originOf({ stepsDone: input.stepsDone ?? null }),
        corrects: null,
        skipReason: input.skipReason ?? '',
      }
      const problem = problemOf(keyResult, checkIn)
      if (problem) return problem
      const stepped = withSteps(keyResult, checkIn.stepsDone, day)
      const puts: Thing[] = stepped ? [checkIn, stepped] : [checkIn]
      const value =
        checkIn.value === null ? '' : `: ${formatValue(checkIn.value, unitOf(keyResult.metric))}`
      const name =
        checkIn.skipReason === ''
          ? `Check in ${quoted(keyResult.title)}${value}`
          : `Skip the check-in of ${quoted(keyResult.title)}`
      return { ok: true, patch: { puts, deletes: [] }, name }
    },
  }),
  'checkIn.correct': defineCommand({
    input: z.strictObject({
      id: idSchema,
      value: shape.value,
      confidence: shape.confidence,
      note: noteSchema.optional(),
      link: shape.link.optional(),
      stepsDone: listOf(idSchema).nullable().optional(),
      authorId: idSchema.nullable().optional(),
    }),
    run: (plan, input, context) => {
      const wrong = plan.checkIn.get(input.id)
      const keyResult = wrong && plan.keyResult.get(wrong.keyResultId)
      if (!keyResult) return refuse('id', 'This check-in is not in the plan any more.')
      for (const other of plan.checkIn.values())
        if (other.corrects === wrong.id)
          return refuse('id', 'This check-in was corrected before: correct its correction.')
      const stepsDone = input.stepsDone === undefined ? wrong.stepsDone : input.stepsDone
      const checkIn: CheckIn = {
        ...wrong,
        id: context.newId(),
        at: context.now,
        value: input.value,
        stepsDone,
        confidence: input.confidence,
        note: input.note ?? wrong.note,
        link: input.link ?? wrong.link,
        authorId: input.authorId === undefined ? wrong.authorId : input.authorId,
        origin: originOf({ stepsDone }),
        corrects: wrong.id,
        skipReason: '',
      }
      const problem = problemOf(keyResult, checkIn)
      if (problem) return problem
      // What is done now is what was said last: an older word about it is corrected in the history alone.
      const isLast = ![...plan.checkIn.values()].some(
        (later) =>
          later.keyResultId === keyResult.id && later.stepsDone !== null && byDay(later, wrong) > 0,
      )
      const stepped =
        input.stepsDone && isLast ? withSteps(keyResult, input.stepsDone, wrong.day) : null
      const puts: Thing[] = stepped ? [checkIn, stepped] : [checkIn]
      return {
        ok: true,
        patch: { puts, deletes: [] },
        name: `Correct the check-in of ${formatDay(wrong.day)} for ${quoted(keyResult.title)}`,
      }
    },
  }),
}
