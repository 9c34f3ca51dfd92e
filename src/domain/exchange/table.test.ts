import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { metricText } from './metric-text.ts'
import { draftFromText } from './read-source.ts'
import type { TableOptions } from './table.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../tests/fixtures/exchange/${name}`, import.meta.url), 'utf8')

function draftOf(text: string, name = 'table.csv', options: TableOptions = {}) {
  const read = draftFromText(text, name, options)
  if (!read.ok) throw new Error(read.message)
  return read.draft
}

/** A line of the draft in short: depth, kind, title, then what else it says. */
const short = (text: string, name?: string, options?: TableOptions) =>
  draftOf(text, name, options).lines.map((line) =>
    [
      `${'  '.repeat(line.depth)}${line.kind} ${line.title}`,
      line.owner,
      metricText(line.metric),
      line.state ?? '',
      [line.startOn, line.dueOn].filter(Boolean).join('…'),
    ]
      .filter(Boolean)
      .join(' | '),
  )

describe('a table of OKRs', () => {
  const COPIED = [
    'Objective\tKey result\tOwner\tBaseline\tTarget\tCurrent\tDue\tInitiative',
    'Customers rave\tFirst response\tMira\t14 min\t5 min\t9.8\t2026-11-27\tChatbot',
    '\t\tJon\t\t\t\t2026-11-13\tTraining',
    '\tSelf-service\tAda\t20%\t45%\t\t\t',
    'New teams succeed\tActivation\t\t31\t50\t34\t\t',
  ].join('\n')

  it('comes in as a nested plan with its numbers', () => {
    expect(short(COPIED, '')).toEqual([
      'objective Customers rave',
      '  keyResult First response | 14 → 5 min',
      '    initiative Chatbot | Mira | 2026-11-27',
      '    initiative Training | Jon | 2026-11-13',
      '  keyResult Self-service | Ada | 20 → 45 %',
      'objective New teams succeed',
      '  keyResult Activation | 31 → 50',
    ])
    expect(draftOf(COPIED, '').lines[1]?.current).toBe(9.8)
  })

  it.each([
    ['semicolons', 'Objective;Key result;Owner\nGrow;"Sign-ups; +25 %";Mira\n'],
    ['a sep= line', 'sep=;\nObjective;Key result;Owner\nGrow;"Sign-ups; +25 %";Mira\n'],
    [
      'a Markdown table',
      '| Objective | Key result | Owner |\n|---|---|---|\n| Grow | Sign-ups; +25 % | Mira |\n',
    ],
    ['CRLF and a quoted cell', 'Objective,Key result,Owner\r\nGrow,"Sign-ups; +25 %",Mira\r\n'],
  ])('is recognised with %s', (_, text) => {
    expect(short(text, '')).toEqual([
      'objective Grow',
      '  keyResult Sign-ups; +25 % | Mira | +25 %',
    ])
  })

  it('keeps line breaks in quotes and counts lines by the file', () => {
    const draft = draftOf(
      'Objective,Key result,Notes\n"Grow","Reach 5","one\ntwo"\nShrink,Reach 6,\n',
    )
    expect(draft.lines.map((line) => [line.lineNumber, line.title, line.note])).toEqual([
      [2, 'Grow', ''],
      [2, 'Reach 5', 'one\ntwo'],
      [4, 'Shrink', ''],
      [4, 'Reach 6', ''],
    ])
  })

  it('asks for the order of days and never guesses', () => {
    const text = 'Title,Due date\nOne,03/04/2026\nTwo,05/06/2026\n'
    expect(draftOf(text).table?.questions).toEqual(['dateOrder'])
    expect(short(text)).toEqual(['initiative One', 'initiative Two'])
    expect(short(text, 'a.csv', { dateOrder: 'day-first' })).toEqual([
      'initiative One | 2026-04-03',
      'initiative Two | 2026-06-05',
    ])
    const proven = 'Title,Due date\nOne,03/04/2026\nTwo,25/06/2026\n'
    expect(draftOf(proven).table).toMatchObject({ questions: [], dateOrder: 'day-first' })
  })

  it('asks what the sign in 1,234 means', () => {
    const text = 'Objective;Key result;Baseline;Target\nGrow;Users;"1,234";"2,500"\n'
    expect(draftOf(text).table?.questions).toEqual(['decimal'])
    expect(draftOf(text).lines[1]?.metric).toEqual({ type: 'unmeasured' })
    expect(short(text, 'a.csv', { decimal: ',' })[1]).toBe('  keyResult Users | 1.234 → 2.5')
    expect(short(text, 'a.csv', { decimal: '.' })[1]).toBe('  keyResult Users | 1,234 → 2,500')
  })

  it('takes start and end for values where they are numbers', () => {
    const text =
      'Key result;Start;Target;End date\nUsers;12 %;20 %;2026-12-01\nDeals;3;9;2026-12-02\n'
    expect(short(text)).toEqual([
      '  keyResult Users | 12 → 20 % | 2026-12-01',
      '  keyResult Deals | 3 → 9 | 2026-12-02',
    ])
    expect(short('KR;Start;End\nUsers;12;20\n')).toEqual(['  keyResult Users | 12 → 20'])
    const days = 'Initiative;Start;End\nChatbot;2026-10-01;2026-12-02\n'
    expect(draftOf(days).lines[0]).toMatchObject({ startOn: '2026-10-01', dueOn: '2026-12-02' })
  })

  it('takes the title above the header of a sheet for the name, with its cycle', () => {
    for (const title of ['Q1 2027 OKRs\n\n', 'Q1 2027 OKRs\t\t\t\n\t\t\t\n']) {
      const text = `${title}Objective\tKey result\tStart\tGoal\n"Grow\nfast"\tMRR\t€10k\t€20k\n`
      const draft = draftOf(text, '')
      expect(draft).toMatchObject({ source: 'table', name: 'Q1 2027 OKRs' })
      expect(draft.cycle?.name).toBe('Q1 2027')
      expect(draft.lines.map((line) => line.lineNumber)).toEqual([4, 4])
      expect(draft.lines[1]?.metric).toMatchObject({ baseline: 10_000, target: 20_000 })
    }
  })

  it('takes the quarter that holds all days where none is named', () => {
    const text = 'Initiative;Start;End\nChatbot;2027-01-05;2027-03-02\n'
    expect(draftOf(text).cycle?.name).toBe('Q1 2027')
    expect(draftOf(text.replace('03-02', '04-02')).cycle).toBe(null)
  })

  it('asks about columns without a header', () => {
    const draft = draftOf('Grow\tSign-ups\t10\t20\nGrow\tTrials\t1\t2\n', '')
    expect(draft.table?.questions).toEqual(['columns'])
    expect(draft.lines.map((line) => [line.kind, line.title, metricText(line.metric)])).toEqual([
      ['objective', 'Grow', ''],
      ['keyResult', 'Sign-ups', '10 → 20'],
      ['keyResult', 'Trials', '1 → 2'],
    ])
  })

  it.each<[string, string, RegExp, number]>([
    ['an open quotation mark', `Title,Due\n"open,${'x'.repeat(1_000)}`, /not closed/, 2],
    ['too many columns', `Title,${'a,'.repeat(100)}b\n`, /102 columns/, 1],
    ['ragged rows', 'Title,Owner\nOne,A\nTwo,B,C\n', /2 cells, but this row has 3/, 3],
    ['a column twice', 'Title,Owner,Owner\nOne,A,B\n', /Two columns/, 1],
    [
      'a prototype as a column',
      'Title,Owner,__proto__\nOne,A,B\n',
      /may not be called __proto__/,
      1,
    ],
    [
      'constructor.prototype',
      'Title,Owner,constructor.prototype\nOne,A,B\n',
      /may not be called/,
      1,
    ],
    ['no rows', 'Title,Owner\n', /no rows/, 0],
  ])('refuses %s', (_, text, message, line) => {
    const read = draftFromText(text, 'table.csv')
    expect(read).toMatchObject({ ok: false })
    if (read.ok) return
    expect(read.message).toMatch(message)
    expect(read.place.line).toBe(line)
  })

  it('takes off exactly the guard that exports put before formulas', () => {
    const draft = draftOf("Title,Owner\n'=cmd(1),A\n''quoted,B\n=SUM(A1),C\n")
    expect(draft.lines.map((line) => line.title)).toEqual(['=cmd(1)', "''quoted", '=SUM(A1)'])
  })
})

describe('exports of other tools', () => {
  it('come in as initiatives with their tasks', () => {
    expect(short(fixture('tracker.csv'), 'tracker.csv')).toEqual([
      'initiative Answer bot | jon.d | in-progress | 2026-11-20',
      '  task Collect questions | sara.l | done | 2026-10-09',
      '  task Hand over to people | jon.d | in-progress | 2026-11-13',
      'initiative Train the team, twice | mira.k | blocked | 2026-11-13',
      'initiative =HYPERLINK("http://x.example","Prize") | planned',
    ])
    const first = draftOf(fixture('tracker.csv')).lines[0]
    expect(first).toMatchObject({ externalKey: 'SUP-1', effortDays: 15 })
    expect(first?.note).toBe('Handles 20 questions.\nOwner: Jon.\nLabels: okr-first, ai')
  })

  it('come in with parents by name', () => {
    expect(short(fixture('board.csv'), 'board.csv')).toEqual([
      'initiative Set-up wizard | Jon Dahl | in-progress | 2026-10-05…2026-10-30',
      '  task Ask ten customers | Sara Lind | done | 2026-10-09',
      'initiative Partner launch | idea | 2026-12-20',
    ])
  })
})
