import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { fit, indexItems, searchItems } from './palette-search.ts'

const items = [
  { key: '1', title: 'First response time', more: 'Mira Kowalski' },
  { key: '2', title: 'Support chatbot for common questions', more: 'Jon' },
  { key: '3', title: 'Über die Brücke', more: '' },
  { key: '4', title: 'Undo', more: 'back' },
  { key: '5', title: 'Response', more: '' },
]
const find = (query: string) => searchItems(indexItems(items), query, 10).map((i) => i.key)

describe('searchItems', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['undo', ['4']],
    ['UNDO', ['4']],
    ['uber', ['3']],
    ['brucke uber', ['3']],
    ['mira', ['1']],
    ['back', ['4']],
    ['frt', ['1']],
    ['chat q', ['2']],
    ['zzz', []],
  ])('%j finds %j', (query, keys) => {
    expect(find(query)).toEqual(keys)
  })
  it('puts a beginning before the middle and the shorter before the longer', () => {
    expect(find('response')).toEqual(['5', '1'])
  })
  it('finds every title by itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (title) => {
        fc.pre(title.trim() !== '')
        const found = searchItems(indexItems([{ key: 'x', title, more: '' }]), title, 1)
        expect(found).toHaveLength(1)
      }),
    )
  })
  it('finds among 10,000 titles no more than it is asked for', () => {
    const many = indexItems(
      Array.from({ length: 10_000 }, (_, n) => ({
        key: String(n),
        title: `Make the number ${String(n)} of all the teams grow by the end of the quarter`,
        more: 'Ada Okafor',
      })),
    )
    expect(searchItems(many, 'number 77 grow', 50).length).toBe(50)
  })
})

it('prefers the start of a word', () => {
  expect(fit('road map', 'map')).toBeGreaterThan(fit('roadmap', 'map'))
  expect(fit('roadmap', 'map')).toBeGreaterThan(fit('my old part', 'map'))
})
