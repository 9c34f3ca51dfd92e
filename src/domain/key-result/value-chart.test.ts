import { expect, it } from 'vitest'
import type { Metric } from './key-result.ts'
import { checkInOf, keyResultOf } from './rules.test-support.ts'
import { valueChart } from './value-chart.ts'

const START = '2026-10-01'
const TODAY = '2026-11-16'
const chartOf = (metric: Metric, ...values: readonly [string, number | null][]) =>
  valueChart(
    keyResultOf(metric),
    values.map(([day, value]) => checkInOf(day, value)),
    START,
    TODAY,
  )

it('draws the values that were said by today, and the way that was planned', () => {
  const chart = chartOf(
    { type: 'decrease', unit: 'min', baseline: 14, target: 5 },
    ['2026-11-02', 13],
    ['2026-11-09', null],
    ['2026-11-23', 1],
  )
  expect(chart).toMatchObject({ said: [{ on: '2026-11-02', value: 13 }], marks: [14, 5] })
  expect(chart.planned.at(0)).toEqual({ on: START, value: 14 })
  expect(chart.planned.at(-1)).toEqual({ on: '2026-12-31', value: 5 })
})

it('draws steps as the share that was done, from nothing on', () => {
  const step = (id: string, doneOn: string | null, weight = 1) => ({
    id,
    title: id,
    weight,
    doneOn,
  })
  const chart = chartOf({
    type: 'milestone',
    steps: [step('a', '2026-10-20'), step('b', '2026-11-10', 2), step('c', null)],
  })
  expect(chart).toMatchObject({ marks: [0, 100], unit: '%' })
  expect(chart.said).toEqual([
    { on: START, value: 0 },
    { on: '2026-10-20', value: 25 },
    { on: '2026-11-10', value: 75 },
  ])
  expect(chart.planned).toHaveLength(25)
})

it('marks the ends of a band, and plans no way where none is measured', () => {
  const band: Metric = { type: 'band', unit: '%', low: 99.5, high: null }
  expect(chartOf(band, ['2026-11-02', 99.7])).toMatchObject({ planned: [], marks: [99.5] })
  expect(chartOf({ type: 'done' })).toMatchObject({ said: [], planned: [], marks: [] })
})
