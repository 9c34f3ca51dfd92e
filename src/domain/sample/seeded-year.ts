import { addDays } from '../calendar/day.ts'
import { checkInDays } from '../check-in/cadence.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import { baselineOf } from '../key-result/metric.ts'
import { initialsOf } from '../people/person.ts'
import type { CommandContext } from '../plan/command.ts'
import { runCommand } from '../plan/commands.ts'
import type { Id, Ref } from '../plan/field.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import { applyPatch, planFromThings, thingsOf } from '../plan/plan.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { Thing } from '../plan/thing.ts'
import type { Retrospective } from '../retrospective/retrospective.ts'
import type { SeededCycle, SeededKeyResult } from './seeded-cycle.ts'
import { SEEDED_CYCLES, TEAMS } from './seeded-year-story.ts'

/** The day on which the seeded year is to be looked at: its last quarter is over and waits for its review. */
export const SEEDED_TODAY = '2027-01-04'

type Ids = (name: string) => Id
const nth = (cycle: number, key: string) => `${String(cycle)} ${key}`

/** Values on the way from the first to the last check-in, the last one exact. */
function valueAt(keyResult: SeededKeyResult, metric: Metric, week: number): number | null {
  if (keyResult.final === null) return null
  if (metric.type === 'find-baseline')
    return week === keyResult.foundInWeek ? keyResult.final : null
  if (metric.type === 'band')
    return keyResult.outOfBand?.includes(week) ? (metric.low ?? 0) - 0.6 : keyResult.final
  const start = baselineOf(metric)
  if (start === null || week === 13) return keyResult.final
  return Math.round((start + ((keyResult.final - start) * week) / 13) * 100) / 100
}

function checkInsOf(
  cycle: SeededCycle,
  at: number,
  seeded: SeededKeyResult,
  keyResult: KeyResult,
  idOf: Ids,
): CheckIn[] {
  const { metric, ownerId } = keyResult
  const days = checkInDays(cycle.startOn, cycle.endOn, DEFAULT_SETTINGS.cadence)
  const last = seeded.foundInWeek ?? days.length
  const [first, final] = seeded.confidence
  return days.flatMap((day, i): CheckIn[] => {
    const week = i + 1
    if (week > last || seeded.missed?.includes(week)) return []
    const doneBy = (step: number) => week >= Math.ceil(((step + 1) * last) / 4) - 1
    const steps = metric.type === 'milestone' ? metric.steps.slice(0, seeded.stepsDone ?? 0) : []
    return [
      {
        kind: 'checkIn',
        id: idOf(`${nth(at, seeded.key)} week ${String(week)}`),
        keyResultId: keyResult.id,
        day,
        at: `${day}T09:00:00.000Z`,
        value: valueAt(seeded, metric, week),
        stepsDone:
          metric.type === 'milestone'
            ? steps.filter((_, step) => doneBy(step)).map(({ id }) => id)
            : null,
        confidence: Math.round(first + ((final - first) * i) / Math.max(1, last - 1)),
        note: week === last ? 'The last one of the cycle' : '',
        link: '',
        authorId: ownerId,
        origin: 'typed',
        corrects: null,
        skipReason: '',
      },
    ]
  })
}

function metricOf(seeded: SeededKeyResult, cycle: SeededCycle, idOf: Ids, at: number): Metric {
  const { metric } = seeded
  if (!('length' in metric)) return metric
  return {
    type: 'milestone',
    steps: metric.map((title, step) => ({
      id: idOf(`${nth(at, seeded.key)} step ${String(step)}`),
      title,
      weight: 1,
      doneOn: step < (seeded.stepsDone ?? 0) ? addDays(cycle.startOn, 25 * (step + 1)) : null,
    })),
  }
}

function cycleThings(cycle: SeededCycle, at: number, idOf: Ids, teams: readonly Id[]): Thing[] {
  const cycleId = idOf(cycle.name)
  const things: Thing[] = []
  const refOf = new Map<string, Ref>()
  const objectiveOrders = orderKeysAfter([], cycle.objectives.length)
  const keyResults: KeyResult[] = []
  const row: Cycle = {
    kind: 'cycle',
    id: cycleId,
    name: cycle.name,
    startOn: cycle.startOn,
    endOn: cycle.endOn,
    state: 'review',
    stateLog: [
      { state: 'planning', on: addDays(cycle.startOn, -14), reason: '' },
      { state: 'active', on: cycle.startOn, reason: '' },
      { state: 'review', on: cycle.endOn, reason: '' },
    ],
    leftAtTheKerb: [],
    overbookedReason: '',
  }
  things.push(row)
  cycle.objectives.forEach((objective, o) => {
    const team = TEAMS[objective.team]
    const objectiveId = idOf(nth(at, objective.title))
    const orders = orderKeysAfter([], objective.keyResults.length)
    things.push({
      kind: 'objective',
      id: objectiveId,
      cycleId,
      title: objective.title,
      why: `${team?.name ?? ''} is measured by it`,
      ownerId: idOf(team?.people[0] ?? ''),
      type: objective.type,
      themeId: teams[objective.team] ?? null,
      parent: null,
      contribution: '',
      order: objectiveOrders[o] ?? 'a0',
      state: 'active',
      stateReason: '',
      hue: team?.hue ?? 'slate',
      note: '',
      carriedFrom: null,
    })
    objective.keyResults.forEach((seeded, k) => {
      const keyResult: KeyResult = {
        kind: 'keyResult',
        id: idOf(nth(at, seeded.key)),
        objectiveId,
        title: seeded.title,
        ownerId: idOf(team?.people[k % 2] ?? ''),
        metric: metricOf(seeded, cycle, idOf, at),
        dueOn: cycle.endOn,
        weight: seeded.weight ?? 1,
        indicator: k === 0 ? 'leading' : 'lagging',
        guardrail: false,
        wouldDo: 'Change what the team does next week',
        source: 'The team’s own count, every Monday',
        planLine: { type: 'even' },
        state: 'active',
        stateReason: '',
        statusOverride: null,
        order: orders[k] ?? 'a0',
        note: '',
        link: '',
        carriedFrom:
          seeded.carriedFrom === undefined ? null : idOf(nth(seeded.carriedFrom, seeded.key)),
      }
      keyResults.push(keyResult)
      refOf.set(seeded.key, { kind: 'keyResult', id: keyResult.id })
      things.push(keyResult, ...checkInsOf(cycle, at, seeded, keyResult, idOf))
    })
  })
  const orders = orderKeysAfter([], cycle.initiatives.length)
  cycle.initiatives.forEach((initiative, i) => {
    const id = idOf(nth(at, initiative.title))
    refOf.set(initiative.title, { kind: 'initiative', id })
    const startOn = addDays(cycle.startOn, 7 * i)
    const dueOn = addDays(startOn, 49)
    const served = keyResults.find((k) => k.id === refOf.get(initiative.serves)?.id)
    things.push({
      kind: 'initiative',
      id,
      cycleId,
      title: initiative.title,
      note: '',
      ownerId: served?.ownerId ?? null,
      contributors: [],
      startOn,
      dueOn,
      state: initiative.state,
      stateReason: initiative.state === 'dropped' ? 'No people for it' : '',
      doneOn: initiative.state === 'done' ? dueOn : null,
      tasks: [],
      typedProgress: null,
      effortDays: 15,
      money: null,
      peopleNeeded: null,
      serves: served ? [{ keyResultId: served.id, share: 1 }] : [],
      dependsOn: [],
      blocker:
        initiative.state === 'blocked'
          ? {
              type: 'waiting',
              text: 'The venue has not answered',
              ownerId: served?.ownerId ?? null,
              nextAction: 'Call the venue',
              sinceOn: dueOn,
            }
          : null,
      externalKey: '',
      link: '',
      order: orders[i] ?? 'a0',
      cardId: null,
      carriedFrom: null,
    })
  })
  const titleOf = (about: string) =>
    cycle.objectives.flatMap((o) => o.keyResults).find(({ key }) => key === about)?.title ?? about
  cycle.detours.forEach((detour, i) => {
    things.push({
      kind: 'detour',
      id: idOf(`${nth(at, 'detour')} ${String(i)}`),
      cycleId,
      day: detour.on,
      at: `${detour.on}T11:00:00.000Z`,
      about: refOf.get(detour.about) ?? { kind: 'cycle', id: cycleId },
      title: titleOf(detour.about),
      change: detour.change,
      from: detour.from,
      to: detour.to,
      why: detour.why,
      authorId: null,
    })
  })
  cycle.journal.forEach((entry, i) => {
    things.push({
      kind: 'journalEntry',
      id: idOf(`${nth(at, 'entry')} ${String(i)}`),
      type: entry.type,
      day: entry.on,
      at: `${entry.on}T15:00:00.000Z`,
      text: entry.text,
      authorId: null,
      about: refOf.get(entry.about) ?? null,
      reactions: [],
      answer: '',
      answerOwnerId: null,
      resolvedOn: null,
    })
  })
  const retrospective = retrospectiveOf(cycle, at, idOf)
  return retrospective ? [...things, retrospective] : things
}

/** The retrospective as its people left it before closing: only what differs from the proposals. */
function retrospectiveOf(cycle: SeededCycle, at: number, idOf: Ids): Retrospective | null {
  if (!cycle.retrospective) return null
  const seeded = cycle.objectives.flatMap(({ keyResults }) => keyResults)
  return {
    kind: 'retrospective',
    id: idOf(nth(at, 'retrospective')),
    cycleId: idOf(cycle.name),
    state: 'draft',
    step: 'celebrate',
    keyResults: seeded.map((one) => ({
      keyResultId: idOf(nth(at, one.key)),
      finalValue: null,
      proposedScore: null,
      finalScore: one.score?.[0] ?? null,
      reason: one.score?.[1] ?? '',
      rootCause: one.rootCause ?? '',
    })),
    objectives: cycle.objectives.flatMap(({ title, score }) =>
      score ? [{ objectiveId: idOf(nth(at, title)), score: score[0], reason: score[1] }] : [],
    ),
    verdicts: seeded.flatMap(({ key, verdict }) =>
      verdict
        ? [
            {
              about: { kind: 'keyResult' as const, id: idOf(nth(at, key)) },
              verdict: verdict[0],
              reason: verdict[1],
            },
          ]
        : [],
    ),
    answers: cycle.retrospective.answers.map((answer, i) => ({
      id: idOf(`${nth(at, 'answer')} ${String(i)}`),
      question: DEFAULT_SETTINGS.retrospectiveQuestions[i] ?? 'What else?',
      answer,
    })),
    actions: cycle.retrospective.actions.map(({ text, done }, i) => ({
      id: idOf(`${nth(at, 'action')} ${String(i)}`),
      text,
      ownerId: idOf(TEAMS[i % TEAMS.length]?.people[0] ?? ''),
      dueOn: addDays(cycle.endOn, 30),
      done,
    })),
    story: cycle.retrospective.story,
    closedOn: null,
  }
}

/**
 * A year as rows: four cycles of three teams with weekly check-ins, detours, one missed cycle, and three
 * retrospectives that were closed by the product's own command; the fourth quarter is in review. Its days
 * are those of 2026, see {@link SEEDED_TODAY}. Throws when a command refuses, which a test would see.
 */
export function seededYear(context: CommandContext): Thing[] {
  const ids = new Map<string, Id>()
  const idOf: Ids = (name) => {
    const id = ids.get(name) ?? context.newId()
    ids.set(name, id)
    return id
  }
  const people = TEAMS.flatMap((team) => team.people.map((name) => ({ name, team })))
  const peopleOrders = orderKeysAfter([], people.length)
  const teamOrders = orderKeysAfter([], TEAMS.length)
  const teams = TEAMS.map(({ name }) => idOf(`team ${name}`))
  let plan = planFromThings([
    {
      kind: 'plan',
      id: idOf('plan'),
      name: 'Nordwind 2026',
      direction: 'A company that three small teams can be proud of.',
      settings: DEFAULT_SETTINGS,
      createdAt: '2025-12-12T08:00:00.000Z',
    },
    ...TEAMS.map(({ name, hue }, i): Thing => ({
      kind: 'theme',
      id: teams[i] ?? '',
      name,
      hue,
      order: teamOrders[i] ?? 'a0',
    })),
    ...people.map(({ name, team }, i): Thing => ({
      kind: 'person',
      id: idOf(name),
      name,
      initials: initialsOf(name),
      hue: team.hue,
      role: team.name,
      daysPerWeek: 5,
      daysOff: [],
      order: peopleOrders[i] ?? 'a0',
    })),
    ...SEEDED_CYCLES.flatMap((cycle, i) => cycleThings(cycle, i + 1, idOf, teams)),
  ])
  for (const [i, cycle] of SEEDED_CYCLES.entries()) {
    if (!cycle.retrospective) continue
    const today = addDays(cycle.endOn, 5)
    const closed = runCommand(
      plan,
      'retrospective.close',
      { id: idOf(nth(i + 1, 'retrospective')) },
      { ...context, today, now: `${today}T10:00:00.000Z` },
    )
    if (!closed.ok) throw new Error(closed.message)
    plan = applyPatch(plan, closed.patch)
  }
  return [...thingsOf(plan)]
}
