import { describe, expect, it } from 'vitest'
import { draftOf, read } from './outline.test-support.ts'
import { draftFromText } from './read-source.ts'

const OKR = ['O Rave', ' KR CSAT 78 → 84', 'O Grow', ' KR Trials 3 → 9']

describe('what people paste', () => {
  it.each([
    ['pictures as bullets', '🎯 Rave\n👉 CSAT 78 → 84\n🎯 Grow\n👉 Trials 3 → 9\n'],
    ['pictures below bare lines', 'Rave\n👉 CSAT 78 → 84\nGrow\n👉 Trials 3 → 9\n'],
    ['numbers without a point', '1 Rave\n1.1 CSAT 78 → 84\n2 Grow\n2.1 Trials 3 → 9\n'],
    ['colons behind objectives', 'Rave:\n- CSAT 78 → 84\nGrow:\n- Trials 3 → 9\n'],
    [
      'a chat',
      '*O1: Rave* :tada:\n• KR1: CSAT 78 → 84\n*O2: Grow* :rocket:\n• KR1: Trials 3 → 9 :+1:\n',
    ],
    [
      'bullets of a word processor without their indents',
      '• Objective: Rave\no KR: CSAT 78 → 84\n• Objective: Grow\no KR: Trials 3 → 9\n',
    ],
    [
      'a line for each objective',
      'Objective: Rave. KR1: CSAT 78 → 84\nO: Grow; KR 2.1: Trials 3 → 9\n',
    ],
    [
      'what each is in brackets',
      'O1 (committed): Rave\n  KR1.1: CSAT 78 → 84\nO2 (stretch): Grow\n  KR: Trials 3 → 9\n',
    ],
    [
      'invisible marks',
      '\u200bObjective 1:\u00a0Rave\n\tKR 1:\tCSAT 78 → 84\nObjective 2: Grow\n\tKR:\u00a0Trials 3 → 9\n',
    ],
    ['cells that lost their ends', 'Rave\n\tCSAT 78 → 84\t\nGrow\t\n\tTrials 3 → 9\n'],
    [
      'quotation marks',
      'Objective 1 – “Rave”\nKey Result 1.1 – “CSAT 78 → 84”\nObjective 2 – „Grow“\nKR – Trials 3 → 9\n',
    ],
    [
      'a form of tabs',
      'Objective\tRave\nKey result 1\tCSAT 78 → 84\nObjective\tGrow\nKR 1\tTrials 3 → 9\n',
    ],
    [
      'a form of pipes',
      '| Objective | Rave |\n|---|---|\n| KR 1 | CSAT 78 → 84 |\n| Objective | Grow |\n| KR 1 | Trials 3 → 9 |\n',
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(OKR)
  })

  it('a letter around the goals', () => {
    const text =
      'Hi all,\n\nhere are our goals for Q1:\n\n1) Rave\n   - CSAT 78 → 84\n2) Grow\n   - Trials 3 → 9\n\nPlease comment by Friday.\n\nThanks,\nMira\n'
    const [greeting, lead, ...rest] = read(text)
    expect([greeting, lead]).toEqual(['- Hi all,', '# here are our goals for Q1'])
    expect(rest.slice(0, 4)).toEqual(OKR.map((line) => ` ${line}`))
    expect(rest.slice(4)).toEqual(['N Please comment by Friday.', '- Thanks,', '- Mira'])
    expect(draftOf(text).name).toBe('My OKRs')
    const marked = read('# Q1\n\nHi all,\n\nO: Rave\n- KR: CSAT 78 → 84\n\nThanks,\nMira\n')
    expect(marked.map((line) => line.trim().slice(0, 2))).toEqual([
      '# ',
      '- ',
      'O ',
      'KR',
      '- ',
      '- ',
    ])
  })

  it('no letter where a line only begins like one', () => {
    expect(read('Hey\n- CSAT 78 → 84\nBest support in town\n- Trials 3 → 9\n')[2]).toBe(
      'O Best support in town',
    )
    expect(read('- Rave\n  - CSAT 78 → 84\n\nThanks to partners we grow\n').at(-1)).toBe(
      'O Thanks to partners we grow',
    )
  })

  it('an owner on a line of its own', () => {
    expect(read('O: Rave\n@Ana Ruiz\n- KR: CSAT 78 → 84\n').slice(0, 2)).toEqual([
      'O Rave @Ana Ruiz',
      ' # Owner: Ana Ruiz',
    ])
  })

  it('a bare label over bullets, and mentions of a chat', () => {
    expect(read('O: Rave\nKR: CSAT 78 → 84 <@U01|mira>\nInitiatives\n· Bot\n· Training\n')).toEqual(
      ['O Rave', ' KR CSAT 78 → 84 @mira', ' # Initiatives', '  I Bot', '  I Training'],
    )
  })

  it('days without a year beside one with it, or on the day of reading', () => {
    const text = 'O: Rave\n- KR: CSAT 78 → 84 by 28 Feb\n'
    const dueOn = (draft: ReturnType<typeof draftOf>) => draft.lines[1]?.dueOn
    expect(dueOn(draftOf(text))).toBe(null)
    expect(dueOn(draftOf(`${text}- KR: Trials 3 → 9 by 2027-03-15\n`))).toBe('2027-02-28')
    const today = draftFromText(text, '', {}, { today: '2026-12-20' })
    expect(today.ok && dueOn(today.draft)).toBe('2027-02-28')
  })
})
