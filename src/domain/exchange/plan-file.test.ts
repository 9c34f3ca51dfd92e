import { describe, expect, it } from 'vitest'
import { LIMITS } from '../plan/limits.ts'
import type { Thing } from '../plan/thing.ts'
import { thingsFromDraft } from './draft-things.ts'
import { PLAN_FILE_LIMITS, readPlanFile, writePlanFile } from './plan-file.ts'
import { draftFromText } from './read-source.ts'

const NOW = '2026-11-22T12:00:00.000Z'
const HEADER = { savedAt: NOW, app: '0.1.0' }
const bytesOf = (text: string) => new TextEncoder().encode(text)

function sampleThings(): readonly Thing[] {
  const read = draftFromText(
    '1. Mira: Customers rave\n   1. Mira KR: CSAT 78 → 84 => fine\n      1. Chatbot\n         1. [x] Ask\n      1. Training\n   1. Mira KR: Improve\n1. Mira: Above\n   1. Mira: Below\n      1. Mira KR: Reach 5\n',
    '',
  )
  if (!read.ok) throw new Error(read.message)
  let next = 0
  return thingsFromDraft(read.draft, {
    name: 'Sample',
    plan: null,
    cycle: { name: 'Q4 2026', startOn: '2026-10-01', endOn: '2026-12-31' },
    context: { now: NOW, today: '2026-11-22', newId: () => `id-${String((next += 1))}` },
  }).things
}

const THINGS = sampleThings()
const FILE = writePlanFile(THINGS, HEADER)
const read = (input: string | Uint8Array) =>
  readPlanFile(typeof input === 'string' ? bytesOf(input) : input, 'plan.roadbook')

/** The file with its rows changed, count and checksum as they come. */
type Row = Record<string, unknown>
function fileWith(change: (rows: Row[]) => unknown, header: Row = {}): string {
  const file = JSON.parse(FILE) as Row & { things: Row[] }
  const things = (change(file.things) as Row[] | undefined) ?? file.things
  return JSON.stringify({ ...file, count: things.length, things, ...header })
}
const rowOf = (rows: Row[], kind: string) => rows.find((row) => row['kind'] === kind) ?? {}

describe('a plan file', () => {
  it('comes back as it was written', () => {
    expect(read(FILE)).toEqual({ ok: true, things: THINGS, warnings: [] })
    expect(FILE.split('\n').length).toBeGreaterThan(THINGS.length)
  })

  it('keeps where the plan stood and which states it went through', () => {
    const head = { planId: 'p', seq: 3, hash: 'a'.repeat(32), version: 1 }
    const lineage = ['a', 'b'].map((letter) => letter.repeat(32))
    expect(read(writePlanFile(THINGS, { ...HEADER, head, lineage }))).toEqual({
      ok: true,
      things: THINGS,
      head,
      lineage,
      warnings: [],
    })
    expect(read(writePlanFile(THINGS, { ...HEADER, lineage: ['x'] }))).toMatchObject({ ok: false })
  })

  it('is taken with a mark, CRLF and other key order', () => {
    expect(read(`\ufeff${FILE.replaceAll('\n', '\r\n')}`)).toEqual({
      ok: true,
      things: THINGS,
      warnings: [],
    })
    const turned = fileWith((rows) =>
      rows.map((row) => Object.fromEntries(Object.entries(row).reverse())),
    )
    expect(read(turned)).toMatchObject({ ok: true, things: THINGS, warnings: [{ line: 0 }] })
  })

  it('only warns about a checksum', () => {
    const result = read(FILE.replace('CSAT 78', 'NPS 78'))
    expect(result).toMatchObject({ ok: true })
    expect(result.ok && result.warnings.map((w) => w.text).join()).toMatch(/edited outside/)
  })

  it('keeps fields that it does not know, and writes them back in place', () => {
    const later = fileWith((rows) => {
      rowOf(rows, 'objective')['mood'] = { colour: 'blue', toString: 1 }
    })
    const result = read(later)
    if (!result.ok) throw new Error(result.message)
    expect(result.things.find((t) => t.kind === 'objective')?.extra).toEqual({
      mood: { colour: 'blue', toString: 1 },
    })
    const again = writePlanFile(result.things, HEADER)
    expect(again).toContain('"mood":{"colour":"blue","toString":1}')
    expect(again).not.toContain('"extra"')
  })

  it('takes odd titles as text, -0 as 0, and cleans controls', () => {
    const titles = [
      'toString',
      '__proto__',
      'then',
      '<img src=x onerror=alert(1)>',
      '=1+1',
      'e\u0301 \u0007x',
      '../../x',
      '\u202eabc',
    ]
    for (const title of titles) {
      const result = read(
        fileWith((rows) => {
          rowOf(rows, 'objective')['title'] = title
        }),
      )
      expect(result.ok && result.things.find((t) => t.kind === 'objective')?.title).toBe(
        title === 'e\u0301 \u0007x' ? '\u00e9 x' : title,
      )
    }
    const zero = read(fileWith(() => undefined).replace('"weight":1', '"weight":-0'))
    expect(
      zero.ok && zero.things.some((t) => t.kind === 'keyResult' && Object.is(t.weight, 0)),
    ).toBe(true)
  })

  it('takes as many things as a plan may hold and not one more', () => {
    const person = THINGS.find((t) => t.kind === 'person')
    if (!person) throw new Error('no person')
    const many = (count: number) =>
      writePlanFile(
        [
          ...THINGS,
          ...Array.from({ length: count }, (_, at) => ({ ...person, id: `p${String(at)}` })),
        ],
        HEADER,
      )
    const room = LIMITS.things - THINGS.length
    expect(read(many(room))).toMatchObject({ ok: true })
    expect(read(many(room + 1))).toMatchObject({ ok: false, message: /20001 things/ })
  })
})

const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const withExtra = (json: string) => FILE.replace('"app"', `"later": ${json},\n"app"`)
const setRow = (kind: string, changes: Row) =>
  fileWith((rows) => {
    Object.assign(rowOf(rows, kind), changes)
  })
const chain = (length: number) =>
  fileWith((rows) => {
    const base = rowOf(rows, 'objective')
    for (let at = 0; at < length; at++)
      rows.push({
        ...base,
        id: `c${String(at)}`,
        parent: { kind: 'objective', id: `c${String((at + 1) % length)}` },
      })
  })

it('says of a file that ends too early that it is cut off, wherever it ends', () => {
  const text = FILE.trimEnd()
  for (let end = 40; end < text.length; end += 3) {
    const result = read(text.slice(0, end))
    expect(result.ok ? 'taken' : result.message, text.slice(end - 20, end)).toMatch(/cut off/)
  }
})

const REFUSED: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['nothing', '', /empty/],
  ['blanks', ' \n\t ', /nothing in it but blanks/],
  ['a mark alone', '\ufeff', /blanks/],
  ...['null', '42', '"x"', '[]', '{}'].map((text) => [text, text, /not a Roadbook plan/] as const),
  ['two documents', FILE + FILE, /something follows/],
  ['NaN', withExtra('NaN'), /not JSON/],
  ['Infinity', withExtra('-Infinity'), /not JSON/],
  ['a comment', withExtra('1 /* x */'), /expected a comma/],
  ['a trailing comma', withExtra('[1,]'), /not JSON/],
  ['single quotes', withExtra("'x'"), /not JSON/],
  ['invalid UTF-8', Uint8Array.of(...bytesOf(FILE).slice(0, 30), 0xc3, 0x28), /not valid UTF-8/],
  ['an overlong form', Uint8Array.of(...bytesOf(FILE).slice(0, 30), 0xc0, 0xaf), /not valid UTF-8/],
  [
    'surrogate bytes',
    Uint8Array.of(...bytesOf(FILE).slice(0, 30), 0xed, 0xa0, 0x80),
    /not valid UTF-8/,
  ],
  ['UTF-16 LE', Uint8Array.of(0xff, 0xfe, 0x7b, 0), /UTF-16.*UTF-8/],
  ['UTF-16 BE', Uint8Array.of(0xfe, 0xff, 0, 0x7b), /UTF-16/],
  [
    'UTF-16 without a mark',
    Uint8Array.from([...FILE.slice(0, 200)].flatMap((c) => [c.charCodeAt(0), 0])),
    /UTF-16/,
  ],
  ['NUL bytes', FILE.replace('CSAT', 'C\0AT'), /byte \d+ is zero/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /PNG/],
  ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20), /ZIP/],
  ['a web page', '\n<!DOCTYPE html><html><h1>O: x</h1></html>', /web page.*copy the text/],
  ['a database', bytesOf('SQLite format 3\0'), /SQLite/],
  ['a million arrays', withExtra(nest(1_000_000)), /more than 32 deep/],
  ['33 levels', withExtra(nest(32)), /more than 32 deep/],
  ['more than 50 MB', new Uint8Array(LIMITS.fileBytes + 1), /larger than 50 MB/],
  ['one huge text', withExtra(`"${'x'.repeat(5_000_000)}"`), /longer than/],
  ['6 million numbers', withExtra(`[${'1,'.repeat(5_999_999)}1]`), /more than 5000000 values/],
  ['__proto__', withExtra('{"__proto__": {"a": 1}}'), /__proto__ is not allowed/],
  ['__proto__ escaped', withExtra(String.raw`{"\u005f_proto__": 1}`), /__proto__ is not allowed/],
  ['constructor', withExtra('{"constructor": {"prototype": {}}}'), /constructor is not allowed/],
  ['a field twice', withExtra('{"id": 1, "id": 2}'), /stands there twice/],
  ['a field twice, escaped', withExtra(String.raw`{"id": 1, "\u0069d": 2}`), /stands there twice/],
  ['1e999', withExtra('1e999'), /too large/],
  ['2^53+1', withExtra('9007199254740993'), /too large to be kept/],
  ['a newer version', fileWith(() => undefined, { version: 2 }), /newer Roadbook/],
  ['version as text', fileWith(() => undefined, { version: '1' }), /version/],
  ['another format', fileWith(() => undefined, { format: 'x' }), /"format" is not/],
  ['a wrong count', fileWith(() => undefined, { count: 1 }), /says that it holds 1/],
  ['the same id twice', fileWith((rows) => [...rows, rows.at(-1)]), /stands there twice/],
  [
    'ids that differ by case',
    fileWith((rows) => [
      ...rows,
      { ...rows.at(-1), id: String(rows.at(-1)?.['id']).toUpperCase() },
    ]),
    /stands there twice/,
  ],
  ['two plans', fileWith((rows) => [...rows, { ...rowOf(rows, 'plan'), id: 'other' }]), /2 plans/],
  ['no plan', fileWith((rows) => rows.filter((row) => row['kind'] !== 'plan')), /0 plans/],
  ['a row that is no object', fileWith((rows) => [...rows, 7]), /not an object/],
  [
    'an unknown kind',
    fileWith((rows) => [...rows, { kind: 'rocket', id: 'r' }]),
    /kind of this row/,
  ],
  ['a circle of one', chain(1), /contributes to itself/],
  ['a circle of two', chain(2), /contributes to itself/],
  ['a circle of a thousand', chain(1_000), /contributes to itself/],
  ['a missing objective', setRow('keyResult', { objectiveId: 'gone' }), /not in the plan/],
  ['a missing owner', setRow('objective', { ownerId: 'gone' }), /not in the plan/],
  ['an order that is no key', setRow('objective', { order: '-1' }), /order/],
  ['a negative weight', setRow('keyResult', { weight: -1 }), /weight is negative/],
  ['a value of 1e308', setRow('keyResult', { weight: 1e308 }), /too large/],
  ['a share above 1', setRow('initiative', { typedProgress: 1.5 }), /typedProgress/],
  ['2026-02-30', setRow('keyResult', { dueOn: '2026-02-30' }), /not a calendar day/],
  ['the year 275761', setRow('keyResult', { dueOn: '275761-01-01' }), /not a calendar day/],
  ['a day 0000', setRow('keyResult', { dueOn: '0000-00-00' }), /not a calendar day/],
  ['an end before the start', setRow('cycle', { endOn: '2026-09-01' }), /before/],
  ['a title of 501', setRow('objective', { title: 'x'.repeat(501) }), /longer than 500/],
  ['an empty title', setRow('objective', { title: ' ' }), /empty/],
  ['too much in unknown fields', setRow('objective', { later: 'x'.repeat(5_000) }), /at most 4096/],
  [
    'a target equal to its baseline',
    setRow('keyResult', { metric: { type: 'increase', unit: '', baseline: 5, target: 5 } }),
    /target/,
  ],
  [
    'shares that are not 100 %',
    fileWith((rows) => {
      const initiative = rowOf(rows, 'initiative') as Row & { serves: { share: number }[] }
      if (initiative.serves[0]) initiative.serves[0].share = 0.5
    }),
    /100 %/,
  ],
]

describe('a plan file is refused whole', () => {
  it.each(REFUSED)('%s', (_, input, message) => {
    const result = read(input)
    expect(result).toMatchObject({ ok: false, place: { file: 'plan.roadbook' } })
    if (!result.ok) expect(result.message).toMatch(message)
  })

  it('when it is cut anywhere', () => {
    for (let part = 1; part < 20; part++)
      expect(read(FILE.slice(0, Math.floor((FILE.length * part) / 20))).ok).toBe(false)
  })

  it('with line, row, title and field in the message', () => {
    const lines = FILE.split('\n')
    const at = lines.findIndex((line) => line.includes('"kind":"keyResult"'))
    lines[at] = lines[at]?.replace('"weight":1', '"weight":"1"') ?? ''
    const result = read(lines.join('\n'))
    expect(result).toMatchObject({ ok: false, place: { line: at + 1 } })
    if (result.ok) return
    expect(result.place.field).toMatch(/^row \d+, key result “CSAT 78 → 84”, weight$/)
  })

  it('when any field has a wrong type', () => {
    for (const [at, thing] of THINGS.entries())
      for (const [name, value] of Object.entries(thing)) {
        const wrong = typeof value === 'object' && value !== null ? 7 : { odd: true }
        const text = fileWith((rows) => {
          const row = rows[at]
          if (row) row[name] = wrong
        })
        expect([thing.kind, name, read(text).ok]).toEqual([thing.kind, name, false])
      }
  })
})

describe('mutants of a plan file', () => {
  it('are refused in words or taken whole, and never harm', () => {
    const seed = Date.now() % 1_000_000
    let state = seed
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return state % below
    }
    const original = bytesOf(FILE)
    const tokens = [
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      ':',
      'null',
      '-1',
      '1e400',
      '"__proto__":1,',
      '\\u0000',
      '\n',
      '﻿',
    ]
    for (let round = 0; round < 400; round++) {
      let bytes = original.slice()
      for (let edits = 1 + random(3); edits > 0; edits--) {
        const at = random(bytes.length)
        const kind = random(4)
        if (kind === 0) bytes[at] = random(256)
        else if (kind === 1) bytes = bytes.slice(0, at)
        else {
          const insert =
            kind === 2
              ? bytesOf(tokens[random(tokens.length)] ?? '')
              : bytes.slice(at, at + random(80))
          bytes = Uint8Array.of(...bytes.slice(0, at), ...insert, ...bytes.slice(at + random(4)))
        }
      }
      const where = `seed ${String(seed)}, round ${String(round)}`
      const result = readPlanFile(bytes, 'm.roadbook', PLAN_FILE_LIMITS)
      if (result.ok) {
        const again = readPlanFile(bytesOf(writePlanFile(result.things, HEADER)), 'm.roadbook')
        expect(again.ok && again.things, where).toEqual(result.things)
      } else expect(result.message.length, where).toBeGreaterThan(10)
      expect(Object.keys(Object.prototype), where).toEqual([])
    }
  })
})
