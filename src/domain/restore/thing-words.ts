import { formatDayWithYear } from '../calendar/day-format.ts'
import { formatValue } from '../key-result/value-format.ts'
import { unitOf } from '../key-result/metric.ts'
import type { Kind } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Thing } from '../plan/thing.ts'

/** What a thing calls itself in a list; a check-in and a detour name the thing that they are about. */
export function titleOfThing(thing: Thing, plan: Plan): string {
  switch (thing.kind) {
    case 'checkIn': {
      const keyResult = plan.keyResult.get(thing.keyResultId)
      const value =
        thing.value === null
          ? ''
          : ` ${formatValue(thing.value, keyResult ? unitOf(keyResult.metric) : '')}`
      return `${formatDayWithYear(thing.day)}:${value} ${keyResult?.title ?? 'a key result'}`
    }
    case 'retrospective':
      return plan.cycle.get(thing.cycleId)?.name ?? 'a cycle'
    case 'vote':
      return thing.question
    case 'card':
    case 'journalEntry':
      return thing.text
    default:
      return 'title' in thing ? thing.title : thing.name
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  ownerId: 'Owner',
  themeId: 'Theme',
  cycleId: 'Cycle',
  objectiveId: 'Objective',
  keyResultId: 'Key result',
  parent: 'Contributes to',
  contribution: 'How it contributes',
  startOn: 'Start',
  dueOn: 'Due',
  endOn: 'Last day',
  'startOn+dueOn': 'Dates',
  'startOn+endOn': 'Dates',
  state: 'State',
  stateReason: 'Reason of the state',
  'state+stateReason': 'State',
  'state+stateReason+doneOn': 'State',
  'state+closedOn': 'State',
  'state+currentStepId+clockStartedAt+startedAt+finishedAt': 'State and clocks',
  'name+initials': 'Name',
  'done+doneOn': 'Done',
  'groupId+groupName': 'Group',
  'answer+answerOwnerId+resolvedOn': 'Answer',
  doneOn: 'Done on',
  order: 'Place in the order',
  hue: 'Colour',
  metric: 'Measure',
  planLine: 'Planned way',
  wouldDo: 'What we would do differently',
  statusOverride: 'Status set by hand',
  carriedFrom: 'Carried over from',
  addedOn: 'Added on',
  typedProgress: 'Progress typed by hand',
  effortDays: 'Effort in days',
  peopleNeeded: 'People needed',
  serves: 'Serves',
  dependsOn: 'Waits for',
  externalKey: 'Key elsewhere',
  cardId: 'Card',
  daysPerWeek: 'Days per week',
  daysOff: 'Days off',
  authorId: 'Author',
  stepsDone: 'Steps done',
  skipReason: 'Why nothing was said',
  stateLog: 'Changes of state',
  leftAtTheKerb: 'Left at the kerb',
  overbookedReason: 'Reason for overbooking',
  budget: 'Budget',
  notDoing: 'What we do not do',
  rootCauses: 'Root causes',
  pastCadences: 'Earlier cadences',
  renamedCauses: 'Renamed root causes',
  workingDays: 'Working days',
  retrospectiveQuestions: 'Questions of the review',
  dismissedChecks: 'Dismissed checks',
  extra: 'Fields of a newer version',
}

/** The name of a field as a person knows it: `ownerId` is `Owner`, `tasks."t1".title` is `Tasks › Title`. */
export function fieldWords(path: string): string {
  if (Object.hasOwn(FIELDS, path)) return FIELDS[path] ?? path
  const parts = path.split('.')
  if (parts.length > 1) {
    const known = parts.filter((part) => /^[A-Za-z+]+$/.test(part) && part !== 'settings')
    return known.map(fieldWords).join(' › ') || path
  }
  const words = path.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const KINDS: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  plan: ['plan', 'plans'],
  theme: ['theme', 'themes'],
  person: ['person', 'people'],
  cycle: ['cycle', 'cycles'],
  objective: ['objective', 'objectives'],
  keyResult: ['key result', 'key results'],
  initiative: ['initiative', 'initiatives'],
  checkIn: ['check-in', 'check-ins'],
  journalEntry: ['journal entry', 'journal entries'],
  detour: ['detour', 'detours'],
  retrospective: ['retrospective', 'retrospectives'],
  workshop: ['workshop', 'workshops'],
  card: ['card', 'cards'],
  vote: ['vote', 'votes'],
}

/** `1 key result`, `3 key results`. */
export function countWords(kind: Kind, count: number): string {
  return `${String(count)} ${KINDS[kind][count === 1 ? 0 : 1]}`
}

/** `key result` or `key results`. */
export function kindWords(kind: Kind, isMany = false): string {
  return KINDS[kind][isMany ? 1 : 0]
}
