import { describe, expect, it } from 'vitest'
import { sampleOperation } from '#main/testing/sample-operation.ts'
import { FIRST_PREV_HASH, linesOf, readLine, writeLine } from './journal-line.ts'

const op = sampleOperation('plan-a', 7, { title: 'Grüße 🚗 \u2028 "quoted"\nline' })
const { bytes, sha256 } = writeLine(op, FIRST_PREV_HASH)
const line = bytes.subarray(0, -1)

describe('a journal line', () => {
  it('comes back as it was written', () => {
    expect(readLine(line)).toEqual({ seq: 7, prevHash: FIRST_PREV_HASH, op, sha256 })
  })

  it('is one line of JSON with the agreed keys', () => {
    expect(bytes.filter((byte) => byte === 0x0a).length).toBe(1)
    const value = JSON.parse(line.toString('utf8')) as Record<string, unknown>
    expect(Object.keys(value)).toEqual(['len', 'seq', 'prevHash', 'op', 'sha256'])
  })

  it('is refused when any single byte is changed', () => {
    for (let at = 0; at < line.length; at += 1) {
      const bad = Buffer.from(line)
      bad[at] = (bad[at] ?? 0) ^ 1
      expect(readLine(bad), `byte ${String(at)}`).toBeNull()
    }
  })

  it('is refused when it is cut anywhere', () => {
    for (let length = 0; length < line.length; length += 1)
      expect(readLine(line.subarray(0, length))).toBeNull()
  })

  it('is refused with a right seal over the wrong inside', () => {
    const forged = (content: string) => {
      const sealed = writeLine(op, content)
      return readLine(sealed.bytes.subarray(0, -1))
    }
    // writeLine seals whatever it is given as prevHash: the rest of the line must still add up.
    expect(forged('x","op":{},"prevHash":"y')).toBeNull()
    expect(forged('"broken')).toBeNull()
  })

  it('ends only at a line break', () => {
    const two = Buffer.concat([bytes, bytes, Buffer.from('torn')])
    expect([...linesOf(two)].map(({ offset }) => offset)).toEqual([0, bytes.length])
  })
})
