import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Patch, Plan } from './plan.ts'
import { thingAt, thingsOf } from './plan.ts'
import type { Thing } from './thing.ts'

/** The hash of a plan without rows. */
export const EMPTY_HASH = '0'.repeat(32)

/** JSON with object keys in code-unit order at every depth: one text for one value. `undefined` is left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const record = value as Record<string, unknown>
  const parts: string[] = []
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined)
      parts.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`)
  }
  return `{${parts.join(',')}}`
}

/** The first 128 bits of SHA-256 over the row's canonical JSON, as hex. */
export function rowHash(thing: Thing): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(thing))).subarray(0, 16))
}

/** XOR of two hashes: adding a row to a state and taking it away are the same act. */
export function combineHash(a: string, b: string): string {
  let out = ''
  for (let i = 0; i < 32; i += 8) {
    const word = (parseInt(a.slice(i, i + 8), 16) ^ parseInt(b.slice(i, i + 8), 16)) >>> 0
    out += word.toString(16).padStart(8, '0')
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
