import type { Cycle } from '../cycle/cycle.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { Objective } from '../objective/objective.ts'
import type { Person } from '../people/person.ts'
import type { PlanMeta } from './plan-meta.ts'
import { DEFAULT_SETTINGS } from './plan-meta.ts'

/** The row of a plan that was made before the fourth quarter of 2026. */
export function metaOf(changes: Partial<PlanMeta> = {}): PlanMeta {
  return {
    kind: 'plan',
    id: 'plan',
    name: 'Plan',
    direction: '',
    settings: DEFAULT_SETTINGS,
    createdAt: '2026-09-20T08:00:00.000Z',
    ...changes,
  }
}

/** The fourth quarter of 2026, running. */
export function cycleOf(changes: Partial<Cycle> = {}): Cycle {
  return {
    kind: 'cycle',
    id: 'q4',
    name: 'Q4 2026',
    startOn: '2026-10-01',
    endOn: '2026-12-31',
    state: 'active',
    stateLog: [],
    leftAtTheKerb: [],
    overbookedReason: '',
    ...changes,
  }
}

/** Somebody with five days a week. */
export function personOf(id: string, changes: Partial<Person> = {}): Person {
  return {
    kind: 'person',
    id,
    name: id,
    initials: id.slice(0, 1).toUpperCase(),
    hue: 'blue',
    role: '',
    daysPerWeek: 5,
    daysOff: [],
    order: 'a0',
    ...changes,
  }
}

/** An active objective of that quarter. */
export function objectiveOf(changes: Partial<Objective> = {}): Objective {
  return {
    kind: 'objective',
    id: 'o',
    cycleId: 'q4',
    title: 'Customers rave about our support',
    why: '',
    ownerId: null,
    type: 'committed',
    themeId: null,
    parent: null,
    contribution: '',
    order: 'a0',
    state: 'active',
    stateReason: '',
    hue: 'blue',
    note: '',
    carriedFrom: null,
    ...changes,
  }
}

/** An initiative in progress that serves the key result `k`, named after its id. */
export function initiativeOf(id: string, changes: Partial<Initiative> = {}): Initiative {
  return {
    kind: 'initiative',
    id,
    cycleId: 'q4',
    title: id,
    note: '',
    ownerId: null,
    contributors: [],
    startOn: '2026-11-02',
    dueOn: '2026-12-18',
    state: 'in-progress',
    stateReason: '',
    doneOn: null,
    tasks: [],
    typedProgress: null,
    effortDays: null,
    money: null,
    peopleNeeded: null,
    serves: [{ keyResultId: 'k', share: 1 }],
    dependsOn: [],
    blocker: null,
    externalKey: '',
    link: '',
    order: 'a0',
    cardId: null,
    carriedFrom: null,
    ...changes,
  }
}
