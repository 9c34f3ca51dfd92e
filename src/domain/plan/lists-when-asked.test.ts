import { describe, expect, it } from 'vitest'
import { ListsWhenAsked } from './lists-when-asked.ts'

function counted() {
  const asked: string[] = []
  const lists = new ListsWhenAsked(
    ['a', 'b', 'c'].map((key) => {
      const make = () => {
        asked.push(key)
        return [key.toUpperCase()]
      }
      return [key, make] as const
    }),
  )
  return { asked, lists }
}

describe('lists that are made when asked for', () => {
  it('are made once each, and keep their identity', () => {
    const { asked, lists } = counted()
    expect(lists.size).toBe(3)
    expect(lists.has('b')).toBe(true)
    expect(asked).toEqual([])
    expect(lists.get('b')).toEqual(['B'])
    expect(lists.get('b')).toBe(lists.get('b'))
    expect(lists.get('x')).toBeUndefined()
    expect(asked).toEqual(['b'])
  })

  it('stay unmade in a copy, which goes its own way', () => {
    const { asked, lists } = counted()
    const made = lists.get('a')
    const copy = lists.copy()
    expect(asked).toEqual(['a'])
    copy.set('b', ['new'])
    copy.delete('c')
    expect(copy.get('a')).toBe(made)
    expect(copy.get('b')).toEqual(['new'])
    expect(copy.get('c')).toBeUndefined()
    expect(copy.size).toBe(2)
    expect([...lists]).toEqual([
      ['a', ['A']],
      ['b', ['B']],
      ['c', ['C']],
    ])
  })

  it('can be put in the place of others, still unmade', () => {
    const { asked, lists } = counted()
    expect(lists.get('a')).toEqual(['A'])
    lists.setOpen('a', () => ['new'])
    lists.setOpen('b', () => ['new'])
    expect(lists.isOpen('a')).toBe(true)
    expect(lists.get('b')).toEqual(['new'])
    expect(lists.isOpen('b')).toBe(false)
    expect(lists.get('a')).toEqual(['new'])
    expect(lists.size).toBe(3)
    expect(asked).toEqual(['a'])
  })

  it('are all there for whoever walks over them', () => {
    for (const walk of [
      (lists: ListsWhenAsked<string>) => [...lists.values()].flat(),
      (lists: ListsWhenAsked<string>) => [...lists.keys()].map((key) => key.toUpperCase()),
      (lists: ListsWhenAsked<string>) => [...lists.entries()].flatMap(([, list]) => list),
      (lists: ListsWhenAsked<string>) => {
        const seen: string[] = []
        lists.forEach((list) => seen.push(...list))
        return seen
      },
    ])
      expect(walk(counted().lists)).toEqual(['A', 'B', 'C'])
  })

  it('are gone when cleared', () => {
    const { lists } = counted()
    lists.clear()
    expect([...lists]).toEqual([])
    expect(lists.size).toBe(0)
  })
})
