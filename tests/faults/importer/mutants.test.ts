import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPlanFile, writePlanFile } from '#domain/exchange/plan-file.ts'
import { readSource } from '#domain/exchange/read-source.ts'
import { chanceFrom, isLong, record, seed } from '../main/record.ts'
import { thingsOfDraft } from './draft-rows.ts'
import { bytesOf, FILE, HEADER } from './sample-file.ts'

const MUTANTS = isLong ? 200_000 : 10_000
/** Of computing, so that a machine that does much else as well is not taken for a hang. */
const HANG_MS = 2_000
const computedMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/exchange/${name}`, import.meta.url))
const SOURCES: readonly (readonly [name: string, bytes: Uint8Array, share: number])[] = [
  ['m.roadbook', bytesOf(FILE), 0.7],
  ['m.csv', fixture('tracker.csv'), 0.1],
  ['m.csv', fixture('board.csv'), 0.1],
  [
    'm.md',
    bytesOf('# Q4\n1. Mira: **Grow**\n   1. KR: Reach 5 → 9 % => [x](http://x)\n      - Bot\n'),
    0.1,
  ],
]
const TOKENS = [
  ...['{', '}', '[', ']', ',', '"', ':', 'null', '-1', '1e400', '0.', '"__proto__":1,', '\\u0000'],
  ...[
    '\\',
    '\n',
    '\r',
    '\t',
    ';',
    '|',
    '=',
    "'",
    '\ufeff',
    '\u202e',
    '\ud7ff',
    '🚀',
    '\0',
    '/*',
    '-0',
  ],
  ...[
    '"kind":"plan"',
    '"id":"o1"',
    '"parent":{"kind":"objective","id":"o1"}',
    '2026-02-30',
    '[[[[[[',
  ],
]

type Chance = () => number

/** One to four edits of the bytes: a flip, a cut, an insertion, a copy, a swap, a repetition. */
function mutant(original: Uint8Array, chance: Chance): Uint8Array {
  const below = (count: number) => Math.floor(chance() * count)
  let bytes = Buffer.from(original)
  for (let edits = 1 + below(4); edits > 0; edits--) {
    const at = below(bytes.length)
    const to = Math.min(bytes.length, at + below(100))
    const splice = (end: number, ...into: Uint8Array[]) => {
      bytes = Buffer.concat([bytes.subarray(0, at), ...into, bytes.subarray(end)])
    }
    switch (below(7)) {
      case 0:
        if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8))
        break
      case 1:
        if (below(5) === 0) bytes = bytes.subarray(0, at)
        else splice(to)
        break
      case 2:
        splice(at, bytesOf(TOKENS[below(TOKENS.length)] ?? ''))
        break
      case 3:
        splice(to, bytesOf(TOKENS[below(TOKENS.length)] ?? ''))
        break
      case 4:
        splice(at, Buffer.from(bytes.subarray(at, to)))
        break
      case 5: {
        const from = below(bytes.length)
        splice(to, Buffer.from(bytes.subarray(from, from + to - at)))
        break
      }
      default:
        splice(
          at,
          ...Array.from({ length: below(300) }, () => bytes.subarray(at, at + 1 + below(8))),
        )
    }
  }
  return bytes
}

/** What is wrong with how an input was received, or ''. */
function trouble(bytes: Uint8Array, name: string): string {
  try {
    const result = readSource(bytes, name)
    if (!result.ok) return result.message.length > 10 ? '' : 'no reason was given'
    const things = result.kind === 'plan' ? result.things : thingsOfDraft(result.draft)
    const again = readPlanFile(bytesOf(writePlanFile(things, HEADER)), 'again.roadbook')
    if (!again.ok) return `taken, but its own file is refused: ${again.message}`
    if (JSON.stringify(again.things) !== JSON.stringify(things))
      return 'taken, but not kept as it was'
    return ''
  } catch (error) {
    return `threw ${String(error)}`
  }
}

describe('mutants', () => {
  it(`${String(MUTANTS)} of them are refused in words or taken whole (seed ${String(seed)})`, () => {
    const chance = chanceFrom(seed)
    const lost: string[] = []
    let slowest = 0
    let taken = 0
    for (let round = 0; round < MUTANTS; round++) {
      let pick = chance()
      const source = SOURCES.find(([, , share]) => (pick -= share) < 0) ?? SOURCES[0]
      if (!source) throw new Error('no source')
      const bytes = mutant(source[1], chance)
      const begun = computedMs()
      const why = trouble(bytes, source[0])
      const ms = computedMs() - begun
      slowest = Math.max(slowest, ms)
      const polluted = Object.keys(Object.prototype).length > 0 || 'polluted' in {}
      if (why === '' && ms <= HANG_MS && !polluted) {
        taken += 1
        continue
      }
      lost.push(`round ${String(round)}, ${source[0]}: ${why || `${ms.toFixed(0)} ms`}`)
    }
    record({
      ...{ promise: 'P15', what: 'mutants of files', counts: 'mutants', seed },
      ...{ tried: MUTANTS, survived: taken, lost: lost.length },
      slowestMs: Math.round(slowest),
    })
    expect(lost.slice(0, 5), `seed ${String(seed)}`).toEqual([])
  }, 3_600_000)
})
