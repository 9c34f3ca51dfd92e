import { describe, expect, test } from 'vitest'
import { quoted, shortTitle } from './title-quote.ts'

describe('a title inside a sentence', () => {
  test.each([
    ['Chatbot', 'Chatbot'],
    ['  line one\r\nline\ttwo\u2028three ', 'line one line two three'],
    // Marks that turn the rest of the sentence around have no business in it; letters keep theirs.
    ['gnp\u202eexe', 'gnpexe'],
    ['\u2067a\u2069\u202ab\u202c', 'ab'],
    ['مرحبا', 'مرحبا'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['a'.repeat(41), `${'a'.repeat(39)}…`],
    [`${'a'.repeat(38)}👩‍👩‍👧‍👦b`, `${'a'.repeat(38)}👩‍👩‍👧‍👦b`],
    [`${'a'.repeat(39)}👩‍👩‍👧‍👦b`, `${'a'.repeat(39)}…`],
  ])('%j becomes %j', (title, shown) => {
    expect(shortTitle(title)).toBe(shown)
    expect(quoted(title)).toBe(`"${shown}"`)
  })
})
