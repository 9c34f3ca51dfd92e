import { describe, expect, it } from 'vitest'
import { metricText } from './metric-text.ts'
import { setKind } from './draft-edit.ts'
import { draftOf, lines, planOf, read, SHORT } from './outline.test-support.ts'

const PLAIN = [
  'O Customers rave',
  ' KR First response from 14 to 5 min',
  '  I Chatbot',
  '   T Collect questions',
]

describe('the shapes of outlines', () => {
  it.each([
    [
      'Markdown, four spaces',
      '- Customers rave\n    - First response from 14 to 5 min\n        - Chatbot\n            - Collect questions\n',
    ],
    [
      'Markdown, two spaces',
      '* Customers rave\n  * First response from 14 to 5 min\n    * Chatbot\n      * Collect questions\n',
    ],
    [
      'tabs',
      '- Customers rave\n\t- First response from 14 to 5 min\n\t\t- Chatbot\n\t\t\t- Collect questions\n',
    ],
    [
      'numbers',
      '1. Customers rave\n   1. First response from 14 to 5 min\n      1. Chatbot\n         1. Collect questions\n',
    ],
    [
      'dotted numbers',
      '1. Customers rave\n1.1 First response from 14 to 5 min\n1.1.1 Chatbot\n1.1.1.1 Collect questions\n',
    ],
    [
      'an indented outline',
      'Customers rave\n  First response from 14 to 5 min\n    Chatbot\n      Collect questions\n',
    ],
    [
      'prefixes without indent',
      'Objective 1: Customers rave\nKR1: First response from 14 to 5 min\nInitiative: Chatbot\nTask: Collect questions\n',
    ],
    [
      'short prefixes',
      'O1 Customers rave\nKR 1.1 First response from 14 to 5 min\nInitiative: Chatbot\n- [ ] Collect questions\n',
    ],
    [
      'dashes behind prefixes',
      'Objective – Customers rave\nKey Result 2 - First response from 14 to 5 min\nProject: Chatbot\nTo-do: Collect questions\n',
    ],
    [
      'headings',
      '## Customers rave\n- First response from 14 to 5 min\n  - Chatbot\n    - Collect questions\n',
    ],
    [
      'labels',
      '## Objective: Customers rave\n### Key results\n- First response from 14 to 5 min\n  - Chatbot\n    - Collect questions\n',
    ],
    [
      'a word processor',
      '•\tCustomers rave\n\to\tFirst response from 14 to 5 min\n\t\t▪\tChatbot\n\t\t\t•\tCollect questions\n',
    ],
    [
      'CRLF and bold',
      '- **Customers rave**\r\n    - First response from 14 to 5 min\r\n        - Chatbot\r\n            - *Collect questions*\r\n',
    ],
  ])('%s', (_, text) => {
    const found = draftOf(text).lines.filter((line) => line.kind !== 'heading')
    expect(found.map((line) => `${SHORT[line.kind]} ${line.title}`)).toEqual(
      PLAIN.map((line) => line.trim()),
    )
    const { plan } = planOf(draftOf(text))
    expect([plan.objective.size, plan.keyResult.size, plan.initiative.size]).toEqual([1, 1, 1])
    const [initiative] = plan.initiative.values()
    expect(initiative?.serves).toHaveLength(1)
    expect(initiative?.tasks.map((task) => task.title)).toEqual(['Collect questions'])
  })

  it('reads blocks of bare lines', () => {
    expect(
      read(
        'Customers rave\nFirst response 14 → 5\nCSAT 78 → 84\n\nNew teams\nActivation 31 → 50\n',
      ),
    ).toEqual([
      'O Customers rave',
      ' KR First response 14 → 5',
      ' KR CSAT 78 → 84',
      'O New teams',
      ' KR Activation 31 → 50',
    ])
  })

  it('reads a first line over the whole as its title, with the cycle that it names', () => {
    const marked =
      'Objective: Rave\nKR: CSAT 78 → 84 by 28 Feb\nInitiative: Chatbot (Feb 1 – Mar 15)\n'
    for (const [first, text] of [
      ['Q1 2027 OKRs', marked],
      ['Ziele Q1 2027', marked],
      ['Q1 2027', 'Rave\n  CSAT 78 → 84 by 28 Feb\n    Chatbot (Feb 1 – Mar 15)\n'],
    ] as const) {
      const draft = draftOf(`${first}\n\n${text}`)
      expect(lines(draft).map((line) => line.trim().slice(0, 6))).toEqual([
        `# ${first}`.slice(0, 6),
        'O Rave',
        'KR CSA',
        'I Chat',
      ])
      expect(draft.cycle?.startOn).toBe('2027-01-01')
      expect(draft.lines[2]?.dueOn).toBe('2027-02-28')
      expect(draft.lines[3]).toMatchObject({ startOn: '2027-02-01', dueOn: '2027-03-15' })
    }
    expect(read('Support team\nObjective: Rave\nKR: CSAT 78 → 84\n')[0]).toBe('# Support team')
    expect(read('Plan the move\n\nHire the best\n- 5 engineers\n')[0]).toBe('O Plan the move')
  })

  it('reads letters, pictures and German words before a line', () => {
    expect(
      read(
        '🎯 Objective 1 – Rave\nVerantwortlich: Mira\n📈 KR 1: CSAT 78 → 84\nI: Chatbot\nT: Ask\n',
      ),
    ).toEqual(['O Rave @Mira', ' # Owner: Mira', ' KR CSAT 78 → 84', '  I Chatbot', '   T Ask'])
    expect(read('- 🚀 Rave\n  - Tickets per team: 12 → 4\n  - Sales: 50 new deals\n')).toEqual([
      'O 🚀 Rave',
      ' KR Tickets per team: 12 → 4',
      ' KR 50 new deals @Sales',
    ])
  })

  it('reads tables below headings, each where it stands', () => {
    const table = (rows: string) => `| KR | From | To | Owner |\n|----|:--:|---:|---|\n${rows}\n`
    const text = `# H1 2027

## Become the obvious choice
${table('| Win rate | 22% | 30% | Jon |\n| Demo \\| trial | 1,200 | 2,500 | Sara |')}
- [ ] Case studies

## O2: Grow
### Key results
${table('| Sign-ups | 12,5 | 20 | Ada |')}
| Initiative | Start | Due |
|---|---|---|
| Paris office | 2027-01-15 | 2027-02-28 |
`
    const draft = draftOf(text)
    expect(lines(draft).filter((line) => !line.includes('#'))).toEqual([
      ' O Become the obvious choice',
      '  KR Win rate @Jon',
      '  KR Demo | trial @Sara',
      '  I Case studies',
      ' O Grow',
      '  KR Sign-ups @Ada',
      '   I Paris office',
    ])
    expect(draft.lines.map((line) => line.id)).toEqual(draft.lines.map((_, at) => at))
    expect(draft.lines.map((line) => metricText(line.metric)).filter(Boolean)).toEqual([
      '22 → 30 %',
      '1,200 → 2,500',
      '12.5 → 20',
    ])
    expect(draft.lines.find((line) => line.title === 'Win rate')?.lineNumber).toBe(6)
    const { plan } = planOf(draft)
    expect([...plan.initiative.values()].map((each) => each.serves.length)).toEqual([0, 1])
    expect(read(`# Grow\n${table('| Win rate | 22% | 30% | Jon |')}`)).toEqual([
      'O Grow',
      ' KR Win rate @Jon',
    ])
    expect(read('- Grow\n\n| a | b |\n|---|---|\n| 1 | 2 |\n')[1]).toBe('O | a | b |')
  })

  it('reads quoted lines with a mark, and a text that is quoted as a whole', () => {
    const marked = ['O Fast', ' KR First answer 14 → 5 min', ' KR 95 % CSAT', ' N so we hope']
    expect(
      read('*O1: Fast*\n> KR1: First answer 14 → 5 min\n> KR1.2) 95 % CSAT\n> so we hope\n'),
    ).toEqual(marked)
    expect(read('> O1: Fast\n> - KR1: First answer 14 → 5 min\n>\n> - KR 2) 95 % CSAT\n')).toEqual(
      marked.slice(0, 3),
    )
  })

  it('reads an arrow between two numbers as the way, else as what came of it', () => {
    expect(read('- Fast\n  - KR: backlog 1,200 => 300\n  - KR: users by 25% => 27%\n')).toEqual([
      'O Fast',
      ' KR backlog 1,200 => 300',
      ' KR users by 25%',
    ])
    expect(
      metricText(
        draftOf('- A\n - KR: backlog 1,200 => 300\n').lines[1]?.metric ?? { type: 'done' },
      ),
    ).toBe('1,200 → 300')
  })

  it('reads bare objectives above bullets', () => {
    expect(read('Customers rave\n- CSAT 78 → 84\nNew teams\n- Activation 31 → 50\n')).toEqual([
      'O Customers rave',
      ' KR CSAT 78 → 84',
      'O New teams',
      ' KR Activation 31 → 50',
    ])
  })

  it('reads checkboxes, owners, notes and attributes', () => {
    const text = `# Q1 2027 OKRs
> NOTE: Draft of the board.
1. Customers rave (owner: Mira)
   Why: They pay us
   - KR: CSAT 78 → 84 => 80 in May, see [board](https://x.example/b)
     - [x] Survey @Jon
     - [ ] Follow-up
       Owner: Ada
`
    expect(read(text)).toEqual([
      '# Q1 2027 OKRs',
      ' N Draft of the board.',
      ' O Customers rave @Mira',
      '  N Why: They pay us',
      '  KR CSAT 78 → 84',
      '   I Survey @Jon done',
      '   I Follow-up @Ada',
      '    # Owner: Ada',
    ])
    const { plan } = planOf(draftOf(text))
    expect(plan.meta.direction).toBe('Draft of the board.')
    expect([...plan.objective.values()][0]?.why).toBe('They pay us')
    expect([...plan.keyResult.values()][0]).toMatchObject({
      note: '80 in May, see board (https://x.example/b)',
      link: 'https://x.example/b',
      dueOn: '2027-03-31',
    })
  })

  it('joins hard-wrapped lines and keeps paragraphs as notes', () => {
    const draft = draftOf(
      '- Customers rave\n  - Reduce the first response from 14\n    to 5 minutes\n\n    Because they wait.\n',
    )
    expect(lines(draft)).toEqual([
      'O Customers rave',
      ' KR Reduce the first response from 14 to 5 minutes',
    ])
    expect(draft.lines[1]?.note).toBe('Because they wait.')
  })

  it('skips front matter, comments and rules, and keeps markup as text', () => {
    expect(
      read(
        '---\ntitle: x\n---\n<!-- hidden -->\n- <img src=x onerror=alert(1)>\n  - KR: =cmd|1\n---\n',
      ),
    ).toEqual(['O <img src=x onerror=alert(1)>', ' KR =cmd|1'])
  })

  it('reads what a line says of today, and gives the words back where they mean nothing', () => {
    const draft = draftOf(`# OKRs Q1 2027

Objective: Sales are steady
- KR: NPS from 30 to 50 (now 38, confidence 6/10, weight 40%)
- KR: Grow MRR from €10k to €15k by EOQ
- KR: Close 20 deals, 60% done
- KR: NPS to 50, currently 38
`)
    const figures = draft.lines.map(({ title, current, confidence, weight, dueOn }) =>
      [title, current, confidence, weight, dueOn].join(' | '),
    )
    expect(figures).toEqual([
      'OKRs Q1 2027 |  |  |  | ',
      'Sales are steady |  |  |  | ',
      'NPS from 30 to 50 | 38 | 6 | 40 | ',
      'Grow MRR from €10k to €15k |  |  |  | 2027-03-31',
      'Close 20 deals, 60% done |  |  |  | ',
      'NPS to 50, currently 38 |  |  |  | ',
    ])
    expect(draft.lines[4]).toMatchObject({
      metric: { baseline: 0, target: 20 },
      warnings: ['“60% done” is no value; say where it stands by a check-in.'],
    })
    expect(draft.lines[5]?.metric).toMatchObject({ baseline: 38, target: 50 })
    const [checkIn] = [...planOf(draft).plan.checkIn.values()]
    expect(checkIn).toMatchObject({ value: 38, confidence: 6 })
    const asWork = setKind(draft, 2, 'initiative').lines[2]
    expect(asWork?.title).toBe('NPS from 30 to 50 (now 38, confidence 6/10, weight 40%)')
  })
})
