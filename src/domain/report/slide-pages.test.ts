import { describe, expect, it } from 'vitest'
import type { Block } from './document.ts'
import { pagesOf } from './slide-pages.ts'

const strip = { width: 700, height: 330, label: 'Route', shapes: [] }
const route = (strips: number): Block => ({
  type: 'drawing',
  drawing: { look: 'route', description: [], strips: Array.from({ length: strips }, () => strip) },
})
const caption = (letters: number): Block => ({
  type: 'text',
  look: 'note',
  text: [{ text: 'a'.repeat(letters) }],
})

describe('a drawing over several slides', () => {
  it.each([
    [1, 80],
    [2, 80],
    [6, 80],
    [6, 150],
  ])('of %d strips keeps its caption of %d letters beside the last of them', (strips, letters) => {
    const blocks = [route(strips), caption(letters)]
    const pages = pagesOf({ title: [{ text: 'The route ahead' }], aside: [], blocks })
    expect(pages).toHaveLength(strips)
    const last = pages.at(-1)?.parts ?? []
    expect(last.map(({ type }) => type)).toEqual(['drawing', 'text'])
    for (const { place } of last) expect(place.y + place.h).toBeLessThanOrEqual(6.95)
  })

  it('gives a long text under it slides of its own', () => {
    const blocks = [route(2), caption(2_000)]
    const pages = pagesOf({ title: [], aside: [], blocks })
    expect(pages.map(({ parts }) => parts.map(({ type }) => type))).toEqual([
      ['drawing'],
      ['drawing'],
      ['text'],
    ])
  })
})
