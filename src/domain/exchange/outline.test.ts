import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { integrityProblems } from '../plan/integrity.ts'
import { planFromThings } from '../plan/plan.ts'
import { thingSchema } from '../plan/thing.ts'
import type { Draft } from './draft.ts'
import { setKept, setKind } from './draft-edit.ts'
import { thingsFromDraft } from './draft-things.ts'
import { metricText } from './metric-text.ts'
import { draftFromText } from './read-source.ts'

function draftOf(text: string, name = ''): Draft {
  const read = draftFromText(text, name)
  if (!read.ok) throw new Error(read.message)
  return read.draft
}

const SHORT = {
  objective: 'O',
  keyResult: 'KR',
  initiative: 'I',
  task: 'T',
  note: 'N',
  heading: '#',
  skip: '-',
}
const lines = (draft: Draft) =>
  draft.lines.map(({ depth, kind, title, owner, state }) =>
    [
      `${' '.repeat(depth)}${SHORT[kind]} ${title}`,
      owner && `@${owner}`,
      state === 'done' ? 'done' : '',
    ]
      .filter(Boolean)
      .join(' '),
  )
const read = (text: string) => lines(draftOf(text))

function thingsOf(draft: Draft) {
  let next = 0
  const context = {
    now: '2026-11-22T12:00:00.000Z',
    today: '2026-11-22',
    newId: () => `id-${String((next += 1))}`,
  }
  const cycle = draft.cycle ?? { name: 'Q4 2026', startOn: '2026-10-01', endOn: '2026-12-31' }
  return thingsFromDraft(draft, { name: 'Plan', plan: null, cycle, context })
}

function planOf(draft: Draft) {
  const { things, warnings } = thingsOf(draft)
  for (const thing of things) expect(thingSchema.parse(thing)).toEqual(thing)
  const plan = planFromThings(things)
  expect(integrityProblems(plan)).toEqual([])
  return { plan, warnings }
}

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
})

const COMPANY = `# CY26-Q4 OKRs

> NOTE: We changed [how we plan](index.md).

1. **CEO: Net new revenue**
   1. **Sales (Closing): Reach [$N](https://docs.example/n#k=1) by training 2 people who close 4 Tier 1 deals (>=$100K each).**
      1. Sales (Closing) KR: Get 70% of trials to convert.
   1. **Product: Increase engagement.**
      1. Product KR: Increase users by 25% => [Dashboard](https://bi.example/478)
      1. Product KR: Search returns in under 2s with 80k repositories. => Not measured (yet).
1. **CEO: Aspirational team.**
   1. CEO KR: Publish our progress more.
   1. **Sales: Write a hiring plan with an +80 or higher NPS by EOQ.**
`

describe('a company’s nested OKRs', () => {
  it('reads parents, owners, results and links', () => {
    const { plan, warnings } = planOf(draftOf(COMPANY, 'okrs.md'))
    const objectives = [...plan.objective.values()]
    const nameOf = (id: string | null) => (id === null ? '' : (plan.person.get(id)?.name ?? '?'))
    const titleOf = (id: string | undefined) =>
      id === undefined ? '' : (plan.objective.get(id)?.title ?? '?')
    expect(objectives.map((o) => [o.title, nameOf(o.ownerId), titleOf(o.parent?.id)])).toEqual([
      ['Net new revenue', 'CEO', ''],
      [
        'Reach $N by training 2 people who close 4 Tier 1 deals (>=$100K each).',
        'Sales (Closing)',
        'Net new revenue',
      ],
      ['Increase engagement.', 'Product', 'Net new revenue'],
      ['Aspirational team.', 'CEO', ''],
      ['Write a hiring plan with an +80 or higher NPS by EOQ.', 'Sales', 'Aspirational team.'],
    ])
    expect(objectives[1]?.note).toBe('$N: https://docs.example/n#k=1')
    const keyResults = [...plan.keyResult.values()]
    expect(
      keyResults.map((k) => [
        k.title,
        nameOf(k.ownerId),
        titleOf(k.objectiveId),
        metricText(k.metric),
        k.note,
      ]),
    ).toEqual([
      ['Get 70% of trials to convert.', 'Sales (Closing)', objectives[1]?.title, '? → 70 %', ''],
      [
        'Increase users by 25%',
        'Product',
        'Increase engagement.',
        '+25 %',
        'Dashboard (https://bi.example/478)',
      ],
      [
        'Search returns in under 2s with 80k repositories.',
        'Product',
        'Increase engagement.',
        'at most 2 s',
        'Not measured (yet).',
      ],
      ['Publish our progress more.', 'CEO', 'Aspirational team.', '', ''],
    ])
    expect(keyResults[1]?.link).toBe('https://bi.example/478')
    expect([...plan.person.values()].map((p) => p.name)).toEqual([
      'CEO',
      'Sales (Closing)',
      'Product',
      'Sales',
    ])
    expect([...plan.cycle.values()][0]).toMatchObject({ name: 'Q4 2026', endOn: '2026-12-31' })
    expect(warnings.map((w) => w.line)).toEqual([7, 9, 12])
    expect(plan.meta.direction).toBe('We changed how we plan.\nhow we plan: index.md')
  })

  const REAL = new URL('../../../../shared/data/real-okrs-2019-q4.md', import.meta.url)
  // The published text is not part of the repository; where it lies beside it, it is read too.
  it.runIf(existsSync(REAL))('reads a published example whole', () => {
    const text = readFileSync(REAL, 'utf8')
    const { plan } = planOf(draftOf(text, 'real.md'))
    const written = text.split('\n').filter((line) => /^\s*1\. /.test(line))
    expect(plan.keyResult.size).toBe(written.filter((line) => / KR: /.test(line)).length)
    expect(plan.objective.size).toBe(written.filter((line) => line.includes('**')).length)
    expect([...plan.objective.values()].filter((o) => !o.parent).map((o) => o.title)).toEqual([
      'Net new ARR',
      'Standard developer platform',
      'Aspirational team.',
    ])
    expect([...plan.objective.values()].every((o) => o.ownerId !== null)).toBe(true)
    expect([...plan.keyResult.values()].every((k) => k.ownerId !== null)).toBe(true)
    const everything = JSON.stringify([
      ...plan.objective.values(),
      ...plan.keyResult.values(),
      plan.meta,
    ])
    for (const [, address] of text.matchAll(/\]\(([^)]+)\)/g)) expect(everything).toContain(address)
  })
})

describe('edits of a draft', () => {
  const draft = draftOf('- A\n  - B 1 → 2\n    - C\n      - D\n- E\n')

  it('shifts what stands below by place', () => {
    expect(lines(setKind(draft, 1, 'objective')).slice(1, 4)).toEqual([
      ' O B 1 → 2',
      '  KR C',
      '   I D',
    ])
    expect(lines(setKind(draft, 0, 'keyResult')).slice(0, 4)).toEqual([
      'KR A',
      ' I B 1 → 2',
      '  T C',
      '   T D',
    ])
  })

  it('drops a line with what stands below it, and takes it back', () => {
    const dropped = setKept(draft, 1, false)
    expect(dropped.lines.map((line) => line.kept)).toEqual([true, false, false, false, true])
    expect(setKept(dropped, 1, true)).toEqual(draft)
  })

  it('puts key results without an objective under one to be named', () => {
    const { plan, warnings } = planOf(draftOf('KR: Reach 5 users\nKR: Reach 6 users\n'))
    expect([...plan.objective.values()].map((o) => o.title)).toEqual(['Objective to be named'])
    expect(plan.keyResult.size).toBe(2)
    expect(warnings[0]?.text).toMatch(/no objective above/)
  })
})

describe('bounds', () => {
  it('keeps a title that is too long whole in the note', () => {
    const long = `${'word '.repeat(200)}end`
    const { plan, warnings } = planOf(draftOf(`- ${long}\n  - KR: ${long}\n`))
    const [objective] = plan.objective.values()
    expect(objective?.title.length).toBeLessThanOrEqual(500)
    expect(objective?.note).toBe(long)
    expect(warnings.filter((w) => /longer than 500/.test(w.text)).map((w) => w.line)).toEqual([
      1, 2,
    ])
  })

  it('refuses more than 20,000 lines and more than 2 MB', () => {
    expect(draftFromText('a\n'.repeat(20_001), '')).toMatchObject({
      ok: false,
      place: { line: 20_001 },
    })
    expect(draftFromText('a'.repeat(2 * 1024 * 1024 + 1), '')).toMatchObject({ ok: false })
  })

  it.each([
    ['brackets', '['.repeat(300_000)],
    ['links cut off', '- [a]('.repeat(80_000)],
    ['stars', `- ${'*'.repeat(500_000)}`],
    ['deep lists', Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at)}- x`).join('\n')],
    ['many lines', '- a: b\n'.repeat(19_900)],
    ['many siblings', `- a\n${'  - [ ] KR b 5 %\n'.repeat(19_900)}`],
    ['tabs', '\t'.repeat(500_000)],
    ['colons', `- ${'a: '.repeat(300_000)}`],
    ['emoji', `- ${'👩‍👩‍👧‍👦'.repeat(40_000)}`],
    ['marks', `- a${'\u0301'.repeat(10_000)}`],
  ])('reads hostile %s in linear time', (_, text) => {
    const start = performance.now()
    const read = draftFromText(text, '')
    if (read.ok) thingsOf(read.draft)
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
