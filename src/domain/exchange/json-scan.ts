/** What a scan may meet at most. */
export type ScanLimits = {
  readonly depth: number
  readonly tokens: number
  /** Characters between the quotes of one string, escapes as written. */
  readonly string: number
}

export type ScanResult =
  | {
      readonly ok: true
      /** Offsets at which the elements of the root's `things` start. */
      readonly rows: readonly number[]
    }
  | { readonly ok: false; readonly offset: number; readonly message: string }

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const ESCAPES = '"\\/bfnrt'

class Stop extends Error {
  readonly offset: number
  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

/** What is missing at a place; at the very end of a text it is the rest of the file. */
function missing(text: string, at: number, what: string): Stop {
  return new Stop(at, at >= text.length ? 'the file seems to be cut off' : what)
}

type Frame = {
  readonly object: boolean
  readonly keys: Set<string> | null
  readonly rows: boolean
}

/** The offset behind the string that starts at `at`. */
function stringEnd(text: string, at: number, limits: ScanLimits): number {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x22) {
      if (i - at - 1 > limits.string)
        throw new Stop(at, `a text is longer than ${String(limits.string)} characters`)
      return i + 1
    }
    if (code < 0x20) throw new Stop(i, 'a line break or control character stands inside a text')
    if (code === 0x5c) {
      const next = text[i + 1] ?? ''
      if (next === 'u') {
        const digits = text.slice(i + 2, i + 6)
        if (digits.length < 4 && /^[0-9a-fA-F]*$/.test(digits)) break
        if (!/^[0-9a-fA-F]{4}$/.test(digits))
          throw new Stop(i, 'an escape \\u is not followed by four hex digits')
        i += 5
      } else if (next === '' || ESCAPES.includes(next)) i += 1
      else throw new Stop(i, 'an unknown escape stands inside a text')
    }
  }
  throw new Stop(at, 'a text is not closed: the file seems to be cut off')
}

/** The offset behind the number, `true`, `false` or `null` that starts at `at`. */
function wordEnd(text: string, at: number): number {
  NUMBER.lastIndex = at
  const number = NUMBER.exec(text)?.[0] ?? ''
  if (number !== '') {
    const value = Number(number)
    if (!Number.isFinite(value)) throw new Stop(at, `the number ${number} is too large`)
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      throw new Stop(at, `the number ${number.slice(0, 30)} is too large to be kept exactly`)
    const end = at + number.length
    const rest = number + text.slice(end, end + 3)
    if (text.length - end <= 2 && /^-?\d+(?:\.|(?:\.\d+)?[eE][+-]?)$/.test(rest))
      throw missing(text, text.length, '')
    return end
  }
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0]
  if (word !== undefined) return at + word.length
  const end = text.slice(at)
  const isBegun = ['true', 'false', 'null', '-1'].some((whole) => whole.startsWith(end))
  throw missing(text, isBegun ? text.length : at, 'this is not JSON')
}

function skipBlanks(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return i
  }
  return text.length
}

function readKey(text: string, at: number, end: number, keys: Set<string>): string {
  const key = JSON.parse(text.slice(at, end)) as string
  if (FORBIDDEN.has(key)) throw new Stop(at, `the field name ${key} is not allowed`)
  if (keys.has(key)) throw new Stop(at, `the field ${JSON.stringify(key)} stands there twice`)
  keys.add(key)
  return key
}

function scan(text: string, limits: ScanLimits): number[] {
  const stack: Frame[] = []
  const rows: number[] = []
  let tokens = 0
  let at = skipBlanks(text, 0)
  let key = ''
  // One turn reads one value, then closes what ends behind it.
  for (;;) {
    const frame = stack.at(-1)
    if (frame?.keys) {
      if (text[at] !== '"')
        throw missing(text, at, 'the name of a field in quotation marks is expected here')
      const end = stringEnd(text, at, limits)
      key = readKey(text, at, end, frame.keys)
      at = skipBlanks(text, end)
      if (text[at] !== ':') throw missing(text, at, 'expected a colon')
      at = skipBlanks(text, at + 1)
      tokens += 1
    }
    if (frame?.rows) rows.push(at)
    tokens += 1
    if (tokens > limits.tokens)
      throw new Stop(at, `there are more than ${String(limits.tokens)} values`)
    const opening = text[at]
    if (opening === '{' || opening === '[') {
      if (stack.length >= limits.depth)
        throw new Stop(at, `it is nested more than ${String(limits.depth)} deep`)
      const object = opening === '{'
      const isRows = !object && stack.length === 1 && frame?.object === true && key === 'things'
      stack.push({ object, keys: object ? new Set() : null, rows: isRows })
      at = skipBlanks(text, at + 1)
      if (text[at] !== (object ? '}' : ']')) continue
    } else {
      at = skipBlanks(text, opening === '"' ? stringEnd(text, at, limits) : wordEnd(text, at))
    }
    for (;;) {
      const open = stack.at(-1)
      if (!open) {
        if (at < text.length)
          throw new Stop(at, 'something follows after the end of the file’s data')
        return rows
      }
      if (text[at] === (open.object ? '}' : ']')) {
        stack.pop()
        at = skipBlanks(text, at + 1)
        continue
      }
      if (text[at] !== ',') throw missing(text, at, 'expected a comma')
      at = skipBlanks(text, at + 1)
      break
    }
  }
}

/**
 * Reads JSON text once without recursion before `JSON.parse` may see it: syntax, depth, number of values,
 * length of texts, duplicate field names (also when written with escapes) and names that reach into
 * prototypes. Time and memory are linear in the text.
 */
export function scanJson(text: string, limits: ScanLimits): ScanResult {
  try {
    return { ok: true, rows: scan(text, limits) }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, offset: error.offset, message: error.message }
    throw error
  }
}
