import { describe, expect, it } from 'vitest'
import { daysInLine } from './line-days.ts'

const CYCLE = { name: 'Q1 2027', startOn: '2027-01-01', endOn: '2027-03-31' }
const read = (title: string, cycle: typeof CYCLE | null = CYCLE) => {
  const { startOn, dueOn } = daysInLine(title, { order: null, cycle })
  return startOn === null ? dueOn : `${startOn} – ${String(dueOn)}`
}

describe('daysInLine', () => {
  it.each<[string, string | null]>([
    ['Sign-ups to 50 by 2027-02-28', '2027-02-28'],
    ['Sign-ups to 50 by 28 Feb', '2027-02-28'],
    ['Sign-ups to 50 by February 28th, 2027', '2027-02-28'],
    ['Umsatz steigern bis zum 28.02.2027', '2027-02-28'],
    ['Umsatz steigern bis 28.2.', '2027-02-28'],
    ['Umsatz steigern bis 5. März', '2027-03-05'],
    ['Training, due 3/20/2027', '2027-03-20'],
    ['Training (due: 20/3/2027)', '2027-03-20'],
    ['Webinar on 12 Jan 2027', '2027-01-12'],
    ['Chatbot (Feb 1 – Mar 15, Jon)', '2027-02-01 – 2027-03-15'],
    ['Chatbot (01.02.2027 – 15.03.2027), Jon', '2027-02-01 – 2027-03-15'],
    ['Schulung 5. Februar bis 20. März', '2027-02-05 – 2027-03-20'],
    ['Chatbot 2027-02-01 to 2027-03-15', '2027-02-01 – 2027-03-15'],
    ['Hiring Dec 15 – Jan 15', '2026-12-15 – 2027-01-15'],
    ['Ship by the end of March', '2027-03-31'],
    ['Ship by February 2028', '2028-02-29'],
    ['Ship by EOQ', '2027-03-31'],
    ['Ship by end of quarter', '2027-03-31'],
    ['Ship by the end of this quarter', '2027-03-31'],
    ['Ship by quarter-end', '2027-03-31'],
    ['Start bis Quartalsende', '2027-03-31'],
    ['Start bis Ende des Quartals', '2027-03-31'],
    ['Ship by Q1', '2027-03-31'],
    ['Ship by the end of Q2 2027', '2027-06-30'],
    ['Start bis Ende Q4', '2027-12-31'],
    ['Ship by EOY', '2027-12-31'],
    ['Ship by the end of the year', '2027-12-31'],
    ['Grow by quarter of a million', null],
    ['Grow Q1 revenue by a quarter', null],
    ['Training, due 3/4/2027', null],
    ['Chatbot (Mar 15 – Feb 1)', null],
    ['Reduce churn by 25 %', null],
    ['From 5 to 12 marches', null],
    ['Ship by 30 Feb', null],
  ])('%s', (title, days) => {
    expect(read(title)).toBe(days)
  })

  it.each([
    ['Sign-ups to 50 by 2027-02-28.', 'Sign-ups to 50.'],
    ['Umsatz bis 5. März auf 30 Mio. € steigern', 'Umsatz auf 30 Mio. € steigern'],
    ['Training, due 3/20/2027', 'Training'],
    ['Training (due: 20/3/2027), twice', 'Training, twice'],
    ['Chatbot (Feb 1 – Mar 15, Jon)', 'Chatbot (Jon)'],
    ['Chatbot: from Feb 1 to Mar 15', 'Chatbot'],
    ['Feb 1 – Mar 15: Chatbot', 'Chatbot'],
    ['Ship it by the end of March', 'Ship it'],
    ['by 28 Feb', 'by 28 Feb'],
    ['Training, due 3/4/2027', 'Training, due 3/4/2027'],
    ['Ship by 30 Feb', 'Ship by 30 Feb'],
  ])('leaves what it did not read: %s', (title, rest) => {
    expect(daysInLine(title, { order: null, cycle: CYCLE }).rest).toBe(rest)
  })

  it('takes no year out of the air, and says which day can be read in two ways', () => {
    expect(read('Ship by 28 Feb', null)).toBe(null)
    expect(read('Ship by 28 Feb 2027', null)).toBe('2027-02-28')
    for (const [title, doubt] of [
      ['Ship by 3/4/2027', /^3\/4\/2027 can be read in two ways/],
      ['Ship by 28 Feb', /^28 Feb names no year/],
      ['Ship by 30 Feb', /^30 Feb is no day/],
      ['Ship 5 May 2027 – 4 May 2027', /ends before it begins/],
    ] as const)
      expect(daysInLine(title, { order: null, cycle: null }).doubt).toMatch(doubt)
    expect(daysInLine('Ship by 3/4/2027', { order: 'day-first', cycle: null }).dueOn).toBe(
      '2027-04-03',
    )
  })

  it('comes to an end on long and odd lines', () => {
    const read100k = (piece: string) =>
      daysInLine(piece.repeat(20_000), { order: null, cycle: null })
    for (const piece of ['by 1 ', 'Feb 1 – ', '1.1.', 'due: ', '1/1/'])
      expect(read100k(piece).dueOn).toBe(null)
  })
})
