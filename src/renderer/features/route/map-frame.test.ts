import { describe, expect, it } from 'vitest'
import { edgePull } from './map-frame.ts'

/** The speeds on the way through some places of a map from 100 to 500. */
const speeds = (...places: readonly number[]) => {
  const pull = edgePull(100, 500)
  return places.map((at) => Math.sign(Math.round(pull(at) * 100)))
}

describe('the pull of an edge', () => {
  it('draws on what comes near it, the faster the nearer', () => {
    expect(speeds(300, 440, 480, 520, 300, 120)).toEqual([0, 0, 1, 1, 0, -1])
    const pull = edgePull(100, 500)
    pull(300)
    expect(pull(495)).toBeGreaterThan(pull(470))
    expect(pull(10_000)).toBe(pull(500))
  })

  it('leaves in peace what is picked up beside it, until it goes on towards it', () => {
    expect(speeds(480, 480, 478, 490)).toEqual([0, 0, 0, 1])
    expect(speeds(110, 115, 105)).toEqual([0, 0, -1])
    expect(speeds(499, 499, 500, 300, 480)).toEqual([0, 0, 1, 0, 1])
  })
})
