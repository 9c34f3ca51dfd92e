import { describe, expect, it } from 'vitest'
import type { CommandContext, CommandResult } from './command.ts'
import type { CommandId, CommandInput } from './commands.ts'
import { runCommand } from './commands.ts'
import { integrityProblems } from './integrity.ts'
import type { Plan } from './plan.ts'
import { applyPatch, invert, planFromThings } from './plan.ts'
import { DEFAULT_SETTINGS } from './plan-meta.ts'
import { canonicalJson, stateHash } from './state-hash.ts'
import { thingSchema } from './thing.ts'

const TODAY = '2026-11-22'

function makeContext(today = TODAY): CommandContext {
  let count = 0
  return {
    today,
    now: `${today}T09:00:00.000Z`,
    newId: () => `id-${String((count += 1))}`,
  }
}

/** Drives a plan through commands as the store does, and checks what must hold after each. */
class Drive {
  plan: Plan = planFromThings([
    {
      kind: 'plan',
      id: 'plan',
      name: 'Nordwind',
      direction: '',
      settings: DEFAULT_SETTINGS,
      createdAt: `${TODAY}T08:00:00.000Z`,
    },
  ])
  readonly context = makeContext()

  try<C extends CommandId>(id: C, input: CommandInput<C>): CommandResult {
    const result = runCommand(this.plan, id, input, this.context)
    if (!result.ok) return result
    const before = canonicalJson([...Object.values(this.plan.initiative)])
    const next = applyPatch(this.plan, result.patch)
    expect(integrityProblems(next)).toEqual([])
    for (const thing of result.patch.puts) expect(thingSchema.parse(thing)).toEqual(thing)
    const back = applyPatch(next, invert(this.plan, result.patch))
    expect(stateHash(back)).toBe(stateHash(this.plan))
    expect(canonicalJson([...Object.values(this.plan.initiative)])).toBe(before)
    this.plan = next
    return result
  }

  run<C extends CommandId>(id: C, input: CommandInput<C>): string {
    const result = this.try(id, input)
    if (!result.ok) throw new Error(`${id}: ${result.field}: ${result.message}`)
    return result.name
  }

  refusal<C extends CommandId>(id: C, input: CommandInput<C>): string {
    const result = this.try(id, input)
    return result.ok ? 'accepted' : `${result.field}: ${result.message}`
  }
}

function nordwind(): Drive {
  const drive = new Drive()
  drive.run('person.add', { id: 'mira', name: 'Mira Kowalski' })
  drive.run('person.add', { id: 'jon', name: 'Jon Dahl' })
  drive.run('cycle.add', {
    id: 'q4',
    name: 'Q4 2026',
    startOn: '2026-10-01',
    endOn: '2026-12-31',
  })
  drive.run('objective.add', {
    id: 'rave',
    cycleId: 'q4',
    title: 'Customers rave',
    ownerId: 'mira',
  })
  drive.run('objective.add', { id: 'teams', cycleId: 'q4', title: 'New teams succeed' })
  drive.run('keyResult.add', {
    id: 'csat',
    objectiveId: 'rave',
    title: 'CSAT',
    metric: { type: 'increase', unit: '%', baseline: 78, target: 84 },
    dueOn: '2026-10-23',
  })
  drive.run('keyResult.add', {
    id: 'response',
    objectiveId: 'rave',
    title: 'First response',
    metric: { type: 'decrease', unit: 'min', baseline: 14, target: 5 },
    dueOn: '2026-11-27',
  })
  drive.run('keyResult.add', { id: 'activation', objectiveId: 'teams', title: 'Activation' })
  drive.run('initiative.add', {
    id: 'chatbot',
    cycleId: 'q4',
    title: 'Chatbot',
    keyResultId: 'csat',
    startOn: '2026-10-25',
    dueOn: '2026-11-20',
    effortDays: 10,
  })
  return drive
}

describe('names of steps', () => {
  it('says what was moved where, with long titles shortened', () => {
    const drive = nordwind()
    const days = { startOn: '2026-10-25', dueOn: '2026-11-20' }
    expect(
      drive.run('initiative.move', {
        moves: [{ id: 'chatbot', ...days }],
        to: { keyResultId: 'response' },
      }),
    ).toBe('Move "Chatbot" to "First response"')
    expect(
      drive.run('initiative.move', {
        moves: [{ id: 'chatbot', startOn: '2026-12-03', dueOn: '2026-12-18' }],
        to: null,
      }),
    ).toBe('Move "Chatbot" to Dec 3 – Dec 18')
    expect(
      drive.run('initiative.move', {
        moves: [{ id: 'chatbot', startOn: '2026-12-03', dueOn: '2026-12-20' }],
        to: null,
      }),
    ).toBe('Stretch "Chatbot" to Dec 3 – Dec 20')
    expect(
      drive.run('initiative.move', { moves: [{ id: 'chatbot', ...days }], to: 'garage' }),
    ).toBe('Move "Chatbot" to the Garage')
    expect(drive.run('keyResult.move', { id: 'csat', dueOn: '2026-12-09' })).toBe(
      'Move "CSAT" to Dec 9',
    )
    expect(
      drive.run('objective.update', {
        id: 'rave',
        changes: { title: 'First response\ntime from fourteen to under five minutes' },
      }),
    ).toBe('Rename "Customers rave" to "First response time from fourteen to un…"')
  })
})

describe('refusals name the field and the reason', () => {
  const drive = nordwind()
  const update = (changes: CommandInput<'initiative.update'>['changes']) =>
    drive.refusal('initiative.update', { id: 'chatbot', changes })
  const metric = (value: CommandInput<'keyResult.update'>['changes']['metric']) =>
    drive.refusal('keyResult.update', { id: 'csat', changes: { metric: value } })
  const cases: readonly [string, () => string, string][] = [
    [
      'target equal to baseline',
      () => metric({ type: 'increase', unit: '%', baseline: 78, target: 78 }),
      'metric.target: The target equals the baseline',
    ],
    [
      'a percentage of nothing',
      () => metric({ type: 'relative', unit: '', baseline: 0, change: 0.25 }),
      'metric.baseline: A percentage of 0',
    ],
    [
      'a band upside down',
      () => metric({ type: 'band', unit: '', low: 5, high: 4 }),
      'metric.high: The upper end',
    ],
    [
      'an impossible day',
      () => update({ dueOn: '2026-02-30' }),
      'dueOn: Due day is not a calendar',
    ],
    [
      'end before start',
      () => update({ dueOn: '2026-10-24' }),
      'dueOn: The due day, Oct 24, 2026, is before the start day, Oct 25, 2026.',
    ],
    [
      'due before the cycle',
      () => drive.refusal('keyResult.move', { id: 'csat', dueOn: '2026-09-30' }),
      'dueOn: Sep 30, 2026 is before "Q4 2026" starts (Oct 1, 2026).',
    ],
    [
      'due far outside',
      () => drive.refusal('keyResult.move', { id: 'csat', dueOn: '2028-01-02' }),
      'dueOn: Jan 2, 2028 is more than a year after',
    ],
    ['negative effort', () => update({ effortDays: -1 }), 'effortDays: Effort is negative.'],
    [
      'shares that are not 100 %',
      () =>
        update({
          serves: [
            { keyResultId: 'csat', share: 0.5 },
            { keyResultId: 'response', share: 0.4 },
          ],
        }),
      'serves: The shares sum to 90 %, not to 100 %.',
    ],
    [
      'unknown owner',
      () => update({ ownerId: 'nobody-here' }),
      'ownerId: The initiative "Chatbot" p',
    ],
    ['empty title', () => update({ title: ' ' }), 'title: Title is empty.'],
    ['waiting for itself', () => update({ dependsOn: ['chatbot'] }), 'dependsOn: '],
    [
      'unknown thing',
      () => drive.refusal('objective.drop', { id: 'no' }),
      'id: This objective is not',
    ],
    [
      'an objective under its own key result',
      () =>
        drive.refusal('objective.update', {
          id: 'rave',
          changes: { parent: { kind: 'keyResult', id: 'csat' } },
        }),
      'parent: The objective "Customers rave" contributes to itself',
    ],
    [
      'a cycle that ends before it starts',
      () => drive.refusal('cycle.update', { id: 'q4', changes: { endOn: '2026-09-01' } }),
      'endOn: ',
    ],
    [
      'a cycle that starts after its key results are due',
      () => drive.refusal('cycle.update', { id: 'q4', changes: { startOn: '2026-11-01' } }),
      'startOn: 1 key result is due before Nov 1, 2026',
    ],
    [
      'a check-in to come',
      () =>
        drive.refusal('checkIn.add', {
          keyResultId: 'csat',
          day: '2026-11-23',
          value: 80,
          confidence: 5,
        }),
      'day: Nov 23, 2026 is still to come.',
    ],
    [
      'a check-in without a word',
      () => drive.refusal('checkIn.add', { keyResultId: 'csat', value: null, confidence: null }),
      'value: Say a value',
    ],
    [
      'confidence out of range',
      () => drive.refusal('checkIn.add', { keyResultId: 'csat', value: 80, confidence: 11 }),
      'confidence: Confidence is more than 10.',
    ],
  ]
  it.each(cases)('%s', (_case, act, expected) => {
    expect(act().slice(0, expected.length)).toBe(expected)
  })
})

describe('detours', () => {
  const active = () => {
    const drive = nordwind()
    drive.run('cycle.setState', { id: 'q4', state: 'active' })
    return drive
  }
  const lines = (drive: Drive) =>
    [...drive.plan.detour.values()].map((d) => `${d.title} ${d.change}: ${d.from} → ${d.to}`)

  it('are not kept while the cycle is being planned', () => {
    const drive = nordwind()
    drive.run('keyResult.move', { id: 'csat', dueOn: '2026-12-01' })
    drive.run('objective.delete', { id: 'teams' })
    expect(lines(drive)).toEqual([])
  })

  it('keep target, due day, owner, what is served and what is dropped, in words', () => {
    const drive = active()
    drive.run('keyResult.update', {
      id: 'response',
      changes: {
        metric: { type: 'decrease', unit: 'min', baseline: 14, target: 7 },
        dueOn: '2026-12-09',
        ownerId: 'jon',
      },
    })
    drive.run('objective.update', { id: 'rave', changes: { ownerId: 'jon' } })
    drive.run('initiative.move', {
      moves: [{ id: 'chatbot', startOn: '2026-10-25', dueOn: '2026-11-30' }],
      to: { keyResultId: 'response' },
    })
    drive.run('initiative.drop', { ids: ['chatbot'], reason: 'no time' })
    drive.run('keyResult.delete', { id: 'csat' })
    expect(lines(drive)).toEqual([
      'First response target: 14 → 5 min → 14 → 7 min',
      'First response dueOn: Nov 27, 2026 → Dec 9, 2026',
      'Customers rave owner: Mira Kowalski → Jon Dahl',
      'Chatbot dueOn: Nov 20, 2026 → Nov 30, 2026',
      'Chatbot serves: CSAT → First response',
      'Chatbot dropped: on the plan → dropped',
      'CSAT dropped: on Customers rave, due Oct 23, 2026 → deleted',
    ])
  })

  it('are not kept for a title, a note, a start day or an order', () => {
    const drive = active()
    drive.run('objective.update', { id: 'rave', changes: { title: 'Loved', note: 'x' } })
    drive.run('objective.reorder', { id: 'rave', beforeId: null })
    drive.run('initiative.update', { id: 'chatbot', changes: { startOn: '2026-10-20' } })
    expect(lines(drive)).toEqual([])
  })

  it('of one day go on in one line, and back where it began leaves none', () => {
    const drive = active()
    const due = (dueOn: string) => drive.run('keyResult.move', { id: 'csat', dueOn })
    due('2026-11-01')
    due('2026-11-05')
    expect(lines(drive)).toEqual(['CSAT dueOn: Oct 23, 2026 → Nov 5, 2026'])
    due('2026-10-23')
    expect(lines(drive)).toEqual([])
    due('2026-11-01')
    const [first] = drive.plan.detour.keys()
    drive.run('detour.explain', { id: first ?? '', why: 'Survey came late' })
    due('2026-11-05')
    expect(lines(drive)).toHaveLength(2)
  })
})

describe('what follows from a change', () => {
  it('deletes an objective with its key results and check-ins, and parks what served only it', () => {
    const drive = nordwind()
    drive.run('checkIn.add', { id: 'c', keyResultId: 'csat', value: 80, confidence: 7 })
    drive.run('initiative.update', {
      id: 'chatbot',
      changes: {
        serves: [
          { keyResultId: 'csat', share: 0.5 },
          { keyResultId: 'response', share: 0.3 },
          { keyResultId: 'activation', share: 0.2 },
        ],
      },
    })
    drive.run('keyResult.delete', { id: 'csat' })
    expect(drive.plan.initiative.get('chatbot')?.serves).toEqual([
      { keyResultId: 'response', share: 0.6 },
      { keyResultId: 'activation', share: 0.4 },
    ])
    expect(drive.plan.checkIn.size).toBe(0)
    drive.run('objective.delete', { id: 'teams' })
    drive.run('objective.delete', { id: 'rave' })
    expect(drive.plan.keyResult.size).toBe(0)
    expect(drive.plan.initiative.get('chatbot')?.serves).toEqual([])
  })

  it('takes a deleted person off everything', () => {
    const drive = nordwind()
    drive.run('task.add', { id: 't', initiativeId: 'chatbot', title: 'Ask', assigneeId: 'mira' })
    drive.run('person.delete', { id: 'mira' })
    expect(drive.plan.objective.get('rave')?.ownerId).toBeNull()
    expect(drive.plan.initiative.get('chatbot')?.tasks[0]?.assigneeId).toBeNull()
  })

  it('follows the state of an initiative', () => {
    const drive = nordwind()
    const chatbot = () => drive.plan.initiative.get('chatbot')
    const blocker = {
      type: 'waiting',
      text: 'Legal',
      ownerId: 'jon',
      nextAction: 'Call',
      sinceOn: '2026-11-20',
    } as const
    drive.run('initiative.update', { id: 'chatbot', changes: { blocker } })
    expect(chatbot()?.state).toBe('blocked')
    drive.run('initiative.update', { id: 'chatbot', changes: { state: 'done' } })
    expect(chatbot()).toMatchObject({ state: 'done', doneOn: TODAY, blocker: null })
    drive.run('initiative.update', { id: 'chatbot', changes: { state: 'in-progress' } })
    expect(chatbot()?.doneOn).toBeNull()
    drive.run('initiative.drop', { ids: ['chatbot'] })
    drive.run('initiative.restore', { ids: ['chatbot'] })
    expect(chatbot()?.state).toBe('planned')
  })

  it('makes an idea of the Garage a plan once it stands on a leg', () => {
    const drive = nordwind()
    drive.run('initiative.add', { id: 'board', cycleId: 'q4', title: 'Board', keyResultId: null })
    expect(drive.plan.initiative.get('board')?.state).toBe('idea')
    drive.run('initiative.move', {
      moves: [{ id: 'board', startOn: '2026-12-03', dueOn: '2026-12-18' }],
      to: { keyResultId: 'activation' },
    })
    expect(drive.plan.initiative.get('board')).toMatchObject({
      state: 'planned',
      serves: [{ keyResultId: 'activation', share: 1 }],
    })
  })

  it('moves several as one step or none of them', () => {
    const drive = nordwind()
    const days = { startOn: '2026-11-01', dueOn: '2026-11-20' }
    drive.run('initiative.add', {
      id: 'two',
      cycleId: 'q4',
      title: 'Two',
      keyResultId: 'csat',
      ...days,
    })
    const moves = ['chatbot', 'two'].map((id) => ({
      id,
      startOn: '2026-11-08',
      dueOn: '2026-11-27',
    }))
    expect(drive.run('initiative.move', { moves, to: 'garage' })).toBe(
      'Move 2 initiatives to the Garage',
    )
    const bad = [...moves.slice(0, 1), { id: 'two', startOn: '2026-11-08', dueOn: '2026-11-07' }]
    expect(drive.refusal('initiative.move', { moves: bad, to: null })).toContain(
      'dueOn: "Two": The due day',
    )
    expect(drive.plan.initiative.get('chatbot')?.startOn).toBe('2026-11-08')
  })

  it('checks milestones in by their steps', () => {
    const drive = nordwind()
    const step = (id: string) => ({ id, title: id, weight: 1, doneOn: null })
    drive.run('keyResult.update', {
      id: 'activation',
      changes: { metric: { type: 'milestone', steps: [step('a'), step('b')] } },
    })
    const said = { keyResultId: 'activation', value: null, confidence: 6 }
    drive.run('checkIn.add', { ...said, stepsDone: ['b'], day: '2026-11-20' })
    expect(drive.plan.keyResult.get('activation')?.metric).toMatchObject({
      steps: [{ doneOn: null }, { doneOn: '2026-11-20' }],
    })
    expect(drive.refusal('checkIn.add', { ...said, stepsDone: ['x'] })).toContain('stepsDone: ')
  })

  it('corrects a check-in by a new one', () => {
    const drive = nordwind()
    drive.run('checkIn.add', { id: 'c', keyResultId: 'csat', value: 8, confidence: 7 })
    drive.run('checkIn.correct', { id: 'c', value: 80, confidence: 7 })
    expect(drive.plan.checkIn.get('c')?.value).toBe(8)
    expect([...drive.plan.checkIn.values()].map((c) => c.corrects)).toEqual([null, 'c'])
    expect(drive.refusal('checkIn.correct', { id: 'c', value: 81, confidence: 7 })).toContain(
      'id: ',
    )
  })

  it('reopens a closed cycle only with a reason, and wakes drafts on commit', () => {
    const drive = nordwind()
    expect(drive.plan.objective.get('rave')?.state).toBe('draft')
    drive.run('cycle.setState', { id: 'q4', state: 'active' })
    expect(drive.plan.objective.get('rave')?.state).toBe('active')
    drive.run('cycle.setState', { id: 'q4', state: 'closed' })
    expect(drive.refusal('cycle.setState', { id: 'q4', state: 'active' })).toContain('reason: ')
    drive.run('cycle.setState', { id: 'q4', state: 'active', reason: 'One number came late' })
    expect(drive.plan.cycle.get('q4')?.stateLog.at(-1)?.reason).toBe('One number came late')
  })

  it('adds many things as one step, whole or not at all', () => {
    const drive = nordwind()
    const objective = drive.plan.objective.get('rave')
    if (!objective) throw new Error('gone')
    const things = [
      { ...objective, id: 'new' },
      { ...objective, id: 'child', parent: { kind: 'objective' as const, id: 'new' } },
    ]
    expect(drive.run('plan.addThings', { things, name: 'Paste 2 objectives' })).toBe(
      'Paste 2 objectives',
    )
    expect(drive.refusal('plan.addThings', { things, name: 'Again' })).toContain('same id')
    const dangling = [{ ...objective, id: 'lost', ownerId: 'x' }]
    expect(drive.refusal('plan.addThings', { things: dangling, name: 'x' })).toContain('ownerId: ')
  })
})
