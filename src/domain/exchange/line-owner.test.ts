import { describe, expect, it } from 'vitest'
import { firstOwner, peopleOf, takeOwner } from './line-owner.ts'
import { draftOf, read } from './outline.test-support.ts'
import { draftFromText } from './read-source.ts'

describe('takeOwner', () => {
  const people = new Set(['mira lee'])
  it.each([
    ['CSAT 78 → 84 @Ana Ruiz', 'Ana Ruiz', 'CSAT 78 → 84'],
    ['CSAT @Ana Ruiz, monthly', 'Ana Ruiz', 'CSAT, monthly'],
    ['CSAT @Ana Ruiz – monthly', 'Ana Ruiz', 'CSAT – monthly'],
    ['CSAT @Ana Ruiz by 28 Feb', 'Ana Ruiz', 'CSAT by 28 Feb'],
    ['CSAT (@Ana Ruiz)', 'Ana Ruiz', 'CSAT'],
    ['CSAT @María de la Cruz.', 'María de la Cruz', 'CSAT.'],
    ['CSAT @Jean-Luc O’Brien @Jon', 'Jean-Luc O’Brien', 'CSAT @Jon'],
    ['CSAT @Ana Ruiz Gómez', 'Ana Ruiz Gómez', 'CSAT'],
    ['@Ana Ruiz: Ask', 'Ana Ruiz', 'Ask'],
    ['@Ana Launch the chatbot', 'Ana', 'Launch the chatbot'],
    ['@Ana Launch: the chatbot', 'Ana', 'Launch: the chatbot'],
    ['@Ana Chatbot Relaunch', 'Ana', 'Chatbot Relaunch'],
    ['Ask @Ana Mobile app questions', 'Ana', 'Ask Mobile app questions'],
    ['Ship @Ana Phase 2', 'Ana', 'Ship Phase 2'],
    ['Ask @ana.ruiz Twice', 'ana.ruiz', 'Ask Twice'],
    ['Ask @Ana.', 'Ana', 'Ask.'],
    ['@Mira Lee Ask them', 'Mira Lee', 'Ask them'],
    ['@mira lee ask them', 'mira lee', 'ask them'],
    ['Ask them (Mira Lee)', 'Mira Lee', 'Ask them'],
    ['Ask them [Mira Lee]', 'Mira Lee', 'Ask them'],
    ['Ask them (owner: Ana Ruiz)', 'Ana Ruiz', 'Ask them'],
    ['Ask them (Owner: Ana Ruiz, due: Feb 28)', 'Ana Ruiz', 'Ask them (due: Feb 28)'],
    ['Ask them – Owner: Ana Ruiz', 'Ana Ruiz', 'Ask them'],
    ['Ask them - owner Jon Dahl', 'Jon Dahl', 'Ask them'],
    ['Ask them | Owner: Ana Ruiz | P1', 'Ana Ruiz', 'Ask them | P1'],
    ['Tell — Jon Dahl — due 28 Feb', 'Jon Dahl', 'Tell — due 28 Feb'],
    ['Open the office (Hong Kong)', undefined, undefined],
    ['Mail ana@ruiz.example', undefined, undefined],
  ])('%s', (title, owner, rest) => {
    const taken = takeOwner(title, people)
    expect([taken?.owner, taken?.title]).toEqual([owner, rest])
  })

  it('knows those whom the text names elsewhere, and names at the ends of most lines', () => {
    const lines = ['Owner: Ana Ruiz', 'Ask (Ana Ruiz)', 'Open (Hong Kong)']
    expect([
      ...peopleOf(
        lines.map((source) => ({ source, width: 0 })),
        [],
      ),
    ]).toEqual(['ana ruiz'])
    expect(read('O: Love\n- KR: CSAT 78 → 84 (Ana Ruiz)\n- KR: NPS 20 → 40 (Jon Dahl)\n')).toEqual([
      'O Love',
      ' KR CSAT 78 → 84 @Ana Ruiz',
      ' KR NPS 20 → 40 @Jon Dahl',
    ])
    expect(read('O: Love\n- Ask – Ana Ruiz\n- Tell — Jon Dahl\n- Go – Mira\n').slice(1)).toEqual([
      ' KR Ask @Ana Ruiz',
      ' KR Tell @Jon Dahl',
      ' KR Go @Mira',
    ])
    const known = draftFromText('O: Love\n- @Ana Ruiz Ask\n', '', {}, { people: ['Ana Ruiz'] })
    expect(known).toMatchObject({ ok: true, draft: { lines: [{}, { owner: 'Ana Ruiz' }] } })
  })
})

it.each([
  ['Ana Ruiz, Jon Dahl', 'Ana Ruiz', 'Jon Dahl'],
  ['@ana / @jon', 'ana', 'jon'],
  ['@Ana Ruiz', 'Ana Ruiz', ''],
  ['Ana Ruiz & Jon', 'Ana Ruiz', 'Jon'],
  ['Dahl, Jon', 'Dahl, Jon', ''],
  ['Sales & Marketing', 'Sales & Marketing', ''],
])('of several owners the first leads: %s', (cell, owner, others) => {
  expect(firstOwner(cell)).toEqual({ owner, others })
})

it('takes the days and the name beside them out of a title', () => {
  const draft = draftOf(
    'Q1 2027\nO: Love\n- KR: CSAT 78 → 84 by 28 Feb\n  - Bot (Jon, Feb 1 – Mar 15)\n',
  )
  expect(draft.lines.slice(2)).toMatchObject([
    { title: 'CSAT 78 → 84', dueOn: '2027-02-28' },
    { title: 'Bot', owner: 'Jon', startOn: '2027-02-01', dueOn: '2027-03-15' },
  ])
  const span = draftOf('Q1 2027\nO: Love\n- KR: CSAT 78 → 84 (Feb 1 – Mar 15)\n').lines[2]
  expect(span).toMatchObject({ title: 'CSAT 78 → 84 (Feb 1 – Mar 15)', startOn: null })
})
