import { describe, expect, it } from 'vitest'
import { REPORT_KINDS } from '#domain/report/options.ts'
import { parseReportArguments, REPORT_FORMATS } from './report-arguments.ts'

describe('the command line of the report', () => {
  it('has an ordinary form', () => {
    expect(parseReportArguments(['plan.roadbook'])).toEqual({
      ok: true,
      arguments: {
        input: 'plan.roadbook',
        kind: 'review',
        person: null,
        objective: null,
        roads: false,
        formats: ['html'],
        outFolder: '.',
        cycleName: null,
        paper: 'A4',
        dates: 'words',
        today: null,
      },
    })
  })

  it('takes everything that it offers', () => {
    const line =
      'okrs.md --kind plan --format pdf,html,md,pdf --out reports --cycle Q4 --paper Letter --dates iso --today 2026-11-22'
    expect(parseReportArguments(line.split(' '))).toMatchObject({
      ok: true,
      arguments: {
        input: 'okrs.md',
        kind: 'plan',
        formats: ['html', 'md', 'pdf'],
        outFolder: 'reports',
        cycleName: 'Q4',
        paper: 'Letter',
        dates: 'iso',
        today: '2026-11-22',
      },
    })
  })

  it('knows every kind and every format', () => {
    for (const kind of REPORT_KINDS)
      expect(
        parseReportArguments([
          'a',
          '--kind',
          kind,
          ...(kind === 'person' ? ['--person', 'M'] : []),
        ]),
      ).toMatchObject({ ok: true, arguments: { kind } })
    const all = parseReportArguments(['a', '--format', REPORT_FORMATS.join(',')])
    expect(all).toMatchObject({ ok: true, arguments: { formats: REPORT_FORMATS } })
  })

  it.each([
    [[], 'Name the plan'],
    [['a', '--kind', 'person'], '--person'],
    [['a', '--kind', 'across', '--person', 'M'], '--person'],
    [['a', 'b'], 'one too many'],
    [['a', '--kind', 'both'], '--kind'],
    [['a', '--format', 'html,xlsx'], 'xlsx'],
    [['a', '--format', ''], '--format'],
    [['a', '--paper', 'a4'], '--paper'],
    [['a', '--dates', 'de'], '--dates'],
    [['a', '--today', '2026-02-30'], '--today'],
    [['a', '--objective', '1'], 'png or svg'],
    [['a', '--kind', 'week', '--roads'], '--roads'],
    [['a', '--colour'], '--colour'],
  ])('%j is refused with a word about %s', (argv, word) => {
    const parsed = parseReportArguments(argv)
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(word) as string })
  })
})
