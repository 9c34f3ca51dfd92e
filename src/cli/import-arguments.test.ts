import { describe, expect, it } from 'vitest'
import { parseImportArguments } from './import-arguments.ts'

describe('parseImportArguments', () => {
  it('reads all of them, and the days of a quarter by its name', () => {
    expect(
      parseImportArguments([
        'a.md',
        '--out',
        'b.roadbook',
        '--name',
        'N',
        '--cycle',
        'Q1 2027',
        '--end',
        '2027-03-15',
      ]),
    ).toEqual({
      ok: true,
      arguments: {
        input: 'a.md',
        out: 'b.roadbook',
        options: {
          name: 'N',
          cycle: { name: 'Q1 2027', startOn: '2027-01-01', endOn: '2027-03-15' },
        },
      },
    })
  })

  it.each<[string[], RegExp]>([
    [[], /Name the file to read/],
    [['a.md'], /--out/],
    [['a.md', 'b.md', '--out', 'c'], /too many/],
    [['a.md', '--out', 'c', '--start', '2026-02-30'], /not a day/],
    [['a.md', '--out', 'c', '--what'], /what/],
  ])('refuses %j', (argv, message) => {
    const parsed = parseImportArguments(argv)
    expect(parsed).toMatchObject({ ok: false })
    if (!parsed.ok) expect(parsed.message).toMatch(message)
  })
})
