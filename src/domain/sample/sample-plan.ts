import { addDays } from '../calendar/day.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Detour } from '../detour/detour.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Hue, Person } from '../people/person.ts'
import { initialsOf } from '../people/person.ts'
import type { CommandContext } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import type { PlanMeta, Theme } from '../plan/plan-meta.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { Thing } from '../plan/thing.ts'
import type { SampleContext } from './sample-context.ts'
import { sampleCycleName, sampleCycleSpan } from './sample-dates.ts'
import { sampleInitiatives } from './sample-initiatives.ts'
import { CHECK_INS, DETOURS, JOURNAL } from './sample-events.ts'
import type { SampleKeyResult } from './sample-story.ts'
import { KEY_RESULTS, OBJECTIVES, PEOPLE } from './sample-story.ts'

function personRow(sample: SampleContext, person: (typeof PEOPLE)[number], order: string): Person {
  return {
    kind: 'person',
    id: sample.idOf(person.name),
    name: person.name,
    initials: initialsOf(person.name),
    hue: person.hue,
    role: person.role,
    daysPerWeek: person.daysPerWeek,
    daysOff: person.daysOff.map(sample.dayOf),
    order,
  }
}

function objectiveRow(
  sample: SampleContext,
  objective: (typeof OBJECTIVES)[number],
  order: string,
): Objective {
  return {
    kind: 'objective',
    id: sample.idOf(objective.title),
    cycleId: sample.cycleId,
    title: objective.title,
    why: objective.why,
    ownerId: sample.idOf(objective.owner),
    type: objective.type,
    themeId: sample.idOf(objective.theme),
    parent: null,
    contribution: '',
    order,
    state: 'active',
    stateReason: '',
    hue: objective.hue,
    note: '',
    carriedFrom: null,
  }
}

function keyResultRow(sample: SampleContext, keyResult: SampleKeyResult, order: string): KeyResult {
  return {
    kind: 'keyResult',
    id: sample.idOf(keyResult.key),
    objectiveId: sample.idOf(keyResult.objective),
    title: keyResult.title,
    ownerId: sample.idOf(keyResult.owner),
    metric: keyResult.metric,
    dueOn: sample.dayOf(keyResult.due),
    weight: keyResult.weight,
    indicator: keyResult.indicator,
    guardrail: false,
    wouldDo: keyResult.wouldDo,
    source: keyResult.source,
    planLine: { type: keyResult.line },
    state: 'active',
    stateReason: '',
    statusOverride: null,
    order,
    note: '',
    link: '',
    carriedFrom: null,
  }
}

function checkInRows(sample: SampleContext): CheckIn[] {
  return CHECK_INS.flatMap(({ keyResult, author, said }) =>
    said.map(([day, value, confidence, note = '']): CheckIn => ({
      kind: 'checkIn',
      id: sample.idOf(`${keyResult} ${String(day)}`),
      keyResultId: sample.idOf(keyResult),
      day: sample.dayOf(day),
      at: `${sample.dayOf(day)}T09:00:00.000Z`,
      value,
      stepsDone: null,
      confidence,
      note,
      link: '',
      authorId: sample.idOf(author),
      origin: 'typed',
      corrects: null,
      skipReason: '',
    })),
  )
}

function journalRows(sample: SampleContext): JournalEntry[] {
  return JOURNAL.map((entry) => ({
    kind: 'journalEntry',
    id: sample.idOf(entry.text),
    type: entry.type,
    day: sample.dayOf(entry.day),
    at: `${sample.dayOf(entry.day)}T15:00:00.000Z`,
    text: entry.text,
    authorId: sample.idOf(entry.author),
    about: { kind: entry.about[0], id: sample.idOf(entry.about[1]) },
    reactions: entry.type === 'win' ? [{ sign: '👏', personId: sample.idOf('Sara Lind') }] : [],
    answer: '',
    answerOwnerId: entry.type === 'concern' ? sample.idOf('Ada Okafor') : null,
    resolvedOn: null,
  }))
}

function detourRows(sample: SampleContext): Detour[] {
  return DETOURS.map((detour) => ({
    kind: 'detour',
    id: sample.idOf(`detour ${detour.title}`),
    cycleId: sample.cycleId,
    day: sample.dayOf(detour.day),
    at: `${sample.dayOf(detour.day)}T11:00:00.000Z`,
    about: { kind: detour.about[0], id: sample.idOf(detour.about[1]) },
    title: detour.title,
    change: detour.change,
    from: detour.from,
    to: detour.to,
    why: detour.why,
    authorId: sample.idOf(detour.author),
  }))
}

/**
 * The sample plan as rows: three objectives of a support and product team in week 8 of 13, with people,
 * weekly check-ins, wins and lessons, one blocked late initiative and one person with too much on a few
 * weeks. All days hang on `context.today`, so that it never looks stale. Whole by the integrity rules.
 */
export function samplePlan(context: CommandContext): Thing[] {
  const ids = new Map<string, Id>()
  const idOf = (name: string): Id => {
    const id = ids.get(name) ?? context.newId()
    ids.set(name, id)
    return id
  }
  const { startOn, endOn } = sampleCycleSpan(context.today)
  const sample: SampleContext = {
    idOf,
    dayOf: (number) => addDays(startOn, number),
    cycleId: idOf('cycle'),
  }
  const orders = (count: number) => orderKeysAfter([], count)
  const at = <T>(list: readonly T[], i: number, fallback: T) => list[i] ?? fallback
  const meta: PlanMeta = {
    kind: 'plan',
    id: idOf('plan'),
    name: 'Nordwind Support & Product',
    direction: 'People who get stuck should feel that somebody is already on the way.',
    settings: {
      ...DEFAULT_SETTINGS,
      notDoing: ['New languages this cycle', 'A second pricing model'],
      agreements: ['Numbers are in by Monday noon', 'Ask every shift before setting a date'],
    },
    createdAt: `${addDays(startOn, -12)}T08:00:00.000Z`,
  }
  const cycle: Cycle = {
    kind: 'cycle',
    id: sample.cycleId,
    name: sampleCycleName(startOn),
    startOn,
    endOn,
    state: 'active',
    stateLog: [
      { state: 'planning', on: addDays(startOn, -12), reason: '' },
      { state: 'active', on: startOn, reason: '' },
    ],
    leftAtTheKerb: [
      { title: 'Chat in the mobile app', reason: 'No capacity left beside the chatbot' },
      { title: 'Video guides', reason: 'Articles first, see what people still ask' },
    ],
    overbookedReason: '',
  }
  const themes: Theme[] = (
    [
      ['Service', 'blue'],
      ['Product', 'green'],
    ] as const satisfies readonly (readonly [string, Hue])[]
  ).map(([name, hue], i) => ({
    kind: 'theme',
    id: idOf(name),
    name,
    hue,
    order: at(orders(2), i, 'a0'),
  }))
  const peopleOrders = orders(PEOPLE.length)
  const objectiveOrders = orders(OBJECTIVES.length)
  const keyResultOrders = orders(KEY_RESULTS.length)
  return [
    meta,
    cycle,
    ...themes,
    ...PEOPLE.map((person, i) => personRow(sample, person, at(peopleOrders, i, 'a0'))),
    ...OBJECTIVES.map((o, i) => objectiveRow(sample, o, at(objectiveOrders, i, 'a0'))),
    ...KEY_RESULTS.map((k, i) => keyResultRow(sample, k, at(keyResultOrders, i, 'a0'))),
    ...sampleInitiatives(sample, context.today),
    ...checkInRows(sample),
    ...journalRows(sample),
    ...detourRows(sample),
  ]
}
