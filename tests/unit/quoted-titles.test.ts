import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Where what stands in quotation marks is Roadbook's own word. */
const OWN_WORDS = [
  'src/domain/report/compose-rules.ts',
  'src/renderer/features/reports/builder.tsx',
]
/** The two that put quotation marks around what people wrote, and keep its direction within them. */
const QUOTING = ['src/domain/plan/title-quote.ts', 'src/domain/exchange/clean-text.ts']

it('nobody puts quotation marks around a title by hand', () => {
  const byHand = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) => !path.includes('.test') && ![...OWN_WORDS, ...QUOTING].includes(path))
    .filter((path) => /“(\$\{|\{)/.test(readFileSync(path, 'utf8')))
  expect(byHand).toEqual([])
})
