import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderSchema } from './field.ts'
import type { Ordered } from './order-key.ts'
import { byOrder, orderKeyAfter, orderKeysAfter, orderKeysFor } from './order-key.ts'

const foreign = fc.string({
  unit: fc.constantFrom(...'0123456789ABCXYZabcxyz'),
  minLength: 1,
  maxLength: 12,
})

function listOf(orders: readonly string[]): Ordered[] {
  return orders.map((order, i) => ({ id: `i${String(i)}`, order }))
}

describe('order keys', () => {
  it('follow one another', () => {
    const keys = orderKeysAfter([], 500)
    expect([...keys].sort()).toEqual(keys)
    expect(new Set(keys).size).toBe(500)
    expect(orderKeyAfter(listOf(keys)) > (keys.at(-1) ?? '')).toBe(true)
  })

  it('come after any keys, also those of other programs', () => {
    fc.assert(
      fc.property(fc.array(foreign), fc.integer({ min: 1, max: 30 }), (orders, count) => {
        const last = [...orders].sort().at(-1) ?? ''
        const keys = orderKeysAfter(listOf(orders), count)
        expect([...keys].sort()).toEqual(keys)
        expect(new Set(keys).size).toBe(count)
        for (const key of keys) {
          expect(key > last).toBe(true)
          expect(orderSchema.safeParse(key).success).toBe(true)
        }
      }),
    )
  })

  it('put one thing before another and leave the order of all others', () => {
    const list = fc.array(fc.oneof(foreign, fc.constantFrom('a0', 'a1', 'a2')), {
      minLength: 2,
      maxLength: 12,
    })
    fc.assert(
      fc.property(list, fc.nat(), fc.option(fc.nat()), (orders, a, b) => {
        const siblings = listOf(orders)
        const moved = siblings[a % siblings.length]?.id ?? ''
        const beforeId = b === null ? null : (siblings[b % siblings.length]?.id ?? null)
        if (beforeId === moved) return
        const keys = orderKeysFor(siblings, moved, beforeId)
        const after = siblings
          .map((one) => ({ ...one, order: keys.get(one.id) ?? one.order }))
          .sort(byOrder)
          .map(({ id }) => id)
        const others = [...siblings].sort(byOrder).filter(({ id }) => id !== moved)
        const expected = others.map(({ id }) => id)
        expected.splice(beforeId === null ? expected.length : expected.indexOf(beforeId), 0, moved)
        expect(after).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('write one key for a thousand moves to the same place, never too long a one', () => {
    let siblings = listOf(orderKeysAfter([], 20))
    for (let i = 0; i < 1000; i += 1) {
      const moved = `i${String(2 + (i % 18))}`
      const keys = orderKeysFor(siblings, moved, 'i1')
      siblings = siblings.map((one) => ({ ...one, order: keys.get(one.id) ?? one.order }))
      for (const { order } of siblings) expect(order.length).toBeLessThanOrEqual(200)
    }
  })
})
