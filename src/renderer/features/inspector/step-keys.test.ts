import { expect, it } from 'vitest'
import { keysAfter } from './step-keys.ts'

const step = (on: string, expected: number) => ({ on, expected })
const [A, B, C] = [step('2026-10-20', 0.2), step('2026-11-20', 0.5), step('2026-12-20', 1)]

it('lets each step keep its key, wherever a change puts it', () => {
  const first = keysAfter({ steps: [], keys: [], next: 0 }, [A, B, C])
  expect(first.keys).toEqual([0, 1, 2])
  const moved = keysAfter(first, [A, C, step('2026-12-31', 0.5)])
  expect(moved.keys).toEqual([0, 2, 1])
  const shared = keysAfter(moved, [step('2026-10-20', 0.3), C, step('2026-12-31', 0.5)])
  expect(shared.keys).toEqual([0, 2, 1])
  expect(keysAfter(shared, [C, step('2026-12-31', 0.5)]).keys).toEqual([2, 1])
  expect(keysAfter(first, [A, B, C, C]).keys).toEqual([0, 1, 2, 3])
})
