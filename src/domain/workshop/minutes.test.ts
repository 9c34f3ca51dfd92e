import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { countingContext, planWithWorkshop, titleArbitrary } from '../plan/plan-arbitrary.ts'
import { runCommand } from '../plan/commands.ts'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch } from '../plan/plan.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { spansOf } from '../report/document.ts'
import { reportHtml } from '../report/html.ts'
import { reportMarkdown } from '../report/markdown.ts'
import { minutesModel, personSheet, stoodWords } from './minutes.ts'
import { MINUTES, Room } from './workshop-room.test-support.ts'

function after<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan {
  const result = runCommand(plan, id, input, countingContext('2026-11-22', `m${id.length}x`))
  if (!result.ok) throw new Error(result.message)
  return applyPatch(plan, result.patch)
}

function minutesOf(plan: Plan) {
  const workshop = plan.workshop.get('w1')
  if (!workshop) throw new Error('no workshop')
  return minutesModel(plan, buildIndex(plan), workshop, MINUTES)
}

const textOf = (plan: Plan) => [...spansOf(minutesOf(plan))].map(({ text }) => text).join('\n')

describe('the minutes', () => {
  it('say who was there, what was decided, the route, and have a sheet for each person', () => {
    const plan = planWithWorkshop(countingContext())
    const document = minutesOf(plan)
    expect(document.sections.map(({ id }) => id)).toEqual([
      'people',
      'agenda',
      'decisions',
      'route',
      'who',
      'checklist',
      'cards',
      'sheet-mira',
    ])
    const text = textOf(plan)
    for (const part of ['Mira Kowalski', 'Look back', '09:00', 'Go', 'Rave', 'Leads the objective'])
      expect(text, part).toContain(part)
  })

  it('say the day where the workshop went on after midnight', () => {
    const room = new Room()
    room.begin()
    room.minute = 14 * 60 + 50
    room.run('workshop.next', { id: 'ws' })
    room.minute = 15 * 60 + 5
    room.run('workshop.next', { id: 'ws' })
    room.run('decision.add', { workshopId: 'ws', text: 'We go home' })
    const document = minutesModel(room.plan, buildIndex(room.plan), room.workshop, MINUTES)
    const text = [...spansOf(document)].map((span) => span.text).join('\n')
    expect(text).toContain('09:00 – 23:50')
    expect(text).toContain('23:50 – Nov\u00a023, 00:05')
    expect(text).toContain('Nov\u00a023, 00:05 · ')
  })

  it('say of which day their plan is', () => {
    const plan = planWithWorkshop(countingContext())
    const [text] = minutesOf(plan).subtitle ?? []
    expect(text?.text).toBe('Nov\u00a022, 2026 · The plan as it stands on Nov\u00a022, 2026')
    expect(stoodWords('at-end', '2026-11-22')).toMatch(/stood on .* when the workshop ended$/)
    expect(stoodWords('taken-in', '2026-11-22')).toMatch(/stood on .* was taken in$/)
    expect(stoodWords('end-unknown', '2026-11-22')).toMatch(/stands on .* is not known here$/)
  })

  it('keep a vote that was not revealed to themselves, and hidden cards as well', () => {
    const plan = planWithWorkshop(countingContext())
    expect(textOf(plan)).not.toContain('Sure?')
    expect(textOf(after(plan, 'vote.reveal', { id: 'v1' }))).toContain('Sure?')
    const silent = after(plan, 'workshop.update', { id: 'w1', changes: { silent: true } })
    const written = after(silent, 'card.add', { id: 'c9', workshopId: 'w1', text: 'Secret wish' })
    expect(textOf(written)).not.toContain('Secret wish')
    expect(textOf(after(written, 'card.reveal', { workshopId: 'w1' }))).toContain('Secret wish')
  })

  it('list what is parked apart from the other cards', () => {
    const plan = after(planWithWorkshop(countingContext()), 'card.park', {
      ids: ['c2'],
      parked: true,
    })
    expect(minutesOf(plan).sections.map(({ id }) => id)).toContain('parking')
  })

  it('give one person a sheet of their own', () => {
    const plan = planWithWorkshop(countingContext())
    const workshop = plan.workshop.get('w1')
    if (!workshop) throw new Error('no workshop')
    const sheet = personSheet(plan, buildIndex(plan), workshop, 'mira', MINUTES)
    expect(sheet.sections.map(({ id }) => id)).toEqual(['sheet-mira'])
  })

  it('print any text harmlessly', () => {
    fc.assert(
      fc.property(titleArbitrary, (title) => {
        const plan = after(planWithWorkshop(countingContext()), 'card.add', {
          id: 'c9',
          workshopId: 'w1',
          text: title,
        })
        const document = minutesOf(plan)
        expect(reportHtml(document, { paper: 'A4', pageNumbers: true })).not.toContain('<img src=x')
        expect(reportMarkdown(document).length).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  })
})
