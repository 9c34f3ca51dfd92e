import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'

const css = readFileSync(resolve(import.meta.dirname, 'tokens.css'), 'utf8')

/** The plain `#rrggbb` tokens of the first rule with exactly this selector. */
function colours(selector: string): Map<string, string> {
  const start = css.indexOf(`\n${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  )
}

const themes = { light: colours(':root'), dark: colours(":root[data-theme='dark']") }
const HUES = ['blue', 'violet', 'green', 'orange', 'teal', 'rose', 'amber', 'slate']

describe.each(Object.entries(themes))('%s tokens', (_name, tokens) => {
  const ratio = (a: string, b: string) => contrast(tokens.get(a) ?? '', tokens.get(b) ?? '')
  const grounds = ['paper', 'surface', 'card']

  it.each(['ink', 'ink-2', 'ink-3', 'good', 'warn', 'bad', 'accent'])(
    '%s reads at 4.5:1 on paper, surface and card',
    (ink) => {
      for (const ground of grounds) expect(ratio(ink, ground), ground).toBeGreaterThanOrEqual(4.5)
    },
  )
  it.each(['ink', 'ink-2'])('%s reads on sunken, rail and hover', (ink) => {
    for (const ground of ['sunken', 'rail', 'hover'])
      expect(ratio(ink, ground), ground).toBeGreaterThanOrEqual(4.5)
  })
  it.each(['good', 'warn', 'bad', 'accent'])('%s reads on its tint', (status) => {
    expect(ratio(status, `${status}-tint`)).toBeGreaterThanOrEqual(4.5)
  })
  it.each([
    ['on-primary', 'primary'],
    ['on-primary', 'primary-hover'],
    ['on-accent', 'accent'],
    ['on-tooltip', 'tooltip'],
    ['paper', 'today'],
  ])('%s reads on %s', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(HUES)('hue %s draws at 3:1 and its deep form carries text', (hue) => {
    for (const ground of grounds) {
      expect(ratio(`hue-${hue}`, ground), ground).toBeGreaterThanOrEqual(3)
      expect(ratio(`hue-${hue}-deep`, ground), ground).toBeGreaterThanOrEqual(4.5)
    }
    expect(ratio('on-hue', `hue-${hue}-deep`)).toBeGreaterThanOrEqual(4.5)
    expect(ratio('ink', `hue-${hue}-tint`)).toBeGreaterThanOrEqual(4.5)
  })
  it('draws the road at 3:1 and the ring of focus at 3:1', () => {
    for (const ground of grounds) {
      expect(ratio('road', ground)).toBeGreaterThanOrEqual(3)
      expect(ratio('focus', ground)).toBeGreaterThanOrEqual(3)
    }
  })
})

it('carries words and controls on the bar of the workshop, which has one theme', () => {
  const bar = colours(':where(:root)')
  const ratio = (a: string, b: string) => contrast(bar.get(a) ?? '', bar.get(b) ?? '')
  for (const ink of ['on-bar', 'on-bar-2', 'on-bar-warn', 'on-bar-bad'])
    expect(ratio(ink, 'bar'), ink).toBeGreaterThanOrEqual(4.5)
  for (const ground of ['bar-control', 'bar-hover', 'bar-next', 'bar-next-hover'])
    expect(ratio('on-bar', ground), ground).toBeGreaterThanOrEqual(4.5)
})

it('has the same colours in both themes', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort())
  expect(themes.light.size).toBeGreaterThan(50)
})
