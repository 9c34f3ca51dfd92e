import type { SeededCycle } from './seeded-cycle.ts'
import { BLOCKED, CAPACITY, LATE, decrease, increase } from './seeded-shorthand.ts'

/** A good quarter. */
export const SEEDED_Q3: SeededCycle = {
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
}
