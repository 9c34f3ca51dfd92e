import { describe, expect, it } from 'vitest'
import { journeyLayout } from './journey-layout.ts'
import type { JourneyScene } from './journey-scene.ts'
import { legAt } from './leg-at.ts'

function sceneOf(checkpoints: number, initiatives: number): JourneyScene {
  return {
    title: 'Customers rave about our support',
    hue: 'blue',
    progress: null,
    startWords: 'Today',
    finishWords: 'There',
    checkpoints: Array.from({ length: checkpoints }, (_, i) => ({
      id: `k${String(i)}`,
      number: String(i + 1),
      title: `First response time in the evening, part ${String(i + 1)}`,
      target: '14 → 5 min',
      isReached: false,
    })),
    initiatives: Array.from({ length: initiatives }, (_, i) => ({
      id: `i${String(i)}`,
      title: `Rewrite the help articles with real tickets ${String(i + 1)}`,
      checkpointId: `k${String(i % checkpoints)}`,
      initials: 'MK',
      state: 'planned',
    })),
  }
}

describe('the leg under a hand', () => {
  it.each([
    [1, 0, 940, 640],
    [3, 5, 940, 640],
    [6, 24, 940, 640],
    [6, 24, 1260, 820],
  ])('is the own one for %d checkpoints and %d cards at %d × %d', (k, i, width, height) => {
    const layout = journeyLayout(sceneOf(k, i), { width, height, fontPx: 16 })
    for (const stop of layout.stops) {
      expect(legAt(layout, stop.centre.x, stop.centre.y)).toBe(stop.id)
      expect(legAt(layout, stop.label.x + 2, stop.label.y + 2)).toBe(stop.id)
    }
    for (const card of layout.cards)
      expect(legAt(layout, card.x + card.width / 2, card.y + card.height / 2)).toBe(
        card.checkpointId,
      )
  })

  it('is none far away, and none without checkpoints', () => {
    const layout = journeyLayout(sceneOf(2, 0), { width: 940, height: 640, fontPx: 16 })
    expect(legAt(layout, -900, -900)).toBeNull()
    const empty = journeyLayout({ ...sceneOf(1, 0), checkpoints: [] }, { width: 940, height: 640 })
    expect(legAt(empty, 400, 300)).toBeNull()
  })
})
