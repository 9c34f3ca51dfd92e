import { describe, expect, it } from 'vitest'
import type { KeyResultDraft } from './coach-text.ts'
import { coachKeyResultDraft, coachObjectiveTitle } from './coach-text.ts'
import { hasDate, hasQuantity, isFromTo, relativeChange } from './text-pattern.ts'

const checks = (draft: KeyResultDraft) => coachKeyResultDraft(draft).map((f) => f.check)

describe('the four seed cases', () => {
  it('a number belongs in a key result', () => {
    const title = 'Improve the customer satisfaction rating to 90 % by the end of Q4'
    const [first, ...rest] = coachObjectiveTitle(title)
    expect(first?.label).toBe('A number belongs in a key result')
    expect(rest).toEqual([])
  })

  it('no number, no date', () => {
    expect(coachKeyResultDraft({ title: 'Improve sales' }).map((f) => f.label)).toEqual([
      'No number',
      'No date',
    ])
  })

  it('no baseline', () => {
    const title = 'Reduce average customer support response time to under 5 minutes'
    expect(checks({ title })).toEqual(['no-baseline'])
    const metric = { type: 'decrease', unit: 'min', baseline: null, target: 5 } as const
    expect(checks({ title, metric })).toEqual(['no-baseline'])
    expect(checks({ title, metric: { ...metric, baseline: 14 } })).toEqual([])
  })

  it('relative: asks for the baseline and shows the absolute', () => {
    const title = 'Increase new customer sign-ups by 25 % in Q3'
    const [first, ...rest] = coachKeyResultDraft({ title })
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      check: 'relative-target',
      field: 'metric.baseline',
      reason: '+25 % of what? With the baseline it becomes a number that one can meet.',
      example: 'With a baseline of 1,200 it means 1,200 → 1,500.',
    })
    const metric = { type: 'relative', unit: '', baseline: 1200, change: 0.25 } as const
    expect(checks({ title, metric })).toEqual([])
    expect(checks({ title, metric: { ...metric, baseline: null } })).toEqual(['relative-target'])
  })
})

describe('objectives', () => {
  it.each([
    ['Customers rave about our support', []],
    ['Be the place for B2B teams in 2027', []],
    ['Support that answers 24/7', []],
    ['Reach 10,000 users', ['number-in-objective']],
    ['Double our revenue', ['number-in-objective']],
    ['Increase revenue and reduce costs', ['two-ways']],
    ['p95 is no worry any more', []],
  ])('%s', (title, expected) => {
    expect(coachObjectiveTitle(title).map((f) => f.check)).toEqual(expected)
  })
})

describe('key results', () => {
  const measured = { type: 'increase', unit: '', baseline: 10, target: 20 } as const
  it.each<[KeyResultDraft, readonly string[]]>([
    [{ title: 'Improve sales by the end of November' }, ['no-number']],
    [{ title: 'Improve sales', dueOn: '2026-11-30' }, ['no-number']],
    [{ title: 'First response time from 14 to under 5 minutes' }, []],
    [{ title: 'Uptime of at least 99.9 %' }, []],
    [{ title: 'Launch the chatbot', metric: { type: 'done' } }, ['activity']],
    [{ title: 'Launch the chatbot' }, ['no-number', 'no-date', 'activity']],
    [{ title: 'Train agents', metric: measured }, []],
    [{ title: 'Page views per month', metric: measured }, ['vanity']],
    [{ title: 'Page views per month', metric: measured, wouldDo: 'Change the titles' }, []],
    [{ title: 'Net promoter score', metric: measured, wouldDo: 'Nothing.' }, ['vanity']],
    [{ title: 'Reduce cost and increase speed', metric: measured }, ['two-ways']],
    [{ title: 'Triple the trials in Q1' }, ['relative-target']],
  ])('%j', (draft, expected) => {
    expect(checks(draft)).toEqual(expected)
  })

  it('gives a reason and an example with every finding', () => {
    for (const one of coachKeyResultDraft({ title: 'Launch page views', wouldDo: 'no' })) {
      expect(one.reason).toMatch(/[.]$/)
      expect(one.example).not.toBe('')
    }
  })
})

describe('patterns', () => {
  it.each([
    ['by 25 %', 0.25],
    ['by at least 12.5%', 0.125],
    ['Reduce churn by 20%', -0.2],
    ['+30 % trials', 0.3],
    ['40% fewer tickets', -0.4],
    ['3x faster', 2],
    ['Halve the queue', -0.5],
    ['to 90 %', null],
    ['from 20 % to 30 %', null],
    ['by 2027', null],
  ])('relative change of "%s"', (text, change) => {
    expect(relativeChange(text)).toBe(change)
  })

  it.each([
    ['by the end of Q4', true, false],
    ['until 2026-12-31', true, false],
    ['by Dec 31', true, false],
    ['in 2027', true, false],
    ['by March', true, false],
    ['we may improve', false, false],
    ['5 of 10 teams', false, true],
    ['in 2019-Q4', true, false],
    ['tier-1 customers, see https://example.test/a/478', false, false],
    ['under 2s', false, true],
    ['', false, false],
  ])('"%s" has date %s, quantity %s', (text, date, quantity) => {
    expect(hasDate(text)).toBe(date)
    expect(hasQuantity(text)).toBe(quantity)
  })

  it('knows from–to', () => {
    expect(['from 14 to 5', '78 → 84 %', '3.1 -> 1.2 s', 'to 5 minutes'].map(isFromTo)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('comes to an end on hostile text', () => {
    for (const text of ['from 1 '.repeat(70), '1 → '.repeat(120), 'improve and '.repeat(40)]) {
      coachObjectiveTitle(text.slice(0, 500))
      coachKeyResultDraft({ title: text.slice(0, 500) })
    }
  })
})
