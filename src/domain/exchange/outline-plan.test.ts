import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { setKept, setKind } from './draft-edit.ts'
import { metricText } from './metric-text.ts'
import { draftOf, lines, planOf, thingsOf } from './outline.test-support.ts'
import { draftFromText } from './read-source.ts'

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

  it('puts the days of a line back into its words where it has none of its own', () => {
    const dated = draftOf('O: A\n- KR: B 1 → 2 by 2027-02-28\n')
    expect(dated.lines[1]?.title).toBe('B 1 → 2')
    expect(setKind(dated, 1, 'objective').lines[1]?.title).toBe('B 1 → 2 by 2027-02-28')
    expect(setKind(dated, 1, 'initiative').lines[1]?.title).toBe('B 1 → 2')
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
  ])('reads hostile %s to its end', (_, text) => {
    const read = draftFromText(text, '')
    expect(read.ok ? thingsOf(read.draft) : read.message).toBeTruthy()
  })
})
