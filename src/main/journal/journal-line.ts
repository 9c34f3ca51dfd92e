import { createHash } from 'node:crypto'
import type { Operation } from '#domain/plan/operation.ts'
import { canonicalJson } from '#domain/plan/state-hash.ts'
import { textIn } from '#main/files/byte-text.ts'

/** `prevHash` of the very first line of a plan. */
export const FIRST_PREV_HASH = '0'.repeat(64)

const NEWLINE = 0x0a
const SEAL = /^,"sha256":"([0-9a-f]{64})"}$/
const SEAL_LENGTH = ',"sha256":""}'.length + 64

/** One line of the journal: `sha256` seals everything before it, `prevHash` is the seal of the line before. */
export type JournalLine = {
  readonly seq: number
  readonly prevHash: string
  readonly op: Operation
  readonly sha256: string
}

/** The line's bytes with their line break. `len` counts the bytes of the operation's canonical JSON. */
export function writeLine(
  op: Operation,
  prevHash: string,
): { readonly bytes: Buffer; readonly sha256: string } {
  const opText = canonicalJson(op)
  const content = `${opening(Buffer.byteLength(opText), op.seq, prevHash)}${opText}`
  const sha256 = seal(Buffer.from(content))
  return { bytes: Buffer.from(`${content},"sha256":"${sha256}"}\n`), sha256 }
}

/** The line in `bytes` (without its line break), or null when a single byte is not as it was written. */
export function readLine(bytes: Uint8Array): JournalLine | null {
  const contentLength = bytes.length - SEAL_LENGTH
  if (contentLength <= 0) return null
  const sealed = SEAL.exec(textIn(bytes.subarray(contentLength)))?.[1]
  const content = bytes.subarray(0, contentLength)
  if (sealed === undefined || seal(content) !== sealed) return null
  return parseSealed(content, sealed)
}

/** Cuts bytes into lines at each line break; what follows the last line break is not a line. */
export function* linesOf(
  bytes: Uint8Array,
): Generator<{ readonly offset: number; readonly line: Uint8Array }> {
  let offset = 0
  for (;;) {
    const end = bytes.indexOf(NEWLINE, offset)
    if (end < 0) return
    yield { offset, line: bytes.subarray(offset, end) }
    offset = end + 1
  }
}

function parseSealed(content: Uint8Array, sha256: string): JournalLine | null {
  let value: { len?: unknown; seq?: unknown; prevHash?: unknown; op?: unknown }
  try {
    value = JSON.parse(`${textIn(content)}}`) as typeof value
  } catch {
    return null
  }
  const { len, seq, prevHash, op } = value
  if (typeof len !== 'number' || typeof seq !== 'number' || typeof prevHash !== 'string')
    return null
  if (typeof op !== 'object' || op === null || !('seq' in op) || op.seq !== seq) return null
  if (opening(len, seq, prevHash).length + len !== content.length) return null
  return { seq, prevHash, op: op as Operation, sha256 }
}

function opening(len: number, seq: number, prevHash: string): string {
  return `{"len":${String(len)},"seq":${String(seq)},"prevHash":"${prevHash}","op":`
}

function seal(content: Uint8Array): string {
  return createHash('sha256').update(content).update('}').digest('hex')
}
