import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWebLink, readableText, shorten, splitAtLinks } from './printed-text.ts'

describe('readableText', () => {
  it.each([
    ['plain', 'plain'],
    ['two\r\nlines\u2028three', 'two\nlines\nthree'],
    ['tab\there', 'tab here'],
    ['a\u0000b\u001bc', 'a\ufffdb\ufffdc'],
    ['evil\u202egnp.exe', 'evil\ufffdgnp.exe'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['👩‍👩‍👧 stays one', '👩‍👩‍👧 stays one'],
    ['می‌خواهم', 'می‌خواهم'],
    [`Z${'\u0301'.repeat(10_000)}`, `Z${'\u0301'.repeat(8)}`],
  ])('%j is printed as %j', (text, printed) => {
    expect(readableText(text)).toBe(printed)
  })

  it('is stable and leaves nothing that reorders or hides', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printed = readableText(text)
        expect(readableText(printed)).toBe(printed)
        expect(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u.test(printed)).toBe(false)
      }),
    )
  })
})

describe('isWebLink', () => {
  it.each([
    ['https://example.org', true],
    ['http://example.org/a?b=c#d', true],
    ['HTTPS://EXAMPLE.ORG/', true],
    ['https://docs.example.org/#bookmark=id.555', true],
    ['javascript:alert(1)', false],
    ['data:text/html,<script>', false],
    ['file:///etc/passwd', false],
    ['\\\\host\\share', false],
    ['//example.org', false],
    ['https://user@example.org', false],
    ['https://bank.com@evil.org/', false],
    ['https://example.org/"onclick=', false],
    ['https://example.org/<b>', false],
    ['https://', false],
    [' https://example.org', false],
    ['https://example.org/\u202egnp', false],
    ['ms-msdt:/id', false],
    ['', false],
  ])('%j: %s', (text, isLink) => {
    expect(isWebLink(text)).toBe(isLink)
  })
})

describe('splitAtLinks', () => {
  it('keeps the text, links the addresses and leaves the punctuation behind them', () => {
    expect(splitAtLinks('See https://a.org/x, (http://b.org). javascript:x')).toEqual([
      { text: 'See ', href: null },
      { text: 'https://a.org/x', href: 'https://a.org/x' },
      { text: ', (', href: null },
      { text: 'http://b.org', href: 'http://b.org' },
      { text: '). javascript:x', href: null },
    ])
  })

  it('loses nothing', () => {
    const piece = fc.constantFrom('https://a.org', 'http://', ' ', '.', 'x', '\n', ')', '<', 'é')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const parts = splitAtLinks(text)
        expect(parts.map((part) => part.text).join('')).toBe(readableText(text))
        for (const part of parts) if (part.href !== null) expect(isWebLink(part.href)).toBe(true)
      }),
    )
  })
})

describe('shorten', () => {
  it('counts what a person counts', () => {
    expect(shorten('short', 10)).toBe('short')
    expect(shorten('a longer title', 9)).toBe('a longer…')
    expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…')
  })
})
