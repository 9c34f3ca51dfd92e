import { describe, expect, it } from 'vitest'
import { ours, theirs } from './document.ts'
import type { ReportDocument } from './document.ts'
import { HOSTILE } from './hostile-text.test-support.ts'
import { escapeMarkdown, reportMarkdown } from './markdown.ts'

const empty = { overline: [], heading: [ours('H')], subtitle: [], footer: '', title: '' }
const tableWith = (text: string): ReportDocument => ({
  ...empty,
  sections: [
    {
      id: 'rules',
      blocks: [
        {
          type: 'table',
          label: 'T',
          set: 'T',
          noteLabel: 'Rule',
          columns: [
            { label: 'A', align: 'start', width: 50 },
            { label: 'B', align: 'end', width: 50 },
          ],
          rows: [
            { cells: [[[theirs(text)], [ours('x')]], [[theirs(text)]]], notes: [], faded: false },
          ],
        },
      ],
    },
  ],
})
/** Bars that part cells: not escaped by an odd number of backslashes. */
const bars = (line: string) => [...line.matchAll(/(?<!\\)(?:\\\\)*\|/g)].length

describe('escapeMarkdown', () => {
  it.each([
    ['a*b_c`d', 'a\\*b\\_c\\`d'],
    ['<b>', '\\<b\\>'],
    ['[x](y)', '\\[x\\](y)'],
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['7.1 min', '7.1 min'],
    ['under 2s - fine, 3.5 too', 'under 2s - fine, 3.5 too'],
    ['two\nlines', 'two ↵ lines'],
    ['a | b', 'a \\| b'],
    ['&amp;', '\\&amp;'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  it.each(HOSTILE)('leaves no raw markup of %j', (text) => {
    const escaped = escapeMarkdown(text)
    expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*[<>`*[\]|]/)
    expect(escaped).not.toContain('\n')
  })
})

describe('tables', () => {
  it.each(HOSTILE)('keep their columns with %j', (text) => {
    const lines = reportMarkdown(tableWith(text)).trim().split('\n').slice(2)
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(bars(line)).toBe(3)
  })
})

describe('links', () => {
  it('are written only for web addresses, their end escaped', () => {
    const withLink = (href: string): ReportDocument => ({
      ...empty,
      sections: [
        { id: 'rules', blocks: [{ type: 'text', look: 'note', text: [{ text: 'a', href }] }] },
      ],
    })
    expect(reportMarkdown(withLink('https://a.org/(x)'))).toBe(
      '# H\n\n[a](<https://a.org/%28x%29>)\n',
    )
  })
})
