import { describe, expect, it } from 'vitest'
import { planFromThings } from '#domain/plan/plan.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { samplePlan } from '#domain/sample/sample-plan.ts'
import { indexItems, searchItems } from './palette-search.ts'
import { thingItems } from './palette-things.ts'

let count = 0
const things: readonly Thing[] = samplePlan({
  today: '2026-11-22',
  now: '2026-11-22T08:00:00.000Z',
  newId: () => `s${String((count += 1))}`,
})
const NOTE = `${'The night shift is short of people. '.repeat(20)}Ask them in person.`
const card = (id: string, hidden: boolean): Thing => ({
  kind: 'card',
  id,
  workshopId: 'w',
  stepId: null,
  text: `A tour of the ${hidden ? 'cellar' : 'attic'}`,
  personId: null,
  hue: 'blue',
  groupId: null,
  groupName: '',
  column: '',
  parked: false,
  hidden,
  dots: [],
  became: null,
  order: 'a0',
})
const plan = planFromThings([
  ...things,
  ...things.flatMap((each) => (each.kind === 'checkIn' ? { ...each, id: `x${each.id}`, note: NOTE } : [])).slice(0, 1), // prettier-ignore
  card('c1', false),
  card('c2', true),
])
const index = indexItems(thingItems(plan, '2026-11-22'))
const found = (query: string) => searchItems(index, query, 5)[0]

describe('the palette finds', () => {
  it('every thing that has words, each under a key of its own', () => {
    const items = thingItems(plan, '2026-11-22')
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
    const kinds = new Set(items.map(({ detail }) => detail.split(' · ')[0]))
    for (const kind of [
      'Objective',
      'Key result',
      'Initiative',
      'Task',
      'Person',
      'Cycle',
      'Theme',
      'Win',
      'Check-in',
      'Detour',
      'Card',
    ])
      // prettier-ignore
      expect(kinds).toContain(kind)
  })

  it('a word deep in a long note, and shows how the note begins', () => {
    const item = found('ask in person')
    expect(item?.title.length).toBeLessThanOrEqual(160)
    expect(item?.detail).toMatch(/^Check-in · /)
    expect(item?.target).toMatchObject({ type: 'thing', ref: { kind: 'checkIn' } })
  })

  it('cycles of one name, each with the year that tells them apart', () => {
    const springs = [2025, 2026].map((year) => ({
      ...things.find((each) => each.kind === 'cycle'),
      id: `c${String(year)}`,
      name: 'Spring',
      startOn: `${String(year)}-01-01`,
      endOn: `${String(year)}-03-31`,
    }))
    const meta = things.filter((each) => each.kind === 'plan')
    const items = thingItems(planFromThings([...meta, ...(springs as Thing[])]), '2026-11-22')
    expect(items.map(({ detail }) => detail)).toEqual([
      'Cycle · Jan 1 – Mar 31, 2025',
      'Cycle · Jan 1 – Mar 31',
    ])
  })

  it('a theme and a card, but no card that the room still hides', () => {
    expect(found('service theme')?.target).toMatchObject({ ref: { kind: 'theme' } })
    expect(found('attic')?.target).toMatchObject({ ref: { kind: 'card', id: 'c1' } })
    expect(found('cellar')).toBeUndefined()
  })
})
