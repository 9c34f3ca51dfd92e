import { describe, expect, test } from 'vitest'
import { inQuotes, isolated, quoted, shortTitle } from './title-quote.ts'

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
  })

  test.each([
    ['Chatbot', '"Chatbot"'],
    ['顧客満足度 ग्राहक 👩‍👩‍👧‍👦', '"顧客満足度 ग्राहक 👩‍👩‍👧‍👦"'],
    ['مرحبا', '"\u2068مرحبا\u2069"'],
    ['Café שלום 5 %', '"\u2068Café שלום 5 %\u2069"'],
    ['\u202eمرحبا', '"\u2068مرحبا\u2069"'],
    // What is cut away decides nothing.
    [`${'a'.repeat(60)} שלום`, `"${'a'.repeat(39)}…"`],
    ['ש'.repeat(60), `"\u2068${'ש'.repeat(39)}…\u2069"`],
  ])('%j is quoted as %j', (title, shown) => {
    expect(quoted(title)).toBe(shown)
  })
  test.each([
    ['Chatbot', 'Chatbot'],
    ['Café שלום 5 %', '\u2068Café שלום 5 %\u2069'],
    ['ש'.repeat(60), `\u2068${'ש'.repeat(60)}\u2069`],
  ])('%j stands whole within a line as %j', (title, shown) => {
    expect(isolated(title)).toBe(shown)
  })
})

test.each([
  ['Chatbot', '“Chatbot”'],
  ['العملاء', '“\u2068العملاء\u2069”'],
  ['Chatbot for\nquestions', '“Chatbot for questions”'],
])('%j stands on the screen as %j', (title, shown) => {
  expect(inQuotes(title)).toBe(shown)
})

test('cuts a title on the screen where there is less room', () => {
  expect(inQuotes('Chatbot for common questions', 8)).toBe('“Chatbot…”')
})
