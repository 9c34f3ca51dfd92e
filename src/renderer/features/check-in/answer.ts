import type { Day } from '#domain/calendar/day.ts'
import { askOf } from '#domain/check-in/ask.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { Id } from '#domain/plan/field.ts'
import { run } from '#store/plan-store.ts'
import { parseNumber, showNumber } from '#ui/number-text.ts'

/** What somebody is about to say about a key result. */
export type Answer = {
  /** The number as typed; '1' and '0' for done and not yet. */
  readonly value: string
  readonly steps: readonly Id[]
  readonly confidence: number | null
  readonly note: string
  /** A link or the name of a file: where the number can be seen. */
  readonly evidence: string
  readonly authorId: Id | null
}

/** The answer to begin with: what was said today already, else the last confidence and nothing more. */
export function firstAnswer(
  keyResult: KeyResult,
  said: CheckIn | null,
  lastConfidence: number | null,
  authorId: Id | null,
): Answer {
  const { metric } = keyResult
  return {
    value: said?.value === null || said?.value === undefined ? '' : showNumber(said.value),
    steps:
      metric.type === 'milestone'
        ? metric.steps.filter((s) => s.doneOn !== null).map((s) => s.id)
        : [],
    confidence: said ? said.confidence : lastConfidence,
    note: said?.note ?? '',
    evidence: said?.link ?? '',
    authorId: said ? said.authorId : authorId,
  }
}

/** The number of an answer, or why it is none. */
export function valueOf(
  keyResult: KeyResult,
  answer: Answer,
):
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly message: string } {
  const ask = askOf(keyResult)
  if (ask === 'steps' || ask === 'words') return { ok: true, value: null }
  return parseNumber(answer.value)
}

/** The check-in that an answer would be, to look at before it is said. */
export function draftOf(keyResult: KeyResult, answer: Answer, today: Day): CheckIn | null {
  const value = valueOf(keyResult, answer)
  if (!value.ok || value.value === null) return null
  return {
    kind: 'checkIn',
    id: 'draft',
    keyResultId: keyResult.id,
    day: today,
    at: `${today}T23:59:59.999Z`,
    value: value.value,
    stepsDone: null,
    confidence: answer.confidence,
    note: '',
    link: '',
    authorId: null,
    origin: 'typed',
    corrects: null,
    skipReason: '',
  }
}

/** Whether an answer says just what was said already. */
export function isSameAnswer(keyResult: KeyResult, answer: Answer, said: CheckIn): boolean {
  const parsed = valueOf(keyResult, answer)
  return (
    parsed.ok &&
    said.value === parsed.value &&
    said.confidence === answer.confidence &&
    said.note === answer.note.trim() &&
    said.link === answer.evidence.trim() &&
    said.authorId === answer.authorId &&
    (askOf(keyResult) !== 'steps' || sameSteps(said.stepsDone, answer.steps))
  )
}

const sameSteps = (a: readonly Id[] | null, b: readonly Id[] | null) =>
  (a ?? []).join(' ') === (b ?? []).join(' ')

/**
 * Saves an answer: a check-in; a correction of what was said today already; nothing when it is the same. An
 * answer of an earlier day of the round stays what it was: another value is one of today. Null when it was
 * taken, else why not.
 */
export function saveAnswer(
  keyResult: KeyResult,
  answer: Answer,
  said: CheckIn | null,
  today: Day,
): string | null {
  const parsed = valueOf(keyResult, answer)
  if (!parsed.ok) return parsed.message
  const ask = askOf(keyResult)
  const { value } = parsed
  if ((ask === 'number' || ask === 'done') && value === null && answer.note.trim() === '')
    return 'Say the value, or press S to skip with a reason.'
  const input = {
    value,
    confidence: answer.confidence,
    note: answer.note.trim(),
    link: answer.evidence.trim(),
    stepsDone: ask === 'steps' ? [...answer.steps] : null,
    authorId: answer.authorId,
  }
  if (said?.skipReason === '' && isSameAnswer(keyResult, answer, said)) return null
  if (said?.skipReason === '' && said.day === today) {
    const result = run('checkIn.correct', { id: said.id, ...input })
    return result.ok ? null : result.message
  }
  const result = run('checkIn.add', { keyResultId: keyResult.id, ...input })
  return result.ok ? null : result.message
}

/** Says why nothing is said this time. Null when it was taken. */
export function saveSkip(keyResultId: Id, reason: string, authorId: Id | null): string | null {
  if (reason.trim() === '') return 'One word why is enough.'
  const result = run('checkIn.add', {
    keyResultId,
    value: null,
    confidence: null,
    skipReason: reason.trim(),
    authorId,
  })
  return result.ok ? null : result.message
}
