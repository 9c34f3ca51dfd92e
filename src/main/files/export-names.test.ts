import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileFormatSchema } from '#shared/ipc-contract.ts'
import { exportName, isDeviceName } from './export-names.ts'

const CASES: readonly (readonly [suggested: string, name: string])[] = [
  ['Customer support Q4', 'Customer support Q4.pdf'],
  ['Review.pdf', 'Review.pdf'],
  ['Review.PDF', 'Review.pdf'],
  ['.pdf', 'pdf.pdf'],
  ['', 'roadbook-report.pdf'],
  ['   ', 'roadbook-report.pdf'],
  ['.', 'roadbook-report.pdf'],
  ['..', 'roadbook-report.pdf'],
  ['???', 'roadbook-report.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['C:\\Windows\\a', 'C Windows a.pdf'],
  ['a:b', 'a b.pdf'],
  ['a\u0000b\nc\td', 'a b c d.pdf'],
  ['dots and spaces . . ', 'dots and spaces.pdf'],
  ['.hidden', 'hidden.pdf'],
  ['CON', 'CON_.pdf'],
  ['con.txt', 'con_.txt.pdf'],
  ['nul', 'nul_.pdf'],
  ['COM1', 'COM1_.pdf'],
  ['com¹', 'com¹_.pdf'],
  ['LPT9.x', 'LPT9_.x.pdf'],
  ['console', 'console.pdf'],
  ['aux .b', 'aux_.b.pdf'],
  ['\u202Egnp.exe', 'gnp.exe.pdf'],
  ['zero\u200Bwidth\uFEFF', 'zero width.pdf'],
  ['cafe\u0301', 'café.pdf'],
  ['lone \uD800 half', 'lone half.pdf'],
  ['🚀'.repeat(300), `${'🚀'.repeat(28)}.pdf`],
  ['x'.repeat(500), `${'x'.repeat(115)}.pdf`],
]

describe('exportName', () => {
  it.each(CASES)('%j becomes %j', (suggested, name) => {
    expect(exportName(suggested, 'pdf')).toBe(name)
  })

  it('gives a name that three systems take, for any text and format', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(
        'CON',
        'prn.',
        ' aux',
        'nul.txt',
        'com0',
        'LPT³',
        '..',
        '\u2028',
        'a.'.repeat(99),
      ),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...fileFormatSchema.options), (suggested, format) => {
        const name = exportName(suggested, format)
        expect(name).toBe(name.normalize('NFC'))
        expect(name.endsWith(`.${format}`)).toBe(true)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"/\\|?*]/u)
        expect(name).not.toMatch(/^[\s.]|[\s.]$|[\s.]\.[a-z]+$/)
        expect(isDeviceName(name)).toBe(false)
        expect(exportName(name, format)).toBe(name)
      }),
      { numRuns: 2_000 },
    )
  })
})
