import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { address, heading, ours, spansOf, theirs } from './document.ts'
import type { ReportDocument } from './document.ts'
import { escapeText, REPORT_POLICY, reportHtml } from './html.ts'
import { reportMarkdown } from './markdown.ts'
import { HOSTILE } from './hostile-text.test-support.ts'

/** A document in which one text stands in every place that takes text. */
function documentOf(text: string): ReportDocument {
  return {
    title: text,
    overline: [theirs(text)],
    heading: [theirs(text)],
    subtitle: [theirs(text)],
    footer: text,
    sections: [
      {
        id: 'rules',
        blocks: [
          heading(2, [theirs(text)], [theirs(text)]),
          { type: 'text', look: 'prose', text: [address(text), theirs(text, { strong: true })] },
          {
            type: 'table',
            label: text,
            set: 'T',
            noteLabel: 'Rule',
            columns: [
              { label: 'A', align: 'start', width: 50 },
              { label: 'B', align: 'end', width: 50 },
            ],
            rows: [
              {
                cells: [[[theirs(text)], [theirs(text)]], [[ours('1')]]],
                notes: [[theirs(text)]],
                faded: false,
              },
            ],
          },
          { type: 'list', items: [[theirs(text)]] },
          {
            type: 'drawing',
            drawing: {
              look: 'route',
              description: [[theirs(text)]],
              strips: [
                {
                  width: 10,
                  height: 10,
                  label: text,
                  shapes: [
                    {
                      type: 'text',
                      x: 0,
                      y: 0,
                      size: 9,
                      anchor: 'start',
                      bold: false,
                      fill: '#000',
                      text,
                    },
                  ],
                },
              ],
            },
          },
        ],
      },
    ],
  }
}

const page = (text: string) => reportHtml(documentOf(text), { paper: 'A4', pageNumbers: true })
/** Markup with the content of text and attributes taken away: what a parser would see as structure. */
const skeleton = (html: string) =>
  html
    .replace(/<style>[^<]*<\/style>/, '<style></style>')
    .replace(/="[^"]*"/g, '=""')
    .replace(/>[^<>]*</g, '><')

describe('the HTML file', () => {
  it('forbids itself to load or run anything', () => {
    const html = page('x')
    expect(html).toContain(
      `http-equiv="Content-Security-Policy" content="${escapeText(REPORT_POLICY)}"`,
    )
    expect(html).not.toMatch(/<script|<img|<link|<iframe|@import|url\(|\son\w+=/i)
  })

  it.each(HOSTILE)('shows %j as text', (text) => {
    expect(skeleton(page(text)).replace(/<a [^>]*>|<\/a>/g, '')).toBe(
      skeleton(page('x')).replace(/<a [^>]*>|<\/a>/g, ''),
    )
    for (const [, href = ''] of page(text).matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^https?:\/\//i)
  })

  it('has the same structure whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(skeleton(page(text))).toBe(skeleton(page('x')))
      }),
    )
  })
})

describe('HTML and Markdown', () => {
  it.each(HOSTILE)('both carry %j whole', (text) => {
    const html = page(text)
    const markdown = reportMarkdown(documentOf(text))
    const unescaped = markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')
    for (const span of spansOf(documentOf(text))) {
      expect(html).toContain(escapeText(span.text))
      expect(unescaped).toContain(
        span.text
          .replace(/\s*\n\s*/g, ' ↵ ')
          .replace(/[\t ]+/g, ' ')
          .trim(),
      )
    }
  })
})
