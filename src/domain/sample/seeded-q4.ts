import type { SeededCycle } from './seeded-cycle.ts'
import { decrease, increase } from './seeded-shorthand.ts'

/** The last quarter, which waits for its review. */
export const SEEDED_Q4: SeededCycle = {
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
}
