import type { Day } from '../calendar/day.ts'
import { daysBetween, maxDay, minDay } from '../calendar/day.ts'
import { formatDay, formatDayWithYear } from '../calendar/day-format.ts'
import { CADENCE_WORDS, GRACE_DAYS } from '../check-in/cadence.ts'
import { cadenceOn, lateAfter, nextDueOn } from '../check-in/rhythm.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import { counted } from '../plan/title-quote.ts'
import type { KeyResult, Status } from './key-result.ts'
import type { Pace } from './pace.ts'
import { paceOf } from './pace.ts'
import type { Progress } from './progress.ts'
import { progressInWords, progressOf } from './progress.ts'
import { askedFrom, type RuleContext } from './rule-context.ts'

/** What an owner who has not said anything yet is taken to believe. */
export const FIRST_CONFIDENCE = 5

/** What a confidence means: 7–10 good, 4–6 unsure, 0–3 poor. */
export function confidenceBand(confidence: number): 'good' | 'unsure' | 'poor' {
  return confidence >= 7 ? 'good' : confidence >= 4 ? 'unsure' : 'poor'
}

/** All figures of a key result on one day, each with where it comes from. */
export type KeyResultStatus = {
  /** The status to show: the override while it holds, else the computed one. */
  readonly status: Status
  readonly computed: Status
  readonly isOverridden: boolean
  readonly progress: Progress
  readonly pace: Pace
  /** 0–10; {@link FIRST_CONFIDENCE} until somebody says otherwise. */
  readonly confidence: number
  /** The day and author of the confidence; null while nobody has said one. */
  readonly confidenceFrom: CheckIn | null
  readonly lastCheckIn: CheckIn | null
  /** The day on which the next check-in is due; in the past when it is late. */
  readonly nextCheckInOn: Day
  readonly isCheckInDue: boolean
  /** Later than the cadence plus three days. */
  readonly isOverdue: boolean
  /** Days since the last check-in (or the cycle's start) beyond the cadence; 0 when not late. */
  readonly overdueDays: number
  /** Why the status is what it is: one sentence a rule, the deciding one first. */
  readonly reasons: readonly string[]
}

/** The word of a status, as it is always shown beside its colour. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'on-pace': 'On pace',
  slipping: 'Slipping',
  behind: 'Behind pace',
  outdated: 'Outdated',
  'not-started': 'Not started',
  done: 'Reached',
}

const RANK: readonly Status[] = ['done', 'on-pace', 'not-started', 'outdated', 'slipping', 'behind']

/** How bad a status is; the highest of several is the weakest. */
export function rankOf(status: Status): number {
  return RANK.indexOf(status)
}

/** `100 % of the way`; `110 %, past the target`; `100 %, in the band now`. */
function reachedInWords(progress: Progress): string {
  const words = progressInWords(progress)
  return words.includes(',') ? words : `${words} of the way`
}

/** A metric whose value cannot fall back once all of it is done. */
export function isFinal(keyResult: Pick<KeyResult, 'metric'>): boolean {
  const { type } = keyResult.metric
  return type === 'milestone' || type === 'done' || type === 'find-baseline'
}

function isReached(keyResult: KeyResult, progress: Progress, today: Day): boolean {
  if (progress.state !== 'measured' || progress.raw === null || progress.raw < 1) return false
  return keyResult.metric.type !== 'band' || today >= keyResult.dueOn
}

/**
 * The status of a key result: the worst of its pace, the band of its last confidence, and an overdue
 * check-in, which replaces any green. Reached is reached, whatever was believed before; but a number
 * that could fall back goes out of date like any other. `checkIns` are the effective ones, by day.
 */
export function statusOf(
  keyResult: KeyResult,
  checkIns: readonly CheckIn[],
  context: RuleContext,
): KeyResultStatus {
  const { cycle, settings, pastCadences, today, sayDay = formatDay } = context
  const known = checkIns.filter((c) => c.day <= today)
  const progress = progressOf(keyResult, known, context)
  const pace = paceOf(keyResult, progress, context)
  const confidenceFrom = known.findLast((c) => c.confidence !== null) ?? null
  const confidence = confidenceFrom?.confidence ?? FIRST_CONFIDENCE
  const lastCheckIn = known.at(-1) ?? null

  const rhythm = { cadence: settings.cadence, pastCadences }
  const askedSince = askedFrom(keyResult, known, cycle)
  const since = lastCheckIn === null ? askedSince : maxDay(lastCheckIn.day, cycle.startOn)
  const until = minDay(today, maxDay(cycle.endOn, keyResult.dueOn))
  const lateDays = daysBetween(lateAfter(since, rhythm, until), until)
  const isReachedNow = isReached(keyResult, progress, today)
  const isSettled = isReachedNow && isFinal(keyResult)
  const isOverdue = lateDays > GRACE_DAYS && !isSettled
  const next = nextDueOn(lastCheckIn?.day ?? null, cycle.startOn, rhythm, until)
  const isOpen = keyResult.state === 'active' && !isSettled

  const reasons: string[] = []
  let computed: Status
  if (progress.state !== 'measured') {
    computed = 'not-started'
    reasons.push(
      progress.state === 'unmeasured'
        ? 'Not started: it is not said yet how it is measured'
        : 'Not started: no check-in yet, it counts as 0 %',
    )
  } else if (isReachedNow) {
    computed = 'done'
    reasons.push(`Reached: ${reachedInWords(progress)}`)
  } else {
    computed = pace.verdict === 'none' ? 'on-pace' : pace.verdict
    reasons.push(pace.rule)
    if (confidenceFrom) {
      const band = confidenceBand(confidence)
      const range = { good: '7–10', unsure: '4–6', poor: '0–3' }[band]
      const sentence = `Confidence ${String(confidence)} of 10 on ${sayDay(confidenceFrom.day)}: ${band} (${range})`
      const said: Status = band === 'good' ? 'on-pace' : band === 'unsure' ? 'slipping' : 'behind'
      if (rankOf(said) > rankOf(computed)) {
        computed = said
        reasons.unshift(sentence)
      } else reasons.push(sentence)
    }
  }
  if (isOverdue) {
    const last = lastCheckIn
      ? `last check-in ${sayDay(lastCheckIn.day)}`
      : `no check-in since ${sayDay(askedSince)}`
    const sentence = `Outdated: ${last}, ${counted(lateDays, 'day')} later than ${CADENCE_WORDS[cadenceOn(rhythm, until).every]} (${String(GRACE_DAYS)} are allowed)`
    if (computed === 'on-pace' || computed === 'done') {
      computed = 'outdated'
      reasons.unshift(sentence)
    } else reasons.push(sentence)
  }

  const override = keyResult.statusOverride
  const isOverridden = override !== null && override.setOn <= today && today <= override.untilOn
  if (isOverridden)
    reasons.unshift(
      `${STATUS_WORDS[override.status]} by hand until ${(context.sayDay ?? formatDayWithYear)(override.untilOn)}: ${override.reason} (computed: ${STATUS_WORDS[computed]})`,
    )
  return {
    status: isOverridden ? override.status : computed,
    computed,
    isOverridden,
    progress,
    pace,
    confidence,
    confidenceFrom,
    lastCheckIn,
    nextCheckInOn: next,
    isCheckInDue: isOpen && next <= until && cycle.startOn <= today,
    isOverdue,
    overdueDays: isSettled ? 0 : Math.max(0, lateDays),
    reasons,
  }
}
