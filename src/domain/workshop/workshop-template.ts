import type { Id } from '../plan/field.ts'
import type { StepType, WorkshopStep } from './workshop.ts'

/** One step of a ready agenda. */
export type StepPlan = {
  readonly type: StepType
  readonly title: string
  readonly minutes: number
  readonly question: string
  readonly columns?: readonly string[]
  readonly notes?: string
}

/** A ready agenda. */
export type WorkshopTemplate = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly steps: readonly StepPlan[]
}

export const WIN_BOARD = 'Wins'
export const LESSON_BOARD = 'Lessons'
export const CARRY_BOARD = 'Carry over'
export const CONCERN_BOARD = 'Roadblocks and concerns'
/** Who does what until next time: a card here is an action of the person whom it belongs to. */
export const ACTION_BOARD = 'Actions'
/** What a change needs from those whom it touches: these cards become initiatives or tasks. */
export const NEED_BOARDS = ['Support', 'Training', 'Communication'] as const
export type NeedBoard = (typeof NEED_BOARDS)[number]

/** Ready checklists to begin with. Each point can be reworded, left out, made an initiative or a task. */
export const READY_NEEDS: Readonly<Record<NeedBoard, readonly string[]>> = {
  Support: [
    'Name the person whom everyone can ask in the first four weeks',
    'Give time off the old work to those who have to learn the new',
    'Arrange access, tools and rights before the first day',
    'Agree who decides when something gets stuck',
    'Keep the old way open until the new one works',
  ],
  Training: [
    'List who has to be able to do what, and by when',
    'Prepare a first lesson with real cases',
    'Let those who can do it already show the others',
    'Write a guide of one page',
    'Plan a second lesson after three weeks',
  ],
  Communication: [
    'Say why, in the words of the sponsor',
    'Tell those who are touched before everyone else',
    'Say what changes for whom, and what stays as it is',
    'Open one place for questions and answer there within two days',
    'Report the first results, good or bad',
  ],
}

const lookBack = (minutes: number): StepPlan => ({
  type: 'look-back',
  title: 'Look back',
  minutes,
  question: 'What are we proud of, what did it teach us, and what is not finished?',
  columns: [WIN_BOARD, LESSON_BOARD, CARRY_BOARD],
  notes: 'Start with a silent round. Wins first: everybody says one aloud.',
})
const destination = (minutes: number): StepPlan => ({
  type: 'destination',
  title: 'Pick the destination',
  minutes,
  question:
    'If only one thing were different at the end of the cycle, what should it be, and for whom?',
  notes: 'No numbers yet. A number belongs to a key result.',
})
const checkpoints = (minutes: number): StepPlan => ({
  type: 'checkpoints',
  title: 'Set the checkpoints',
  minutes,
  question:
    'How would a stranger see that we have arrived? From which number to which, and by when?',
  notes: 'Two to five for each objective. No baseline: make finding it the first key result.',
})
const vehicles = (minutes: number): StepPlan => ({
  type: 'vehicles',
  title: 'Choose the vehicles',
  minutes,
  question: 'Which key result moves if we do this? If none does, it is not on the road.',
  notes: 'Silent round, then group, then dots. Drag the best onto a leg.',
})
const fuel = (minutes: number): StepPlan => ({
  type: 'fuel',
  title: 'Who drives, with what fuel',
  minutes,
  question: 'Who drives this, how many days does it take, and what do we leave at the kerb for it?',
})
const roadblocks = (minutes: number): StepPlan => ({
  type: 'roadblocks',
  title: 'Spot the roadblocks',
  minutes,
  question: 'It failed. What was the reason? And who has to change something for it to work?',
  columns: [CONCERN_BOARD, ...NEED_BOARDS],
})
const confidence = (minutes: number): StepPlan => ({
  type: 'confidence',
  title: 'Confidence vote',
  minutes,
  question: 'How sure are you, from 0 to 10, that we arrive? What would make it one more?',
  notes:
    'Everybody enters a number hidden. The lowest and the highest speak first, then a second round.',
})
const commit = (minutes: number): StepPlan => ({
  type: 'commit',
  title: 'Commit and export',
  minutes,
  question: 'Is everything on board? What do we say when somebody asks us for more?',
})
const board = (
  title: string,
  minutes: number,
  question: string,
  columns: readonly string[] = [],
): StepPlan => ({ type: 'free', title, minutes, question, columns })

const retrospective = (
  id: string,
  name: string,
  question: string,
  columns: readonly string[],
): WorkshopTemplate => ({
  id,
  name: `Retrospective: ${name}`,
  about: columns.join(' · '),
  steps: [
    board('Arrive', 5, 'How do you arrive here, in one word?'),
    board(name, 20, question, columns),
    board(
      'Talk about what counts',
      20,
      'Which of these would change most? Give your dots to those.',
      columns,
    ),
    board('Actions', 10, 'Who does what by when, so that it is different next time?', [
      ACTION_BOARD,
      'Agreements',
    ]),
    board('Close', 5, 'What do you take with you?'),
  ],
})

/** The boards that a type of step needs; a step of this type without boards gets them. */
const OWN_BOARDS: Readonly<Partial<Record<StepType, readonly string[]>>> = {
  'look-back': [WIN_BOARD, LESSON_BOARD, CARRY_BOARD],
  roadblocks: [CONCERN_BOARD, ...NEED_BOARDS],
}

/** The boards of a step once it is of this type: its own ones stay, those that the type needs are added. */
export function boardsFor(type: StepType, boards: readonly string[]): string[] {
  const own = OWN_BOARDS[type] ?? []
  return [...boards, ...own.filter((board) => !boards.includes(board))].slice(0, 8)
}

const ONE_OF_EACH: readonly StepPlan[] = [
  lookBack(10),
  destination(10),
  checkpoints(10),
  vehicles(15),
  fuel(10),
  roadblocks(10),
  confidence(5),
  commit(5),
  board('Free step', 10, ''),
]

/** A step of a type as the agendas have it: title, question and boards, ready to be changed. */
export function stepOfType(type: StepType): StepPlan {
  return ONE_OF_EACH.find((plan) => plan.type === type) ?? board('Free step', 10, '')
}

/** The agendas that a workshop can begin with. */
export const WORKSHOP_TEMPLATES: readonly WorkshopTemplate[] = [
  {
    id: 'quarter',
    name: 'Quarterly planning',
    about: 'From looking back to a committed route',
    steps: [
      lookBack(10),
      destination(12),
      checkpoints(15),
      vehicles(18),
      fuel(12),
      roadblocks(10),
      confidence(6),
      commit(7),
    ],
  },
  {
    id: 'objective',
    name: 'One objective',
    about: 'One destination with its checkpoints and vehicles',
    steps: [destination(8), checkpoints(10), vehicles(12), fuel(6), confidence(4), commit(5)],
  },
  {
    id: 'reroute',
    name: 'Mid-cycle re-route',
    about: 'What moved, what did not, and which way now',
    steps: [
      lookBack(6),
      vehicles(10),
      fuel(6),
      confidence(4),
      board('Decide', 4, 'What do we stop, what do we start, what stays as it is?', [
        'Stop',
        'Start',
        'Keep',
      ]),
    ],
  },
  retrospective(
    'retro-start-stop',
    'Start, stop, continue',
    'What should we start, stop and go on with?',
    ['Start', 'Stop', 'Continue'],
  ),
  retrospective(
    'retro-sailboat',
    'Sailboat',
    'What drives us, what holds us back, which rocks lie ahead, where is the island?',
    ['Wind', 'Anchors', 'Rocks', 'Island'],
  ),
  retrospective('retro-four-l', 'Four Ls', 'What did we like, learn, lack and long for?', [
    'Liked',
    'Learned',
    'Lacked',
    'Longed for',
  ]),
  retrospective('retro-mad-sad-glad', 'Mad, sad, glad', 'What made you mad, sad or glad?', [
    'Mad',
    'Sad',
    'Glad',
  ]),
  {
    id: 'empty',
    name: 'Empty',
    about: 'One step, the rest is up to you',
    steps: [board('First step', 15, '')],
  },
]

/** How long an agenda takes as planned. */
export function minutesOf(steps: readonly { readonly minutes: number }[]): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** One step that has not begun. */
export function freshStep(plan: StepPlan, id: Id): WorkshopStep {
  return {
    id,
    type: plan.type,
    title: plan.title,
    question: plan.question,
    columns: [...(plan.columns ?? [])],
    minutes: plan.minutes,
    addedMinutes: 0,
    enteredAt: null,
    leftAt: null,
    spentMs: 0,
    state: 'ahead',
    privateNotes: plan.notes ?? '',
  }
}

/** The steps of a template, ready to run; those of the empty one when it is not known. */
export function stepsOfTemplate(templateId: string, newId: () => Id): WorkshopStep[] {
  const template =
    WORKSHOP_TEMPLATES.find(({ id }) => id === templateId) ?? WORKSHOP_TEMPLATES.at(-1)
  return (template?.steps ?? []).map((step) => freshStep(step, newId()))
}

/** What a type of step is called where one is chosen. */
export const STEP_TYPE_WORDS: Readonly<Record<StepType, string>> = {
  'look-back': 'Look back',
  destination: 'Objectives',
  checkpoints: 'Key results',
  vehicles: 'Initiatives on the road',
  fuel: 'Owners and capacity',
  roadblocks: 'Risks and needs',
  confidence: 'Vote',
  commit: 'Checklist and minutes',
  free: 'Cards on boards',
}

const HINTS: Readonly<Record<StepType, string>> = {
  'look-back': 'wins, lessons, carry-over',
  destination: 'one objective that matters',
  checkpoints: '2–5 measurable key results',
  vehicles: 'initiatives',
  fuel: 'owners, capacity, budget',
  roadblocks: 'risks, resistance, support',
  confidence: '0–10, all at once',
  commit: 'checklist, then the minutes',
  free: '',
}

/** One line on what a step is about. */
export function stepHint(step: Pick<WorkshopStep, 'type' | 'columns'>): string {
  return HINTS[step.type] || step.columns.join(', ').toLowerCase()
}
