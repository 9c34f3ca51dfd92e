import { describe, expect, it } from 'vitest'
import { metricText } from './metric-text.ts'
import { draftOf, lines, SHORT } from './outline.test-support.ts'

const ABOVE = 'O: Support people love\n- KR: First response from 14 to 5 min\n'
const HEAD = ['O Support people love', ' KR First response from 14 to 5 min | 14 → 5 min']

/** Each line with its number, its owner and its due day. */
const short = (text: string) =>
  draftOf(text).lines.map((line) =>
    [
      `${' '.repeat(line.depth)}${SHORT[line.kind]} ${line.title}`,
      line.owner,
      metricText(line.metric),
      line.dueOn,
    ]
      .filter(Boolean)
      .join(' | '),
  )
const pipes = (...rows: string[]) => {
  const [header = '', ...rest] = rows.map((row) => `| ${row} |\n`)
  return `${header}|---|---|---|\n${rest.join('')}`
}

describe('a table below the lines of an outline', () => {
  const rows = ['Key result | Start | Goal', 'Tickets per team | 12 | 4', 'CSAT | 78 % | 84 %']
  const plain = (sign: string, from = 0) =>
    `${rows.slice(from).join('\n').replaceAll(' | ', sign)}\n`
  it.each([
    ['pipes', pipes(...rows)],
    [
      'pipes without a ruling line',
      plain(' | ')
        .replace(/^(.*)$/gm, '| $1 |')
        .replace('|  |', ''),
    ],
    ['bars without outer ones', plain(' | ').replace('\n', '\n--- | --- | ---\n')],
    ['tabs', plain('\t')],
    ['commas', plain(',')],
    ['semicolons', plain(';')],
    [
      'pipes without a header',
      pipes(...rows)
        .split('\n')
        .slice(2)
        .join('\n'),
    ],
    ['tabs without a header', plain('\t', 1)],
    ['commas without a header', plain(', ', 1)],
  ])('is read with %s', (_, table) => {
    const read = [...HEAD, ' KR Tickets per team | 12 → 4', ' KR CSAT | 78 → 84 %']
    expect(short(`${ABOVE}${table}`)).toEqual(read)
    expect(short(`${ABOVE}\n${table}\nO: Grow\n- KR: Trials from 3 to 9\n`)).toEqual([
      ...read,
      'O Grow',
      ' KR Trials from 3 to 9 | 3 → 9',
    ])
  })

  it('may have objectives of its own, and another table behind it', () => {
    const own = pipes('Objective | Key result | Start | Goal', 'Grow | Trials | 3 | 9')
    expect(short(`O: Love\n${own}`)).toEqual(['O Love', 'O Grow', ' KR Trials | 3 → 9'])
    const work = pipes('Initiative | Owner | Due', 'Chatbot | Ana Ruiz | 2027-02-28')
    for (const text of [`O: Love\n${pipes(...rows)}\n${work}`, `${pipes(...rows)}\n${work}`])
      expect(short(text).slice(-3)).toEqual([
        ' KR Tickets per team | 12 → 4',
        ' KR CSAT | 78 → 84 %',
        '  I Chatbot | Ana Ruiz | 2027-02-28',
      ])
  })

  it('knows key results by their numbers or titles in a table of work', () => {
    const results = pipes(
      'KR | Metric | Baseline | Target',
      'KR1.1 | CSAT | 78 | 84',
      'KR1.2 | NPS | 20 | 40',
    )
    const work = pipes('Initiative | KR', 'Bot | KR1.1', 'Survey | NPS')
    expect(short(`O: Love\n${results}\n${work}`)).toEqual([
      'O Love',
      ' KR CSAT | 78 → 84',
      '  I Bot',
      ' KR NPS | 20 → 40',
      '  I Survey',
    ])
  })

  it('leaves sentences with commas alone', () => {
    expect(lines(draftOf('O: Love\n- KR: NPS 5, 6, or 7\nAsk Ana, Jon, and Mira\n'))[2]).toBe(
      ' N Ask Ana, Jon, and Mira',
    )
  })
})

describe('what stands over the numbers of a table', () => {
  it.each([
    ['Key result | Start | Goal', 'Tickets | 12 | 4', 'KR Tickets | 12 → 4'],
    ['Kennzahl | Start | Ziel', 'Tickets | 12,5 | 4', 'KR Tickets | 12.5 → 4'],
    ['KPI | Baseline (Q4) | Target Q1', 'Tickets | 12 | ≤ 4', 'KR Tickets | 12 → 4'],
    ['Metric | Baseline | Current | Target', 'CSAT | 78 | 80 | 84 %', 'KR CSAT | 78 → 84 %'],
    ['Schlüsselergebnis | Start | Ist | Ziel', 'CSAT | 78 | 80 | 84', 'KR CSAT | 78 → 84'],
    ['Metric | Now | Goal', 'Tickets | 12 | 4', 'KR Tickets | 12 → 4'],
    ['Goal | From | To', 'Sign-ups | 12 | 40', 'KR Sign-ups | 12 → 40'],
    ['KR | Goal | Owner', 'CSAT | 84 % | Ana Ruiz', 'KR CSAT | Ana Ruiz | ? → 84 %'],
    [
      'KR | Start | Goal | Wer | Bis',
      'A b | 1 | 2 | Jo | 31.03.2027',
      'KR A b | Jo | 1 → 2 | 2027-03-31',
    ],
  ])('%s', (header, row, read) => {
    expect(short(pipes(header, row)).map((line) => line.trim())).toEqual([read])
  })

  it('keeps a goal in words as the objective', () => {
    expect(short(pipes('Goal | Key result | Start | Target', 'Be fast | Reply | 14 | 5'))).toEqual([
      'O Be fast',
      ' KR Reply | 14 → 5',
    ])
  })

  it('reads several lines in one cell', () => {
    const rows = [
      'Objective | Key results | Owner | Initiatives',
      'Love | * KR1: CSAT 78 → 84<br>* KR2: NPS 20 → 40 | @Ana Ruiz, @Jon | Bot<br>Training',
    ]
    expect(short(pipes(...rows))).toEqual([
      'O Love',
      ' KR CSAT 78 → 84 | 78 → 84',
      ' KR NPS 20 → 40 | 20 → 40',
      '  I Bot | Ana Ruiz',
      '  I Training | Ana Ruiz',
    ])
    expect(short('KR\tInitiative\nNPS 20 → 40\t"• Bot\n• Training"\n')).toEqual([
      ' KR NPS 20 → 40 | 20 → 40',
      '  I Bot',
      '  I Training',
    ])
  })

  it('says what is no number', () => {
    const text = pipes('KR | Start | Goal', 'Mails | 9 | 3', 'Reply | 14 | soon')
    expect(draftOf(text).lines[1]?.warnings).toEqual([
      '“soon” was not understood as a number; it was left out.',
    ])
  })
})
