import { addDays } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Id, Ref } from '../plan/field.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import type { Thing } from '../plan/thing.ts'
import { checkInsOf, metricOf } from './seeded-check-ins.ts'
import type { SeededCycle } from './seeded-cycle.ts'
import { nth } from './seeded-ids.ts'
import type { Ids } from './seeded-ids.ts'
import { retrospectiveOf } from './seeded-retrospective.ts'
import { TEAMS } from './seeded-year-story.ts'

/** One cycle of the story as rows, its retrospective still open. */
export function cycleThings(
  cycle: SeededCycle,
  at: number,
  idOf: Ids,
  teams: readonly Id[],
): Thing[] {
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
