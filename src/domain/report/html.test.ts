import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansOf } from './document.ts'
import { hostileDocument } from './hostile-document.test-support.ts'
import { escapeText, REPORT_POLICY, reportHtml } from './html.ts'
import { reportMarkdown } from './markdown.ts'
import { HOSTILE } from './hostile-text.test-support.ts'

const documentOf = (text: string) => hostileDocument([text])
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

  it.each([
    'Café zwölf · Q4 2026 · This week',
    'זמן תגובה ראשון · a “b” c \\ d',
    '</style> */ } "',
    '5 € 6',
  ])('prints %j at the foot of each page, letter by letter', (footer) => {
    const html = reportHtml({ ...documentOf('x'), footer }, { paper: 'A4', pageNumbers: true })
    const [, written = ''] = /@bottom-left\{content:"([^"]*)"/.exec(html) ?? []
    // CSS takes up to six digits and one space behind them (css-syntax-3, 4.3.7).
    const read = written.replace(/\\([\da-f]{1,6})\s?/g, (_, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16)),
    )
    expect(read).toBe(footer)
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
