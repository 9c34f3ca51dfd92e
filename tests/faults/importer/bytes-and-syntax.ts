import { LIMITS } from '#domain/plan/limits.ts'
import { refused, taken, type InputCase } from './input-case.ts'
import { bytesOf, FILE, fileWith, withHeader, withRow, type Row } from './sample-file.ts'

const tail = (...bytes: number[]) => Uint8Array.of(...bytesOf(FILE).slice(0, 40), ...bytes)
const utf16 = (isLittle: boolean) =>
  Uint8Array.from([
    ...(isLittle ? [0xff, 0xfe] : [0xfe, 0xff]),
    ...[...FILE].flatMap((char) => {
      const code = char.charCodeAt(0)
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  ])
const nest = (depth: number, open: string, close: string) =>
  open.repeat(depth) + '1' + close.repeat(depth)
/** Objects so deep that the innermost stands at `depth` of the file. */
const objects = (depth: number) => withRow(nest(depth - 2, '{"a":', '}'))
const people = (count: number): string =>
  fileWith((rows) => {
    const person = rows.find((row) => row['kind'] === 'person') as Row
    return [
      ...rows,
      ...Array.from({ length: count - rows.length }, (_, at) => ({
        ...person,
        id: `p-${String(at)}`,
      })),
    ]
  })

/** Inputs 1–19 of the forty: bytes, JSON, sizes, field names. */
export const BYTES_AND_SYNTAX: readonly InputCase[] = [
  refused(1, 'an empty file', '', /empty/),
  refused(2, 'blanks only', ' \r\n\t ', /nothing in it but blanks/),
  refused(2, 'a byte order mark only', '\ufeff', /blanks/),
  ...['null', '42', '"x"', '[]'].map((text) =>
    refused(3, `${text} alone`, text, /not a Roadbook plan/),
  ),
  ...Array.from({ length: 19 }, (_, at) =>
    refused(
      4,
      `our file cut at ${String(at + 1)}/20`,
      FILE.slice(0, Math.floor((FILE.length * (at + 1)) / 20)),
      /cut off|not closed|expected|not JSON/,
    ),
  ),
  refused(5, 'two documents in one', FILE + FILE, /something follows/),
  refused(6, 'NaN', withHeader('NaN'), /not JSON/),
  refused(6, 'Infinity', withHeader('Infinity'), /not JSON/),
  refused(6, 'a comment', withHeader('/* x */ 1'), /not JSON/),
  refused(6, 'a trailing comma', withHeader('[1,]'), /not JSON/),
  refused(6, 'single quotes', withHeader("'x'"), /not JSON/),
  refused(7, 'invalid UTF-8', tail(0xc3, 0x28), /not valid UTF-8/),
  refused(7, 'surrogate bytes', tail(0xed, 0xa0, 0x80), /not valid UTF-8/),
  refused(7, 'an overlong form', tail(0xc0, 0xaf), /not valid UTF-8/),
  refused(7, 'a sequence cut at the end', tail(0xe2, 0x82), /not valid UTF-8/),
  refused(8, 'UTF-16 LE', () => utf16(true), /UTF-16.*UTF-8/),
  refused(8, 'UTF-16 BE', () => utf16(false), /UTF-16.*UTF-8/),
  taken(9, 'a byte order mark and CRLF', `\ufeff${FILE.replaceAll('\n', '\r\n')}`),
  refused(10, 'NUL bytes', FILE.replace('Chatbot', 'Chat\0bot'), /byte \d+ is zero/),
  refused(10, 'a picture', tail().fill(0).fill(0x89, 0, 1), /not a text file/),
  refused(10, 'a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /PNG/, 'a.json'),
  refused(10, 'a ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /ZIP/, 'a.json'),
  refused(10, 'a database', 'SQLite format 3\0', /SQLite/, 'a.json'),
  refused(11, 'a million arrays', () => withHeader(nest(1_000_000, '[', ']')), /32 deep/),
  refused(12, 'objects 33 deep', objects(33), /32 deep/),
  refused(12, 'objects 32 deep in a row too many', objects(32), /says that it holds/),
  taken(12, 'an unknown field 32 deep', withHeader(nest(31, '{"a":', '}'))),
  refused(13, '50 MB and a byte', () => new Uint8Array(LIMITS.fileBytes + 1), /larger than 50 MB/),
  refused(14, 'a text of 49 MB', () => withHeader(`"${'x'.repeat(49e6)}"`), /longer than/),
  refused(15, '6 million numbers', () => withHeader(`[${'1,'.repeat(6e6 - 1)}1]`), /5000000/),
  refused(16, '20,001 rows', () => people(20_001), /20001 things; at most 20000/),
  taken(16, '20,000 rows', () => people(20_000), /edited outside/),
  refused(17, '__proto__ at the top', withHeader('{"__proto__": {"x": 1}}'), /__proto__ is not/),
  refused(17, '__proto__ in a row', withRow('{"__proto__": 1}'), /__proto__ is not/),
  refused(
    17,
    '__proto__ 20 deep',
    withHeader(nest(20, '{"a":{"__proto__":', '}}')),
    /32 deep|is not/,
  ),
  refused(17, '__proto__ escaped', withHeader('{"\\u005f_proto__": 1}'), /__proto__ is not/),
  refused(18, 'constructor', withHeader('{"constructor":{"prototype":{}}}'), /constructor is not/),
  refused(18, 'prototype', withRow('{"prototype": {}}'), /prototype is not/),
  ...['constructor.prototype', 'constructor', 'prototype.x', '__proto__'].map((name) =>
    refused(18, `a column ${name}`, `Title,${name}\nOne,A\n`, /may not be called/, 'table.csv'),
  ),
  refused(19, 'an id twice', withRow('{"id": "a", "id": "b"}'), /stands there twice/),
  refused(19, 'an id twice, escaped', withRow('{"id": 1, "\\u0069d": 2}'), /stands there twice/),
]
