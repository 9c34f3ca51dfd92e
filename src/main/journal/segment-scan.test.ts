import { describe, expect, it } from 'vitest'
import type { Operation } from '#domain/plan/operation.ts'
import { sampleOperation, sampleOperations } from '#main/testing/sample-operation.ts'
import { FIRST_PREV_HASH, writeLine } from './journal-line.ts'
import { folderName, planFolder, planIdOf } from './plan-folder.ts'
import { scanSegment } from './segment-scan.ts'

const START = { seq: 0, sha256: FIRST_PREV_HASH }

/** Whole, well-sealed lines, each chained to the one before unless `prev` says otherwise. */
function segment(operations: readonly Operation[], prev?: string): Buffer {
  let last = FIRST_PREV_HASH
  return Buffer.concat(
    operations.map((op) => {
      const { bytes, sha256 } = writeLine(op, prev ?? last)
      last = sha256
      return bytes
    }),
  )
}
const [one, two, three] = sampleOperations('a', 1, 3) as [Operation, Operation, Operation]

describe('scanSegment', () => {
  it.each<readonly [string, Buffer, number, boolean]>([
    ['an empty segment', Buffer.alloc(0), 0, false],
    ['a whole one', segment([one, two, three]), 3, false],
    ['a torn end', Buffer.concat([segment([one, two]), Buffer.from('{"len":')]), 2, false],
    ['a line of another plan', segment([one, sampleOperation('b', 2)]), 1, true],
    ['a missing step', segment([one, three]), 1, true],
    ['a step twice', segment([one, one]), 1, true],
    ['lines in the wrong order', segment([two, one]), 0, true],
    ['right steps on another chain', segment([one, two], FIRST_PREV_HASH), 1, true],
    ['no line at all', Buffer.from('hello\nworld\n'), 0, false],
    ['a blank line', Buffer.concat([segment([one]), Buffer.from('\n')]), 1, false],
  ])('%s', (_, bytes, kept, hole) => {
    const scan = scanSegment(bytes, 'a', START)
    expect([scan.places.length, scan.end.seq, scan.hole]).toEqual([kept, kept, hole])
    expect(scan.head?.seq ?? 0).toBe(kept)
    if (!hole && kept === 3) expect(scan.goodBytes).toBe(bytes.length)
  })

  it('starts anywhere when the first segments are gone', () => {
    const tail = segment([two, three])
    expect(scanSegment(tail, 'a', { seq: null, sha256: null }).head?.seq).toBe(3)
  })

  it('finds the newest name and keeps silent where none is set', () => {
    const quiet = { ...two, patch: { puts: [], deletes: [] } }
    expect(scanSegment(segment([one, quiet]), 'a', START).name).toBe('Plan at step 1')
    expect(scanSegment(segment([quiet]), 'a', { seq: null, sha256: null }).name).toBeNull()
  })
})

describe('the folder of a plan', () => {
  it.each([
    ['plan-a', 'plan-a'],
    ['con', '.con'],
    ['COM7', '.COM7'],
    ['console', 'console'],
  ])('%s lies in %s', (planId, name) => {
    expect([folderName(planId), planIdOf(name)]).toEqual([name, planId])
  })

  it.each(['', '.', '..', '.plan-a', 'con', 'a b', 'a/b', 'a.older-1', 'ä', 'x'.repeat(65)])(
    '%j is nobody',
    (name) => {
      expect(planIdOf(name)).toBeNull()
    },
  )

  it('is never outside its shelf', () => {
    for (const planId of ['..', '../x', '/etc', 'a/b', '', 'C:\\'])
      expect(() => planFolder('/data', 'plans', planId)).toThrow()
  })
})
