import { describe, expect, it } from 'vitest'
import { labelText } from './label-text.ts'

describe('labelText', () => {
  it.each([
    ['Activation from 31 to 50 %', '31 → 50 %', 'Activation', '31 → 50 %'],
    [
      'First response time from 14 to under 5 minutes',
      '14 → 5 min',
      'First response time',
      '14 → 5 min',
    ],
    [
      'New customer sign-ups +25 %',
      '+25 % (1,200 → 1,500 sign-ups)',
      'New customer sign-ups',
      '+25 %',
    ],
    ['Increase sign-ups by 25% in Q3', '+25 %', 'Increase sign-ups', '+25 %'],
    ['Uptime ≥ 99.9 %', 'at least 99.9 %', 'Uptime', 'at least 99.9 %'],
    ['Move from Berlin to Rome', '1 → 2', 'Move from Berlin to Rome', '1 → 2'],
    ['Launch in 3 countries', '3 steps', 'Launch in 3 countries', '3 steps'],
    ['Ship it from 1 to 2', 'done', 'Ship it from 1 to 2', 'done'],
    ['+25 %', '+25 %', '+25 %', '+25 %'],
    ['', '', '', ''],
  ])('%j with %j', (title, measure, shownTitle, shownMeasure) => {
    expect(labelText(title, measure)).toEqual({ title: shownTitle, measure: shownMeasure })
  })
})
