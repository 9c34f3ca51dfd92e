import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Patch, Plan } from './plan.ts'
import { thingAt, thingsOf } from './plan.ts'
import type { Thing } from './thing.ts'

/** The hash of a plan without rows. */
export const EMPTY_HASH = '0'.repeat(32)

/** Names of keys as JSON with their colon. Plans use the same few hundred names over and over. */
const keyTexts = new Map<string, string>()
const MOST_KEY_TEXTS = 1_000

function keyText(key: string): string {
  const known = keyTexts.get(key)
  if (known !== undefined) return known
  const text = `${JSON.stringify(key)}:`
  if (keyTexts.size < MOST_KEY_TEXTS) keyTexts.set(key, text)
  return text
}

/** JSON with object keys in code-unit order at every depth: one text for one value. `undefined` is left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`
    return `[${text}]`
  }
  const record = value as Record<string, unknown>
  for (const key of Object.keys(record).sort()) {
    const inside = record[key]
    if (inside === undefined) continue
    text += `${text === '' ? '' : ','}${keyText(key)}${canonicalJson(inside)}`
  }
  return `{${text}}`
}

const encoder = new TextEncoder()

/** The first 128 bits of SHA-256 over the row's canonical JSON, as hex. */
export function rowHash(thing: Thing): string {
  return bytesToHex(sha256(encoder.encode(canonicalJson(thing))).subarray(0, 16))
}

const HEX_DIGITS = '0123456789abcdef'
/** The value of a hex digit by its character code. */
const digitValues = Uint8Array.from({ length: 128 }, (_, code) =>
  parseInt(String.fromCharCode(code), 16),
)

/** XOR of two hashes: adding a row to a state and taking it away are the same act. */
export function combineHash(a: string, b: string): string {
  let out = ''
  for (let at = 0; at < 32; at += 1) {
    const [one, other] = [digitValues[a.charCodeAt(at)], digitValues[b.charCodeAt(at)]]
    out += HEX_DIGITS.charAt((one ?? 0) ^ (other ?? 0))
  }
  return out
}

/**
 * The state hash of a plan: the XOR of its row hashes. It does not depend on order and follows a patch in
 * the time of the patch. Guards against lost, torn and stale rows, not against somebody who forges them.
 */
export function stateHash(plan: Plan): string {
  let hash = EMPTY_HASH
  for (const thing of thingsOf(plan)) hash = combineHash(hash, rowHash(thing))
  return hash
}

/** The state hash after `patch`, from the hash before it. `before` is the plan before the patch. */
export function hashAfter(hash: string, before: Plan | null, patch: Patch): string {
  let next = hash
  const swap = (thing: Thing | undefined) => {
    if (thing) next = combineHash(next, rowHash(thing))
  }
  const seen = new Set<string>()
  const leave = (ref: { kind: Thing['kind']; id: string }) => {
    const key = `${ref.kind} ${ref.id}`
    if (seen.has(key) || !before) return
    seen.add(key)
    swap(thingAt(before, ref))
  }
  for (const thing of patch.puts) leave(thing)
  for (const ref of patch.deletes) leave(ref)
  for (const thing of patch.puts) swap(thing)
  return next
}
