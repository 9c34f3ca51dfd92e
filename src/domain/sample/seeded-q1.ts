import type { SeededCycle } from './seeded-cycle.ts'
import { BLOCKED, CAPACITY, LATE, decrease, increase } from './seeded-shorthand.ts'

/** A fair quarter. */
export const SEEDED_Q1: SeededCycle = {
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
      from: 'Mar 15, 2026',
      to: 'Mar 31, 2026',
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
}
