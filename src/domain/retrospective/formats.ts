/** A set of questions for the retrospective of a cycle. */
export type RetrospectiveFormat = {
  readonly id: 'worked' | 'start-stop' | 'four-ls' | 'sailboat' | 'mad-sad-glad'
  readonly name: string
  readonly when: string
  readonly questions: readonly string[]
}

/** The formats to choose from; each is only a start, every question can be changed. */
export const RETROSPECTIVE_FORMATS: readonly RetrospectiveFormat[] = [
  {
    id: 'worked',
    name: 'Worked, did not, learned, change',
    when: 'The plain one; good for most cycles',
    questions: ['What worked?', 'What did not work?', 'What did we learn?', 'What do we change?'],
  },
  {
    id: 'start-stop',
    name: 'Start, stop, continue',
    when: 'When it is clear what happened and habits must change',
    questions: ['What do we start doing?', 'What do we stop doing?', 'What do we continue?'],
  },
  {
    id: 'four-ls',
    name: 'Four Ls',
    when: 'After a cycle with much that was new',
    questions: [
      'What did we like?',
      'What did we learn?',
      'What did we lack?',
      'What did we long for?',
    ],
  },
  {
    id: 'sailboat',
    name: 'Sailboat',
    when: 'When people see the same cycle very differently',
    questions: [
      'Wind: what carried us?',
      'Anchor: what held us back?',
      'Rocks: what is dangerous ahead?',
      'Island: where do we want to be at the end of the next cycle?',
    ],
  },
  {
    id: 'mad-sad-glad',
    name: 'Mad, sad, glad',
    when: 'After a hard cycle, to let it out first',
    questions: ['What made us mad?', 'What made us sad?', 'What made us glad?'],
  },
]

/** The steps of the review walk, in order; a retrospective keeps the id of the one where somebody left. */
export const REVIEW_STEPS = [
  { id: 'values', label: 'Last values' },
  { id: 'scores', label: 'Scores' },
  { id: 'causes', label: 'Root causes' },
  { id: 'verdicts', label: 'Keep, change or stop' },
  { id: 'questions', label: 'Questions' },
  { id: 'actions', label: 'Actions' },
  { id: 'celebrate', label: 'Celebrate and close' },
] as const
export type ReviewStep = (typeof REVIEW_STEPS)[number]['id']

/** The step to resume at; the first one for a step of another version. */
export function stepToResume(step: string): ReviewStep {
  return REVIEW_STEPS.find(({ id }) => id === step)?.id ?? 'values'
}
