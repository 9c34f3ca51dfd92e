import { addDays } from '../calendar/day.ts'
import { weekdayName } from '../calendar/day-format.ts'
import { heading, note, ours, theirs } from './document.ts'
import type { Block, Line } from './document.ts'
import { printDay, printNumber, printShare } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type { ReportModel } from './report-model.ts'
import { GRACE_DAYS } from '../check-in/cadence.ts'
import type { Cadence } from '../check-in/cadence.ts'
import { STATUS_WORDS } from '../key-result/status.ts'

/** The rules behind every number, so that each can be worked out again from the page. */
export function composeRules(model: ReportModel, dates: DateStyle): readonly Block[] {
  const items: readonly Line[] = [
    ...(model.kind === 'review' ? reviewRules(model, dates) : planRules(model, dates)),
    ...overrideRules(model, dates),
    ...model.dismissedChecks.map(({ check, about, reason }): Line => [
      ours('Writing check set aside: '),
      theirs(check),
      ours(' on '),
      theirs(about),
      ours(': '),
      theirs(reason === '' ? 'no reason given' : reason),
    ]),
  ]
  return [heading(2, [ours('Rules in force')]), ...items.map((item): Block => note(...item))]
}

function planRules(model: ReportModel, dates: DateStyle): readonly Line[] {
  return [
    [
      ours(
        'Progress of an objective will be the mean of its key results by weight; guardrails and weight 0 are watched and not counted. ',
      ),
      ours(paceRule(model)),
    ],
    [ours(cadenceRule(model, dates))],
  ]
}

/** What the figures of key results and objectives are worked out with, for reports that print them in passing. */
export function figureRules(model: ReportModel, dates: DateStyle): readonly Block[] {
  return [...reviewRules(model, dates), ...overrideRules(model, dates)].map((item) => note(...item))
}

function overrideRules({ overrides }: ReportModel, dates: DateStyle): readonly Line[] {
  return overrides.map((override): Line => [
    ours(`Set by hand: ${override.number} `),
    theirs(override.title),
    ours(
      ` is shown as “${STATUS_WORDS[override.status]}” from ${printDay(override.setOn, dates)} to ${printDay(override.untilOn, dates)}`,
    ),
    ...(override.author === null ? [] : [ours(' by '), theirs(override.author)]),
    ours(': '),
    theirs(override.reason === '' ? 'no reason given' : override.reason),
  ])
}

function reviewRules(model: ReportModel, dates: DateStyle): readonly Line[] {
  const data =
    model.dataOn === null
      ? 'No check-in has been made.'
      : `The newest check-in is of ${printDay(model.dataOn, dates)}.`
  return [
    [ours(`All figures are the state of ${printDay(model.today, dates)}. ${data}`)],
    [
      ours(
        'Progress = (now − baseline) ÷ (target − baseline), counted between 0 and 100 %; a raw value outside is printed beside it. Within a band: check-ins inside ÷ check-ins due. Steps: weight done ÷ weight of all. An objective’s progress is the mean of its key results by weight; guardrails and weight 0 are not counted. The average is the plain mean of the objectives. Initiatives never move a number.',
      ),
    ],
    [ours(paceRule(model))],
    [
      ours(
        'Status = the worst of pace, the band of the last confidence (7–10 good, 4–6 unsure, 0–3 poor) and an overdue check-in. An objective has the status of its weakest key result. ',
      ),
      ours(cadenceRule(model, dates)),
    ],
    [
      ours(
        'Percentages are rounded for print and worked out from the values in full, so a difference of two printed figures may be one point off.',
      ),
    ],
  ]
}

function paceRule({ thresholds }: ReportModel): string {
  return (
    'Expected = days passed ÷ days of the key result’s own span, or its own plan line; a band is expected to be held at every check-in; gap = expected − progress. ' +
    `A gap up to ${printShare(thresholds.onPace)} is on pace, up to ${printShare(thresholds.slipping)} slipping, more is behind; no verdict in the first 10\u00a0% of the span.`
  )
}

const EVERY = {
  week: 'every week',
  'two-weeks': 'every two weeks',
  month: 'every month',
} as const satisfies Record<Cadence['every'], string>

function cadenceRule({ cadence, pastCadences }: ReportModel, dates: DateStyle): string {
  const words = ({ every, weekday }: Cadence) => `${EVERY[every]} on ${weekdayName(weekday)}`
  const before = pastCadences.map(
    (past) => ` Up to ${printDay(addDays(past.until, -1), dates)} they were due ${words(past)}.`,
  )
  return `Check-ins are due ${words(cadence)}; one that is more than ${printNumber(GRACE_DAYS)} days late makes a status outdated. One made up to ${printNumber(GRACE_DAYS)} days after a due day counts for it.${before.join('')}`
}
