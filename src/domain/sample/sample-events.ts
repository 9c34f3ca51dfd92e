import type { Detour } from '../detour/detour.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { FIRST_WEEK } from './sample-story.ts'

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
