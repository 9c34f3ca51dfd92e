import type { KeyResult, Metric } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Hue } from '../people/person.ts'

/**
 * The story of the sample plan. Days are counted from the cycle's first, a Monday (0); today lies between
 * 49 and 55. Names are keys: the rows get their ids from them.
 */

const SUPPORT = 'Customers rave about our support'
/** Title and key of the second destination. */
export const FIRST_WEEK = 'New teams succeed in their first week'
const FAST = 'Nobody waits for the product'

type SamplePerson = {
  readonly name: string
  readonly hue: Hue
  readonly role: string
  readonly daysPerWeek: number
  readonly daysOff: readonly number[]
}

/** Who works on it, with days off. */
export const PEOPLE: readonly SamplePerson[] = [
  { name: 'Mira Kowalski', hue: 'violet', role: 'Head of support', daysPerWeek: 5, daysOff: [] },
  { name: 'Jon Dahl', hue: 'blue', role: 'Product engineer', daysPerWeek: 4, daysOff: [37] },
  { name: 'Sara Lind', hue: 'teal', role: 'Customer success', daysPerWeek: 5, daysOff: [70, 71] },
  { name: 'Ada Okafor', hue: 'orange', role: 'Engineering lead', daysPerWeek: 5, daysOff: [] },
]

type SampleObjective = {
  readonly title: string
  readonly why: string
  readonly owner: string
  readonly type: Objective['type']
  readonly theme: string
  readonly hue: Hue
}

/** The three destinations. */
export const OBJECTIVES: readonly SampleObjective[] = [
  {
    title: SUPPORT,
    why: 'Teams that get help fast stay; every second cancellation names a slow answer.',
    owner: 'Mira Kowalski',
    type: 'committed',
    theme: 'Service',
    hue: 'blue',
  },
  {
    title: FIRST_WEEK,
    why: 'A team that sees its own data in the first week is still there a year later.',
    owner: 'Jon Dahl',
    type: 'aspirational',
    theme: 'Product',
    hue: 'violet',
  },
  {
    title: FAST,
    why: 'People who wait go and get a coffee, and do not come back.',
    owner: 'Ada Okafor',
    type: 'committed',
    theme: 'Product',
    hue: 'green',
  },
]

/** One key result of the story; `due` counts from the cycle's first day. */
export type SampleKeyResult = {
  readonly key: string
  readonly objective: string
  readonly title: string
  readonly owner: string
  readonly metric: Metric
  readonly due: number
  readonly weight: number
  readonly line: 'even' | 'back-loaded'
  readonly indicator: KeyResult['indicator']
  readonly wouldDo: string
  readonly source: string
}

/** The checkpoints, objective by objective. */
export const KEY_RESULTS: readonly SampleKeyResult[] = [
  {
    key: 'CSAT',
    objective: SUPPORT,
    title: 'Customer satisfaction from 78 to 84 %',
    owner: 'Sara Lind',
    metric: { type: 'increase', unit: '%', baseline: 78, target: 84 },
    due: 25,
    weight: 1.5,
    line: 'even',
    indicator: 'lagging',
    wouldDo: 'Read the ten worst answers together and change the reply templates.',
    source: 'Survey after every ticket, weekly mean',
  },
  {
    key: 'First response',
    objective: SUPPORT,
    title: 'First response time from 14 to under 5 minutes',
    owner: 'Mira Kowalski',
    metric: { type: 'decrease', unit: 'min', baseline: 14, target: 5 },
    due: 81,
    weight: 2,
    line: 'even',
    indicator: 'leading',
    wouldDo: 'Move people between shifts, or let the chatbot take one more topic.',
    source: 'Help desk report, median of the week',
  },
  {
    key: 'Self-service',
    objective: SUPPORT,
    title: 'Self-service share from 20 to 45 %',
    owner: 'Ada Okafor',
    metric: { type: 'increase', unit: '%', baseline: 20, target: 45 },
    due: 88,
    weight: 1.5,
    line: 'back-loaded',
    indicator: 'leading',
    wouldDo: 'Write the next ten articles where people give up searching.',
    source: 'Help centre: visits without a ticket within a day',
  },
  {
    key: 'Set-up time',
    objective: FIRST_WEEK,
    title: 'Set-up time from 3 days to 4 hours',
    owner: 'Jon Dahl',
    metric: { type: 'decrease', unit: 'h', baseline: 72, target: 4 },
    due: 60,
    weight: 1,
    line: 'back-loaded',
    indicator: 'leading',
    wouldDo: 'Watch three teams set up and take out the step where they stop.',
    source: 'Product events: sign-up to first own report, median',
  },
  {
    key: 'Activation',
    objective: FIRST_WEEK,
    title: 'Activation from 31 to 50 %',
    owner: 'Jon Dahl',
    metric: { type: 'increase', unit: '%', baseline: 31, target: 50 },
    due: 73,
    weight: 1,
    line: 'back-loaded',
    indicator: 'lagging',
    wouldDo: 'Call the teams that stopped after day two and change the first screen.',
    source: 'Product events: three active people in week one',
  },
  {
    key: 'Sign-ups',
    objective: FIRST_WEEK,
    title: 'New customer sign-ups +25 %',
    owner: 'Sara Lind',
    metric: { type: 'relative', unit: 'sign-ups', baseline: 1200, change: 0.25 },
    due: 84,
    weight: 1,
    line: 'back-loaded',
    indicator: 'lagging',
    wouldDo: 'Shift the partner budget to the channel that brings teams of ten or more.',
    source: 'Billing, a month back to back',
  },
  {
    key: 'p95 page load',
    objective: FAST,
    title: 'p95 page load from 3.1 to 1.2 s',
    owner: 'Ada Okafor',
    metric: { type: 'decrease', unit: 's', baseline: 3.1, target: 1.2 },
    due: 39,
    weight: 1,
    line: 'even',
    indicator: 'leading',
    wouldDo: 'Cache the next slowest view.',
    source: 'Real user monitoring, week',
  },
  {
    key: 'Crash-free sessions',
    objective: FAST,
    title: 'Crash-free sessions from 99.2 to 99.9 %',
    owner: 'Ada Okafor',
    metric: { type: 'increase', unit: '%', baseline: 99.2, target: 99.9 },
    due: 74,
    weight: 1,
    line: 'back-loaded',
    indicator: 'lagging',
    wouldDo: 'Stop features for a week and fix the three crashes that hit most people.',
    source: 'Crash reports',
  },
]
