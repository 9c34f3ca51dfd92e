import { refused, taken, type InputCase } from './input-case.ts'
import { FILE, fileWith, rowOf, setRow, withHeader, type Row } from './sample-file.ts'

const more = (row: (rows: readonly Row[]) => Row) => fileWith((rows) => [...rows, row(rows)])
const circle = (length: number): string =>
  fileWith((rows) => {
    const base = rowOf(rows, 'objective')
    const parent = (at: number) => ({ kind: 'objective', id: `c${String(at % length)}` })
    return [
      ...rows,
      ...Array.from({ length }, (_, at) => ({
        ...base,
        id: `c${String(at)}`,
        parent: parent(at + 1),
      })),
    ]
  })
const waits = (length: number): string =>
  fileWith((rows) => {
    const base = rowOf(rows, 'initiative')
    return [
      ...rows,
      ...Array.from({ length }, (_, at) => ({
        ...base,
        id: `w${String(at)}`,
        dependsOn: [`w${String((at + 1) % length)}`],
      })),
    ]
  })
const increase = (changes: Row) =>
  setRow('keyResult', {
    metric: { type: 'increase', unit: '', baseline: 1, target: 2, ...changes },
  })

/** Each field of each row once with a value of another type. */
const wrongTypes: readonly InputCase[] = (() => {
  const cases: InputCase[] = []
  const seen = new Set<string>()
  const { things } = JSON.parse(FILE) as { things: Row[] }
  for (const [at, row] of things.entries())
    for (const [field, value] of Object.entries(row)) {
      const key = `${String(row['kind'])}.${field}`
      if (seen.has(key)) continue
      seen.add(key)
      const wrong = typeof value === 'object' && value !== null ? 7 : { odd: true }
      cases.push(
        refused(
          25,
          `${key} of another type`,
          fileWith((rows) => rows.map((one, i) => (i === at ? { ...one, [field]: wrong } : one))),
          /./,
        ),
      )
    }
  return cases
})()

/** Inputs 20–30 of the forty: ids, references, order, versions, numbers, days, header, old files. */
export const ROWS_AND_GRAPH: readonly InputCase[] = [
  ...['toString', 'hasOwnProperty', 'then', '__defineGetter__', '__proto__', 'constructor'].map(
    (title) => taken(20, `the title ${title}`, setRow('objective', { title })),
  ),
  refused(
    21,
    'the same row twice',
    more((rows) => rowOf(rows, 'initiative')),
    /stands there twice/,
  ),
  refused(
    21,
    'ids that differ by case',
    more((rows) => ({ ...rowOf(rows, 'person'), id: 'MIRA' })),
    /twice/,
  ),
  refused(
    21,
    'an id in NFC',
    more((rows) => ({ ...rowOf(rows, 'person'), id: 'caf\u00e9' })),
    /is not an id/,
  ),
  refused(
    21,
    'an id in NFD',
    more((rows) => ({ ...rowOf(rows, 'person'), id: 'cafe\u0301' })),
    /is not an id/,
  ),
  ...[1, 2, 1_000].map((length) =>
    refused(
      22,
      `a circle of ${String(length)} parents`,
      () => circle(length),
      /contributes to itself/,
    ),
  ),
  ...[1, 2, 1_000].map((length) =>
    refused(
      22,
      `a circle of ${String(length)} that wait`,
      () => waits(length),
      /itself|each other|circle/i,
    ),
  ),
  refused(
    23,
    'a missing parent',
    setRow('objective', { parent: { kind: 'objective', id: 'gone' } }),
    /not in the plan/,
  ),
  refused(
    23,
    'a missing objective',
    setRow('keyResult', { objectiveId: 'gone' }),
    /not in the plan/,
  ),
  refused(
    23,
    'a missing key result',
    setRow('initiative', { serves: [{ keyResultId: 'gone', share: 1 }] }),
    /not in the plan/,
  ),
  refused(23, 'a missing check-in', setRow('checkIn', { corrects: 'gone' }), /not in the plan/),
  refused(23, 'a missing cycle', setRow('objective', { cycleId: 'gone' }), /not in the plan/),
  refused(23, 'a missing person', setRow('objective', { ownerId: 'gone' }), /not in the plan/),
  refused(
    24,
    'two parents',
    setRow('objective', {
      parent: [
        { kind: 'objective', id: 'o2' },
        { kind: 'objective', id: 'o2' },
      ],
    }),
    /parent/,
  ),
  refused(
    24,
    'one leg served twice',
    setRow('initiative', {
      serves: [
        { keyResultId: 'k1', share: 0.5 },
        { keyResultId: 'k1', share: 0.5 },
      ],
    }),
    /twice|more than once/,
  ),
  ...[-1, 1.5, '-1', '1.5', ''].map((order) =>
    refused(24, `the order ${JSON.stringify(order)}`, setRow('objective', { order }), /order/),
  ),
  ...[2, 99, 2 ** 31].map((version) =>
    refused(
      25,
      `format version ${String(version)}`,
      fileWith(() => undefined, { version }),
      /newer Roadbook.*left as it is/,
    ),
  ),
  ...[0, -1, 1.5, '1', null].map((version) =>
    refused(
      25,
      `the version ${JSON.stringify(version)}`,
      fileWith(() => undefined, { version }),
      /header is damaged/,
    ),
  ),
  ...wrongTypes,
  refused(26, '1e999', withHeader('1e999'), /too large/),
  refused(26, '2^53 + 1', withHeader('9007199254740993'), /too large to be kept/),
  refused(
    26,
    'progress 1e308',
    setRow('initiative', { typedProgress: 1e308 }),
    /typedProgress|too large/,
  ),
  refused(26, 'a target of 1e308', increase({ target: 1e308 }), /too large/),
  refused(26, 'a negative weight', setRow('keyResult', { weight: -1 }), /negative/),
  refused(
    26,
    'a share of 150 %',
    setRow('initiative', { serves: [{ keyResultId: 'k1', share: 1.5 }] }),
    /serves/,
  ),
  refused(26, 'confidence 11', setRow('checkIn', { confidence: 11 }), /confidence/),
  taken(
    26,
    '-0',
    increase({ baseline: 0 }).replace('"baseline":0', '"baseline":-0'),
    /edited outside/,
  ),
  ...[
    '2026-02-30',
    '0000-00-00',
    '0000',
    '275761-01-01',
    '2026-2-1',
    '2026-11-22T00:00:00Z',
    '',
  ].map((day) =>
    refused(
      27,
      `the day ${JSON.stringify(day)}`,
      setRow('keyResult', { dueOn: day }),
      /calendar day/,
    ),
  ),
  refused(27, 'an end before the start', setRow('cycle', { endOn: '2026-09-01' }), /before/),
  taken(27, 'a leap day', setRow('checkIn', { day: '2028-02-29' })),
  refused(27, 'a leap day that is none', setRow('checkIn', { day: '2027-02-29' }), /calendar day/),
  ...['2026-03-29T01:30:00.000Z', '2026-10-25T00:30:00.000Z', '2026-11-01T06:30:00.000Z'].map(
    (at) => taken(27, `a moment in a change of clocks, ${at}`, setRow('checkIn', { at })),
  ),
  refused(
    27,
    'a moment without a zone',
    setRow('checkIn', { at: '2026-03-29T02:30:00.000' }),
    /at/,
  ),
  refused(
    28,
    'a count that is too small',
    fileWith(() => undefined, { count: 1 }),
    /says that it holds 1/,
  ),
  refused(
    28,
    'a count that is too large',
    fileWith(() => undefined, { count: 999 }),
    /says that it holds 999/,
  ),
  refused(
    28,
    'rows missing under an honest count',
    fileWith((rows) => rows.filter((row) => row['kind'] !== 'cycle')),
    /not in the plan/,
  ),
  taken(
    28,
    'a wrong checksum alone',
    FILE.replace('Chatbot', 'Answer bot'),
    /edited outside the app/,
  ),
  taken(29, 'this version\u2019s own file', FILE),
  taken(
    29,
    'other order of fields',
    fileWith((rows) => rows.map((row) => Object.fromEntries(Object.entries(row).reverse()))),
  ),
  taken(
    29,
    'unknown fields in header and rows',
    setRow('keyResult', { later: { kept: [1, null, 'x'] } }).replace(
      '"app"',
      '"by": "hand", "app"',
    ),
  ),
  refused(
    30,
    'no rows at all',
    fileWith(() => []),
    /0 plans/,
  ),
]
