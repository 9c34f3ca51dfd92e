import { expect, it } from 'vitest'
import { choicesFrom, keptOf } from './kept-choices.ts'
import { ordinaryChoices } from './report-choices.ts'

const everybody = () => true

it('comes back as it was kept', () => {
  const ordinary = ordinaryChoices()
  const chosen = {
    ...ordinary,
    kind: 'week' as const,
    byKind: {
      ...ordinary.byKind,
      week: {
        ...ordinary.byKind.week,
        hidden: ['rules' as const],
        people: ['mira'],
        paper: 'Letter' as const,
      },
    },
  }
  expect(choicesFrom(JSON.parse(JSON.stringify(keptOf(chosen))), everybody)).toEqual(chosen)
})

it.each([undefined, null, 7, 'x', [], { kind: 'nonsense', byKind: 3 }])(
  'reads %j as no choice',
  (kept) => {
    expect(choicesFrom(kept, everybody)).toEqual(ordinaryChoices())
  },
)

it('lets go of parts and people that are gone and adds new parts at the end', () => {
  const kept = {
    kind: 'week',
    byKind: { week: { order: ['rules', 'gone', 'figures'], people: ['a', 'b'] } },
  }
  const { order, people } = choicesFrom(kept, (id) => id === 'b').byKind.week
  expect(order.slice(0, 2)).toEqual(['rules', 'figures'])
  expect(order).toHaveLength(ordinaryChoices().byKind.week.order.length)
  expect(people).toEqual(['b'])
})
