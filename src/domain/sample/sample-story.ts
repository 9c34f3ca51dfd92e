import type { Detour } from '../detour/detour.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Hue } from '../people/person.ts'

/**
 * The story of the sample plan. Days are counted from the cycle's first, a Monday (0); today lies between
 * 49 and 55. Names are keys: the rows get their ids from them.
 */

const SUPPORT = 'Customers rave about our support'
const FIRST_WEEK = 'New teams succeed in their first week'
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

/** Day, value, confidence and the one line that came with it. */
type Said = readonly [day: number, value: number, confidence: number, note?: string]

/** Three key results were last looked at on day 45, so that a check-in is due today. */
export const CHECK_INS: readonly {
  readonly keyResult: string
  readonly author: string
  readonly said: readonly Said[]
}[] = [
  {
    keyResult: 'CSAT',
    author: 'Sara Lind',
    said: [
      [7, 79.5, 6],
      [14, 82.1, 7, 'The survey after every ticket shows who is unhappy the same day.'],
      [21, 84.2, 9, 'Reached, three weeks after the survey went live.'],
      [28, 84, 9],
      [35, 84.9, 9],
      [42, 84.3, 9],
      [49, 84.6, 9],
    ],
  },
  {
    keyResult: 'First response',
    author: 'Mira Kowalski',
    said: [
      [7, 13.6, 7],
      [14, 13, 7],
      [21, 12.6, 7, 'Triage rules are written, training comes next.'],
      [28, 12.2, 7],
      [35, 11.7, 7, 'The chatbot answers its first topic.'],
      [42, 10.8, 7],
      [
        49,
        9.8,
        6,
        'Chatbot takes 22 % of tickets now. Training slipped a week: night shift could not attend.',
      ],
    ],
  },
  {
    keyResult: 'Self-service',
    author: 'Ada Okafor',
    said: [
      [7, 20, 5],
      [14, 20.6, 5],
      [21, 21.5, 6],
      [28, 22.4, 6],
      [35, 24.1, 6, 'The rewritten articles are found; the old ones still are not.'],
      [45, 28, 7],
    ],
  },
  {
    keyResult: 'Set-up time',
    author: 'Jon Dahl',
    said: [
      [7, 72, 6],
      [14, 66, 6],
      [21, 48, 6, 'Half of the new teams see the wizard.'],
      [28, 38, 6],
      [35, 31, 6, 'Wizard done. What is left is the data import.'],
      [42, 31, 5],
      [49, 31, 5, 'No movement for two weeks: the import needs a plan of its own.'],
    ],
  },
  {
    keyResult: 'Activation',
    author: 'Jon Dahl',
    said: [
      [7, 31, 5],
      [14, 31.4, 5],
      [21, 32, 5],
      [28, 32.2, 4],
      [35, 33.1, 4, 'Teams on the onboarding call activate twice as often. Few come.'],
      [42, 33.8, 4],
      [49, 34.4, 3, 'Without the gallery nobody sees what is possible.'],
    ],
  },
  {
    keyResult: 'Sign-ups',
    author: 'Sara Lind',
    said: [
      [7, 1200, 5],
      [21, 1215, 5],
      [35, 1240, 4, 'The outage cost us a week of trials.'],
      [49, 1272, 4],
    ],
  },
  {
    keyResult: 'p95 page load',
    author: 'Ada Okafor',
    said: [
      [7, 2.9, 8],
      [14, 2.4, 8],
      [21, 1.9, 9, 'The dashboard comes from the cache.'],
      [28, 1.5, 9],
      [35, 1.4, 9],
      [45, 1.35, 9],
    ],
  },
  {
    keyResult: 'Crash-free sessions',
    author: 'Ada Okafor',
    said: [
      [7, 99.22, 7],
      [14, 99.3, 7],
      [21, 99.35, 8],
      [28, 99.5, 8, 'Monday triage finds the crash of the week before lunch.'],
      [35, 99.62, 9],
      [45, 99.69, 9],
    ],
  },
]

/** Wins, lessons and what stood in the way. */
export const JOURNAL: readonly {
  readonly type: JournalEntry['type']
  readonly day: number
  readonly text: string
  readonly author: string
  readonly about: readonly ['keyResult' | 'initiative' | 'objective', string]
}[] = [
  {
    type: 'win',
    day: 21,
    text: 'Customer satisfaction passed 84 % for the first time',
    author: 'Sara Lind',
    about: ['keyResult', 'CSAT'],
  },
  {
    type: 'win',
    day: 46,
    text: 'Chatbot answers 22 % of tickets alone',
    author: 'Jon Dahl',
    about: ['initiative', 'Support chatbot for common questions'],
  },
  {
    type: 'win',
    day: 47,
    text: 'First crash-free week in two years',
    author: 'Ada Okafor',
    about: ['keyResult', 'Crash-free sessions'],
  },
  {
    type: 'lesson',
    day: 44,
    text: 'Ask every shift before setting a date',
    author: 'Mira Kowalski',
    about: ['initiative', 'Train the team on fast triage'],
  },
  {
    type: 'lesson',
    day: 30,
    text: '"Page views" told us nothing: nobody would have done anything differently',
    author: 'Jon Dahl',
    about: ['objective', FIRST_WEEK],
  },
  {
    type: 'blocker',
    day: 44,
    text: 'The night shift could not attend the training',
    author: 'Mira Kowalski',
    about: ['initiative', 'Train the team on fast triage'],
  },
  {
    type: 'concern',
    day: 42,
    text: 'Activation hangs on one weekly call, and few teams come to it',
    author: 'Jon Dahl',
    about: ['keyResult', 'Activation'],
  },
  {
    type: 'decision',
    day: 39,
    text: 'Sign-ups aim at +25 % instead of +35 %; the outage is not made up for at night',
    author: 'Ada Okafor',
    about: ['keyResult', 'Sign-ups'],
  },
]

/** How the plan changed on the way. */
export const DETOURS: readonly {
  readonly day: number
  readonly about: readonly ['keyResult' | 'initiative', string]
  readonly title: string
  readonly change: Detour['change']
  readonly from: string
  readonly to: string
  readonly why: string
  readonly author: string
}[] = [
  {
    day: 18,
    about: ['initiative', 'Rewrite the top 50 help articles'],
    title: 'Rewrite the top 50 help articles',
    change: 'serves',
    from: 'Customer satisfaction from 78 to 84 %',
    to: 'Self-service share from 20 to 45 %',
    why: 'Surveys showed that the articles do not lift satisfaction',
    author: 'Mira Kowalski',
  },
  {
    day: 39,
    about: ['keyResult', 'Sign-ups'],
    title: 'New customer sign-ups +25 %',
    change: 'target',
    from: '+35 % (1200 → 1620 sign-ups)',
    to: '+25 % (1200 → 1500 sign-ups)',
    why: 'Capacity lost to the outage',
    author: 'Ada Okafor',
  },
]
