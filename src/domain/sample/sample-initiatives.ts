import type { Day } from '../calendar/day.ts'
import { addDays } from '../calendar/day.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import type { SampleContext } from './sample-context.ts'

type Story = {
  readonly title: string
  readonly owner: string
  /** First and last day, counted from the cycle's first; null for an idea in the Garage. */
  readonly days: readonly [number, number] | null
  readonly state: Initiative['state']
  readonly effortDays: number
  /** Key results with their shares; none for the Garage. */
  readonly serves: readonly (readonly [string, number])[]
  readonly note?: string
  readonly contributors?: readonly (readonly [string, number])[]
  /** Tasks in order and how many of them are done. */
  readonly tasks?: readonly [done: number, titles: readonly string[]]
  readonly typedProgress?: number
  readonly money?: number
  readonly dependsOn?: readonly string[]
}

const TRAINING = 'Train the team on fast triage'

const INITIATIVES: readonly Story[] = [
  {
    title: 'Survey after every ticket',
    owner: 'Sara Lind',
    days: [2, 20],
    state: 'done',
    effortDays: 6,
    serves: [['CSAT', 1]],
    tasks: [3, ['Write two questions', 'Send it after closing', 'Weekly mail with the worst ten']],
  },
  {
    title: 'Support chatbot for common questions',
    owner: 'Jon Dahl',
    days: [24, 58],
    state: 'in-progress',
    effortDays: 15,
    money: 4800,
    serves: [['First response', 1]],
    note: 'Starts with the five topics that make up a third of all tickets.',
    contributors: [['Sara Lind', 0.2]],
    tasks: [
      4,
      [
        'Pick the five topics',
        'Write the answers',
        'Hand over to a person',
        'Go live with topic one',
        'Go live with topics two to five',
        'Measure wrong answers',
      ],
    ],
  },
  {
    title: TRAINING,
    owner: 'Mira Kowalski',
    days: [8, 44],
    state: 'blocked',
    effortDays: 10,
    serves: [['First response', 1]],
    note: 'Two hours a shift, with real tickets.',
    tasks: [
      2,
      [
        'Write the rules',
        'Train the early shift',
        'Train the late shift',
        'Train the night shift',
        'Review after a week',
      ],
    ],
  },
  {
    title: 'Rewrite the top 50 help articles',
    owner: 'Ada Okafor',
    days: [38, 73],
    state: 'in-progress',
    effortDays: 14,
    serves: [
      ['Self-service', 0.7],
      ['First response', 0.3],
    ],
    contributors: [['Mira Kowalski', 0.3]],
    typedProgress: 0.3,
  },
  {
    title: 'Search in the help centre',
    owner: 'Jon Dahl',
    days: [63, 80],
    state: 'planned',
    effortDays: 8,
    serves: [['Self-service', 1]],
    dependsOn: ['Rewrite the top 50 help articles'],
  },
  {
    title: 'One-page set-up wizard',
    owner: 'Jon Dahl',
    days: [2, 30],
    state: 'done',
    effortDays: 10,
    serves: [['Set-up time', 1]],
    tasks: [3, ['Draw the one page', 'Build it', 'Show it to every new team']],
  },
  {
    title: 'Template gallery',
    owner: 'Sara Lind',
    days: [18, 57],
    state: 'in-progress',
    effortDays: 12,
    serves: [['Activation', 1]],
    typedProgress: 0.35,
  },
  {
    title: 'Weekly onboarding call',
    owner: 'Ada Okafor',
    days: [32, 61],
    state: 'in-progress',
    effortDays: 5,
    serves: [['Activation', 1]],
    tasks: [2, ['Find a time for two zones', 'Write the agenda', 'Record it', 'Invite on day one']],
  },
  {
    title: 'Partner launch',
    owner: 'Sara Lind',
    days: [58, 80],
    state: 'planned',
    effortDays: 9,
    money: 12000,
    serves: [['Sign-ups', 1]],
    dependsOn: ['Template gallery'],
  },
  {
    title: 'Cache the dashboard',
    owner: 'Ada Okafor',
    days: [1, 31],
    state: 'done',
    effortDays: 11,
    serves: [['p95 page load', 1]],
    tasks: [2, ['Find the slowest query', 'Cache it for a minute']],
  },
  {
    title: 'Crash triage every Monday',
    owner: 'Ada Okafor',
    days: [21, 60],
    state: 'in-progress',
    effortDays: 8,
    serves: [['Crash-free sessions', 1]],
    typedProgress: 0.7,
  },
  {
    title: 'Memory diet for the editor',
    owner: 'Jon Dahl',
    days: [44, 60],
    state: 'in-progress',
    effortDays: 8,
    serves: [['Crash-free sessions', 1]],
    tasks: [1, ['Measure a long document', 'Free closed tabs', 'Draw only what is seen']],
  },
  {
    title: 'Quarterly customer advisory board',
    owner: 'Sara Lind',
    days: null,
    state: 'idea',
    effortDays: 5,
    serves: [],
    note: 'Six customers, two hours, once a quarter.',
  },
  {
    title: 'Status page inside the app',
    owner: 'Mira Kowalski',
    days: null,
    state: 'idea',
    effortDays: 4,
    serves: [],
  },
  {
    title: 'Offsite: support playbook',
    owner: 'Ada Okafor',
    days: null,
    state: 'idea',
    effortDays: 3,
    serves: [],
  },
]

function row(sample: SampleContext, story: Story, today: Day, order: string): Initiative {
  const [done, titles] = story.tasks ?? [0, []]
  const startOn = story.days === null ? null : sample.dayOf(story.days[0])
  const dueOn = story.days === null ? null : sample.dayOf(story.days[1])
  return {
    kind: 'initiative',
    id: sample.idOf(story.title),
    cycleId: sample.cycleId,
    title: story.title,
    note: story.note ?? '',
    ownerId: sample.idOf(story.owner),
    contributors: (story.contributors ?? []).map(([name, share]) => ({
      personId: sample.idOf(name),
      share,
    })),
    startOn,
    dueOn,
    state: story.state,
    stateReason: '',
    doneOn: story.state === 'done' ? dueOn : null,
    tasks: titles.map((title, i) => ({
      id: sample.idOf(`${story.title}: ${title}`),
      title,
      assigneeId: sample.idOf(story.owner),
      dueOn: null,
      done: i < done,
      doneOn: i < done && startOn !== null ? addDays(startOn, 4 + 3 * i) : null,
    })),
    typedProgress: story.typedProgress ?? null,
    effortDays: story.effortDays,
    money: story.money ?? null,
    peopleNeeded: null,
    serves: story.serves.map(([name, share]) => ({ keyResultId: sample.idOf(name), share })),
    dependsOn: (story.dependsOn ?? []).map(sample.idOf),
    blocker:
      story.title === TRAINING
        ? {
            type: 'capacity',
            text: 'The night shift could not attend',
            ownerId: sample.idOf('Mira Kowalski'),
            nextAction: 'A second session at 22:00 with cover from the early shift',
            sinceOn: addDays(today, -2),
          }
        : null,
    externalKey: '',
    link: '',
    order,
    cardId: null,
    carriedFrom: null,
  }
}

/** The initiatives of the sample: on the road, done, blocked and late, planned, and in the Garage. */
export function sampleInitiatives(sample: SampleContext, today: Day): Initiative[] {
  const orders = orderKeysAfter([], INITIATIVES.length)
  return INITIATIVES.map((story, i) => row(sample, story, today, orders[i] ?? 'a0'))
}
