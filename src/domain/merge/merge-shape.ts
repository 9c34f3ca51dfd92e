import { SHARE_TOLERANCE, sumOfShares } from '../initiative/shares.ts'
import type { Kind } from '../plan/field.ts'
import { canonicalJson } from '../plan/state-hash.ts'

/** Fields that only make sense together and are taken from one side: half of each would be neither's plan. */
export const UNITS: Readonly<Partial<Record<Kind, readonly (readonly string[])[]>>> = {
  person: [['name', 'initials']],
  cycle: [['startOn', 'endOn']],
  objective: [['state', 'stateReason']],
  keyResult: [['state', 'stateReason']],
  initiative: [
    ['startOn', 'dueOn'],
    ['state', 'stateReason', 'doneOn'],
  ],
  journalEntry: [['answer', 'answerOwnerId', 'resolvedOn']],
  retrospective: [['state', 'closedOn']],
  workshop: [['state', 'currentStepId', 'clockStartedAt', 'startedAt', 'finishedAt']],
  card: [['groupId', 'groupName']],
}

/** The same for an item of a list: a task with its day, a key result of a review with its score. */
export const UNITS_OF_ITEM: readonly (readonly string[])[] = [['done', 'doneOn']]

/** How the items of a list are told apart. */
export type ItemKey = {
  readonly of: (item: unknown) => string
  /** For lists that have to add up: whether a merged one does. */
  readonly isWhole?: (items: readonly unknown[]) => boolean
}

const by = (...fields: readonly string[]): ItemKey => ({
  of: (item) => {
    const record = item as Readonly<Record<string, unknown>>
    return fields.map((field) => canonicalJson(record[field])).join(' ')
  },
})
const itself: ItemKey = { of: canonicalJson }
type Shares = readonly { readonly share: number }[]

const LISTS: Readonly<Record<string, ItemKey>> = {
  tasks: by('id'),
  steps: by('id'),
  'metric.steps': by('id'),
  serves: {
    ...by('keyResultId'),
    isWhole: (items) =>
      items.length === 0 || Math.abs(sumOfShares(items as Shares) - 1) <= SHARE_TOLERANCE,
  },
  contributors: {
    ...by('personId'),
    isWhole: (items) => sumOfShares(items as Shares) <= 1 + SHARE_TOLERANCE,
  },
  dependsOn: itself,
  daysOff: itself,
  stateLog: itself,
  leftAtTheKerb: itself,
  reactions: itself,
  keyResults: by('keyResultId'),
  objectives: by('objectiveId'),
  verdicts: by('about'),
  answers: by('id'),
  actions: by('id'),
  decisions: by('id'),
  dots: by('personId'),
  ballots: by('personId'),
  presentIds: itself,
  withoutPartIds: itself,
  acceptedChecks: by('check'),
  pastCadences: by('until'),
  'settings.notDoing': itself,
  'settings.agreements': itself,
  'settings.rootCauses': itself,
  'settings.renamedCauses': by('from'),
  'settings.retrospectiveQuestions': itself,
  'settings.dismissedChecks': by('check', 'about'),
}

/** How the items of the list at a path are told apart; undefined for anything that is taken whole. */
export function keyOfItem(path: string): ItemKey | undefined {
  return Object.hasOwn(LISTS, path) ? LISTS[path] : undefined
}
