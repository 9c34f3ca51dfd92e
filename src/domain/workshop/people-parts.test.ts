import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { countingContext, planWithWorkshop } from '../plan/plan-arbitrary.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch } from '../plan/plan.ts'
import { partsByPerson, peopleMissing } from './people-parts.ts'
import { ACTION_BOARD } from './workshop-template.ts'

const context = countingContext('2026-11-22', 'p')

function run<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan {
  const result = runCommand(plan, id, input, context)
  if (!result.ok) throw new Error(`${id}: ${result.message}`)
  return applyPatch(plan, result.patch)
}

function workshopOf(plan: Plan) {
  const workshop = plan.workshop.get('w1')
  if (!workshop) throw new Error('no workshop')
  return workshop
}

/** The room with one more person, who is on nothing. */
function withAda(): Plan {
  const added = run(planWithWorkshop(countingContext()), 'person.add', { id: 'ada', name: 'Ada' })
  return run(added, 'workshop.setPresent', { id: 'w1', personId: 'ada', present: true })
}

const cycleId = workshopOf(withAda()).cycleId ?? ''
const objectiveId = [...withAda().objective.values()].find((o) => o.cycleId === cycleId)?.id ?? ''
const keyResultId =
  [...withAda().keyResult.values()].find((k) => k.objectiveId === objectiveId)?.id ?? ''
const initiativeId = [...withAda().initiative.values()].find((x) => x.cycleId === cycleId)?.id ?? ''

type Step = { [C in CommandId]: readonly [C, CommandInput<C>] }[CommandId]

const GIVEN: readonly (readonly [string, string, readonly Step[]])[] = [
  [
    'leads an objective',
    'leads',
    [['objective.update', { id: objectiveId, changes: { ownerId: 'ada' } }]],
  ],
  [
    'owns a key result',
    'owns',
    [['keyResult.update', { id: keyResultId, changes: { ownerId: 'ada' } }]],
  ],
  [
    'drives an initiative',
    'drives',
    [['initiative.update', { id: initiativeId, changes: { ownerId: 'ada' } }]],
  ],
  [
    'helps with one',
    'helps',
    [
      [
        'initiative.update',
        { id: initiativeId, changes: { contributors: [{ personId: 'ada', share: 0.2 }] } },
      ],
    ],
  ],
  [
    'has a task',
    'task',
    [
      ['task.add', { id: 't9', initiativeId, title: 'Call them' }],
      ['task.update', { initiativeId, id: 't9', changes: { assigneeId: 'ada' } }],
    ],
  ],
  [
    'answers a concern',
    'answers',
    [
      [
        'journal.add',
        { id: 'j9', type: 'concern', text: 'Late', about: { kind: 'cycle', id: cycleId } },
      ],
      ['journal.update', { id: 'j9', changes: { answerOwnerId: 'ada' } }],
    ],
  ],
  [
    'has an action of the retrospective',
    'acts',
    [
      ['retrospective.start', { cycleId, id: 'r9' }],
      ['retrospective.addAction', { id: 'r9', text: 'Count weekly', ownerId: 'ada' }],
    ],
  ],
  [
    'took a card on the board of actions',
    'acts',
    [
      [
        'card.add',
        { workshopId: 'w1', text: 'Write it up', column: ACTION_BOARD, personId: 'ada' },
      ],
    ],
  ],
]

describe('a person in the room', () => {
  it('is missing while nothing has their name', () => {
    expect(peopleMissing(withAda(), workshopOf(withAda()))).toContain('ada')
  })

  it.each(GIVEN)('has a part who %s', (_, role, steps) => {
    const plan = steps.reduce((before, [id, input]) => run(before, id, input as never), withAda())
    expect(peopleMissing(plan, workshopOf(plan))).not.toContain('ada')
    expect(partsByPerson(plan, workshopOf(plan)).get('ada')).toMatchObject([{ role }])
  })

  it('has none any more when it is dropped, done, resolved or parked', () => {
    const concern = run(
      run(withAda(), 'journal.add', { id: 'j9', type: 'concern', text: 'Late', about: null }),
      'journal.update',
      { id: 'j9', changes: { answerOwnerId: 'ada' } },
    )
    const resolved = run(concern, 'journal.update', {
      id: 'j9',
      changes: { resolvedOn: '2026-11-22' },
    })
    expect(peopleMissing(resolved, workshopOf(resolved))).toContain('ada')
    const card = run(withAda(), 'card.add', {
      id: 'c9',
      workshopId: 'w1',
      text: 'Write it up',
      column: ACTION_BOARD,
      personId: 'ada',
    })
    const parked = run(card, 'card.park', { ids: ['c9'], parked: true })
    expect(peopleMissing(parked, workshopOf(parked))).toContain('ada')
  })

  it('may have none on purpose', () => {
    const plan = run(withAda(), 'workshop.setWithoutPart', {
      id: 'w1',
      personId: 'ada',
      withoutPart: true,
    })
    expect(peopleMissing(plan, workshopOf(plan))).not.toContain('ada')
  })
})
