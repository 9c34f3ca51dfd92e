import type { Metric } from '../key-result/key-result.ts'
import type { Hue } from '../people/person.ts'
import type { SeededCycle } from './seeded-cycle.ts'

/** The three teams of the seeded year with their two people each; the first leads. */
export const TEAMS: readonly {
  readonly name: string
  readonly hue: Hue
  readonly people: readonly [string, string]
}[] = [
  { name: 'Support', hue: 'blue', people: ['Mira Kowalski', 'Tom Reyes'] },
  { name: 'Product', hue: 'violet', people: ['Jon Dahl', 'Ada Okafor'] },
  { name: 'Growth', hue: 'green', people: ['Sara Lind', 'Wei Chen'] },
]

const increase = (
  unit: string,
  baseline: number,
  target: number,
): Metric & { type: 'increase' } => ({
  type: 'increase',
  unit,
  baseline,
  target,
})
const decrease = (
  unit: string,
  baseline: number,
  target: number,
): Metric & { type: 'decrease' } => ({
  type: 'decrease',
  unit,
  baseline,
  target,
})

const CAPACITY = 'Not enough capacity'
const BLOCKED = 'Blocked by somebody else'
const LATE = 'Started too late'

/** Four quarters of 2026: a fair one, a missed one, a good one, and one that waits for its review. */
export const SEEDED_CYCLES: readonly SeededCycle[] = [
  {
    name: 'Q1 2026',
    startOn: '2026-01-01',
    endOn: '2026-03-31',
    objectives: [
      {
        team: 0,
        title: 'Answers feel fast',
        type: 'committed',
        keyResults: [
          {
            key: 'First response',
            title: 'First response time from 20 to 10 minutes',
            metric: decrease('min', 20, 10),
            final: 10,
            confidence: [7, 9],
            verdict: ['keep', 'Every shift sees it on the wall'],
          },
          {
            key: 'CSAT',
            title: 'Customer satisfaction from 70 to 80 %',
            metric: increase('%', 70, 80),
            final: 76,
            confidence: [6, 5],
            missed: [6],
            rootCause: CAPACITY,
            verdict: ['change', 'Ask after every ticket, not once a month'],
          },
        ],
      },
      {
        team: 1,
        title: 'Teams start alone',
        type: 'aspirational',
        keyResults: [
          {
            key: 'Set-up time',
            title: 'Set-up time from 72 to 24 hours',
            metric: decrease('h', 72, 24),
            final: 36,
            confidence: [7, 7],
            verdict: ['stop', 'Good enough for now'],
          },
          {
            key: 'Activation',
            title: 'Activation from 30 to 40 %',
            metric: increase('%', 30, 40),
            final: 34,
            weight: 3,
            confidence: [8, 4],
            missed: [4, 9],
            rootCause: LATE,
            verdict: ['keep', 'It is the number that matters'],
          },
        ],
      },
      {
        team: 2,
        title: 'Partners bring customers',
        type: 'aspirational',
        keyResults: [
          {
            key: 'Sign-ups',
            title: 'New customer sign-ups +25 %',
            metric: { type: 'relative', unit: 'sign-ups', baseline: 1000, change: 0.25 },
            final: 1200,
            confidence: [6, 7],
            verdict: ['keep', ''],
          },
          {
            key: 'Deals',
            title: 'Four partner contracts',
            metric: ['First contract', 'Second contract', 'Third contract', 'Fourth contract'],
            stepsDone: 3,
            final: null,
            confidence: [5, 6],
            missed: [2],
            score: [0.6, 'The third contract is only a trial'],
            rootCause: BLOCKED,
            verdict: ['change', 'Count signed deals, not contracts sent'],
          },
        ],
      },
    ],
    initiatives: [
      { title: 'Triage by topic', serves: 'First response', state: 'done' },
      { title: 'Set-up wizard', serves: 'Set-up time', state: 'done' },
      { title: 'Partner kit', serves: 'Deals', state: 'done' },
      { title: 'Welcome films', serves: 'Activation', state: 'dropped' },
    ],
    detours: [
      {
        on: '2026-02-10',
        about: 'Activation',
        change: 'target',
        from: '30 → 45 %',
        to: '30 → 40 %',
        why: 'The baseline was counted with our own teams',
      },
      {
        on: '2026-03-03',
        about: 'CSAT',
        change: 'dueOn',
        from: 'Mar 15',
        to: 'Mar 31',
        why: 'The survey went out two weeks late',
      },
    ],
    journal: [
      { type: 'win', on: '2026-03-24', about: 'First response', text: 'Ten minutes, a week early' },
      { type: 'win', on: '2026-02-20', about: 'Deals', text: 'First partner signed' },
      {
        type: 'lesson',
        on: '2026-03-10',
        about: 'Activation',
        text: 'Count the baseline before setting a target',
      },
    ],
    retrospective: {
      answers: [
        'Triage by topic',
        'Activation began in week five',
        'A baseline needs a week of its own',
        'Begin with the slowest number',
      ],
      actions: [{ text: 'Write down where each number comes from', done: true }],
      story: 'Support moved first and far. Product began late.',
    },
  },
  {
    name: 'Q2 2026',
    startOn: '2026-04-01',
    endOn: '2026-06-30',
    objectives: [
      {
        team: 0,
        title: 'The night shift answers too',
        type: 'committed',
        keyResults: [
          {
            key: 'Night response',
            title: 'First response at night from 40 to 15 minutes',
            metric: decrease('min', 40, 15),
            final: 35,
            confidence: [9, 2],
            missed: [2, 4, 5, 7, 9, 10, 12],
            rootCause: CAPACITY,
            verdict: ['stop', 'There is no night shift any more'],
          },
          {
            key: 'Handover',
            title: 'Handover between shifts is written down',
            metric: { type: 'done' },
            final: 0,
            confidence: [8, 1],
            missed: [2, 3, 5, 6, 8, 9, 11, 12],
            rootCause: BLOCKED,
            verdict: ['stop', ''],
          },
        ],
      },
      {
        team: 1,
        title: 'The import works for everybody',
        type: 'aspirational',
        keyResults: [
          {
            key: 'Import success',
            title: 'Imports without an error from 60 to 90 %',
            metric: increase('%', 60, 90),
            final: 69,
            confidence: [9, 3],
            missed: [3, 5, 6, 8, 10, 11],
            rootCause: 'Wrong initiative for the number',
            verdict: ['stop', ''],
          },
          {
            key: 'Import time',
            title: 'Import time from 30 to 10 minutes',
            metric: decrease('min', 30, 10),
            final: 32,
            confidence: [7, 2],
            missed: [2, 4, 5, 7, 8, 10, 11],
            rootCause: CAPACITY,
            verdict: ['stop', ''],
          },
        ],
      },
      {
        team: 2,
        title: 'A second channel carries itself',
        type: 'committed',
        keyResults: [
          {
            key: 'Channel revenue',
            title: 'Revenue of the second channel from 0 to 50 k€',
            metric: increase('k€', 0, 50),
            final: 20,
            confidence: [9, 4],
            missed: [4, 7, 9, 10, 12],
            rootCause: 'Target set without a baseline',
            verdict: ['stop', ''],
          },
          {
            key: 'Campaign site',
            title: 'The campaign site is up at least 99.5 % of the week',
            metric: { type: 'band', unit: '%', low: 99.5, high: null },
            final: 99.8,
            confidence: [6, 5],
            missed: [2, 3, 5, 6, 8, 9, 11, 12],
            outOfBand: [7],
            rootCause: 'Priorities changed',
            verdict: ['stop', 'Nobody would do anything differently'],
          },
        ],
      },
    ],
    initiatives: [
      { title: 'Hire for the night', serves: 'Night response', state: 'dropped' },
      { title: 'New import screen', serves: 'Import success', state: 'done' },
      { title: 'Import queue', serves: 'Import time', state: 'dropped' },
      { title: 'Spring campaign', serves: 'Channel revenue', state: 'in-progress' },
    ],
    detours: [
      {
        on: '2026-04-28',
        about: 'Channel revenue',
        change: 'target',
        from: '0 → 80 k€',
        to: '0 → 50 k€',
        why: 'Nobody had sold through it before',
      },
      {
        on: '2026-05-12',
        about: 'Night response',
        change: 'owner',
        from: 'Mira Kowalski',
        to: 'Tom Reyes',
        why: '',
      },
      {
        on: '2026-05-19',
        about: 'Import queue',
        change: 'serves',
        from: 'Imports without an error from 60 to 90 %',
        to: 'Import time from 30 to 10 minutes',
        why: 'It never made an import succeed',
      },
      {
        on: '2026-06-02',
        about: 'Hire for the night',
        change: 'dropped',
        from: 'planned',
        to: 'dropped',
        why: '',
      },
    ],
    journal: [
      {
        type: 'lesson',
        on: '2026-06-29',
        about: 'Import success',
        text: 'A new screen does not mend a broken file',
      },
    ],
    retrospective: {
      answers: [
        'Nothing that we planned',
        'We began six things with people for three',
        'High confidence came from not asking the people who do the work',
        'Plan the capacity before the targets',
      ],
      actions: [
        { text: 'Ask every shift before a target is set', done: true },
        { text: 'Check in every Monday before noon', done: true },
      ],
      story: 'Too much was begun, and the check-ins stopped when the numbers did.',
    },
  },
  {
    name: 'Q3 2026',
    startOn: '2026-07-01',
    endOn: '2026-09-30',
    objectives: [
      {
        team: 0,
        title: 'Customers rave about our support',
        type: 'committed',
        keyResults: [
          {
            key: 'CSAT',
            title: 'Customer satisfaction from 76 to 82 %',
            metric: increase('%', 76, 82),
            final: 82,
            confidence: [6, 9],
            verdict: ['stop', 'Reached; watched from now on'],
            carriedFrom: 1,
          },
          {
            key: 'First response',
            title: 'First response time from 10 to 6 minutes',
            metric: decrease('min', 10, 6),
            final: 6.8,
            confidence: [7, 7],
            rootCause: CAPACITY,
            verdict: ['keep', 'The last minutes need the chatbot'],
            carriedFrom: 1,
          },
        ],
      },
      {
        team: 1,
        title: 'New teams succeed in their first week',
        type: 'aspirational',
        keyResults: [
          {
            key: 'Activation',
            title: 'Activation from 34 to 46 %',
            metric: increase('%', 34, 46),
            final: 43,
            confidence: [6, 7],
            missed: [8],
            score: [0.7, 'Two of the new teams are our own'],
            verdict: ['keep', ''],
            carriedFrom: 1,
          },
          {
            key: 'Churn',
            title: 'Find out how many customers leave a month',
            metric: { type: 'find-baseline', unit: '%' },
            final: 4.2,
            confidence: [5, 9],
            foundInWeek: 5,
            verdict: ['keep', 'Now it can get a target'],
          },
        ],
      },
      {
        team: 2,
        title: 'Partners bring the right customers',
        type: 'aspirational',
        score: [0.6, 'The fifth deal was signed on the day after the cycle'],
        keyResults: [
          {
            key: 'Sign-ups',
            title: 'New customer sign-ups from 1,200 to 1,500',
            metric: increase('sign-ups', 1200, 1500),
            final: 1380,
            confidence: [6, 6],
            rootCause: LATE,
            verdict: ['keep', ''],
            carriedFrom: 1,
          },
          {
            key: 'Deals',
            title: 'Signed partner deals from 2 to 6',
            metric: increase('deals', 2, 6),
            final: 4,
            confidence: [7, 5],
            rootCause: BLOCKED,
            verdict: ['keep', 'Lawyers first'],
            carriedFrom: 1,
          },
        ],
      },
    ],
    initiatives: [
      { title: 'Survey after every ticket', serves: 'CSAT', state: 'done' },
      { title: 'Answer templates', serves: 'First response', state: 'done' },
      { title: 'Onboarding call', serves: 'Activation', state: 'done' },
      { title: 'Partner portal', serves: 'Deals', state: 'in-progress' },
    ],
    detours: [
      {
        on: '2026-08-11',
        about: 'Answer templates',
        change: 'serves',
        from: 'Customer satisfaction from 76 to 82 %',
        to: 'First response time from 10 to 6 minutes',
        why: 'Templates make answers fast, not kind',
      },
    ],
    journal: [
      { type: 'win', on: '2026-09-14', about: 'CSAT', text: 'Four in five customers are glad' },
      { type: 'win', on: '2026-08-05', about: 'Churn', text: 'We know how many leave: 4.2 %' },
      {
        type: 'lesson',
        on: '2026-09-21',
        about: 'Deals',
        text: 'A partner’s lawyer takes six weeks',
      },
    ],
    retrospective: {
      answers: [
        'Fewer things at once',
        'Partners waited for lawyers',
        'A baseline is a result of its own',
        'Ask the lawyers in week one',
      ],
      actions: [
        { text: 'Standard contract for partners', done: true },
        { text: 'Weekly hour for the chatbot', done: false },
      ],
      story: 'Half of what Q2 had, and most of it arrived.',
    },
  },
  {
    name: 'Q4 2026',
    startOn: '2026-10-01',
    endOn: '2026-12-31',
    objectives: [
      {
        team: 0,
        title: 'Nobody waits for an answer',
        type: 'committed',
        keyResults: [
          {
            key: 'First response',
            title: 'First response time from 6.8 to 5 minutes',
            metric: decrease('min', 6.8, 5),
            final: 5,
            confidence: [8, 9],
            carriedFrom: 3,
          },
          {
            key: 'Self-service',
            title: 'Self-service share from 20 to 45 %',
            metric: increase('%', 20, 45),
            final: 31,
            confidence: [6, 3],
            missed: [10],
          },
        ],
      },
      {
        team: 1,
        title: 'Teams stay',
        type: 'aspirational',
        keyResults: [
          {
            key: 'Churn',
            title: 'Customers who leave a month from 4.2 to 3 %',
            metric: decrease('%', 4.2, 3),
            final: 3.6,
            confidence: [7, 5],
            carriedFrom: 3,
          },
          {
            key: 'Activation',
            title: 'Activation from 43 to 50 %',
            metric: increase('%', 43, 50),
            final: 49.3,
            confidence: [7, 8],
            carriedFrom: 3,
          },
        ],
      },
      {
        team: 2,
        title: 'Partners are a habit',
        type: 'aspirational',
        keyResults: [
          {
            key: 'Sign-ups',
            title: 'New customer sign-ups from 1,380 to 1,600',
            metric: increase('sign-ups', 1380, 1600),
            final: 1600,
            confidence: [6, 10],
            carriedFrom: 3,
          },
          {
            key: 'Deals',
            title: 'Signed partner deals from 4 to 8',
            metric: increase('deals', 4, 8),
            final: 6,
            confidence: [5, 5],
            missed: [3, 11],
            carriedFrom: 3,
          },
        ],
      },
    ],
    initiatives: [
      { title: 'Support chatbot', serves: 'First response', state: 'done' },
      { title: 'Rewrite the help articles', serves: 'Self-service', state: 'in-progress' },
      { title: 'Call before they leave', serves: 'Churn', state: 'done' },
      { title: 'Partner day', serves: 'Deals', state: 'blocked' },
    ],
    detours: [
      {
        on: '2026-10-19',
        about: 'Self-service',
        change: 'target',
        from: '20 → 60 %',
        to: '20 → 45 %',
        why: 'Half of the questions need a person',
      },
      {
        on: '2026-11-09',
        about: 'Deals',
        change: 'owner',
        from: 'Sara Lind',
        to: 'Wei Chen',
        why: '',
      },
    ],
    journal: [
      {
        type: 'win',
        on: '2026-12-14',
        about: 'First response',
        text: 'Five minutes, day and night',
      },
      { type: 'win', on: '2026-12-28', about: 'Sign-ups', text: 'Sixteen hundred' },
      {
        type: 'lesson',
        on: '2026-11-30',
        about: 'Self-service',
        text: 'Old articles keep being found',
      },
    ],
    retrospective: null,
  },
]
