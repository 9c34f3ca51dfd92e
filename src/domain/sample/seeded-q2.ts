import type { SeededCycle } from './seeded-cycle.ts'
import { BLOCKED, CAPACITY, decrease, increase } from './seeded-shorthand.ts'

/** A quarter that was missed. */
export const SEEDED_Q2: SeededCycle = {
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
}
