import { refuseInput, type InputRefusal } from './refusal.ts'

// The core has neither DOM nor Node types; both hosts have this class.
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

const RESAVE = 'Save it again as UTF-8 (in most programs: Save as, then choose the encoding).'

/** The first bytes of files that are certainly not text. */
const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive (Word, Excel and PowerPoint files are such archives)', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['an old Word or Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
]

const WEB_PAGE = /^\s*(?:<!doctype html|<html[\s>])/i

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte)

/** Which half of the byte pairs is zero in text written as UTF-16 without a mark. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const pairs = Math.min(bytes.length >> 1, 512)
  if (pairs < 4) return false
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs; at++) {
    if (bytes[2 * at] === 0) even += 1
    if (bytes[2 * at + 1] === 0) odd += 1
  }
  return Math.max(even, odd) > pairs * 0.7 && Math.min(even, odd) < pairs * 0.2
}

/** How many bytes the UTF-8 sequence at `at` has, or 0 where it is not valid (RFC 3629, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
  if (first < 0xc2 || first > 0xf4) return 0
  const second = bytes[at + 1] ?? 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let next = 2; next <= more; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return more + 1
}

function firstBadByte(bytes: Uint8Array): { line: number; offset: number } {
  let line = 1
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return { line, offset: at }
    if (bytes[at] === 0x0a) line += 1
    at += length
  }
  return { line, offset: bytes.length }
}

/**
 * Bytes to text: strict UTF-8, a byte order mark taken off. Refuses empty input, UTF-16, binary files and
 * invalid sequences, with the reason and what to do.
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  maxBytes: number,
): { readonly ok: true; readonly text: string } | InputRefusal {
  if (bytes.length > maxBytes) {
    const mb = (maxBytes / 1024 / 1024).toFixed(0)
    return refuseInput(`This is larger than ${mb} MB. Split it into smaller parts.`, { file })
  }
  if (bytes.length === 0) return refuseInput('This is empty. Choose another file.', { file })
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || looksLikeUtf16(bytes))
    return refuseInput(`This text is stored as UTF-16. ${RESAVE}`, { file })
  const magic = MAGIC.find(([, start]) => startsWith(bytes, start))
  if (magic)
    return refuseInput(`This is ${magic[0]}, not text. Copy the text out of it and paste that.`, {
      file,
    })
  const zero = bytes.indexOf(0)
  if (zero !== -1)
    return refuseInput(
      `This is not a text file: byte ${String(zero + 1)} is zero. Choose a text file or a .roadbook file.`,
      { file },
    )
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    if (text.trim() === '')
      return refuseInput('There is nothing in it but blanks. Choose another file.', { file })
    if (WEB_PAGE.test(text))
      return refuseInput('This is a web page. Open it, copy the text out of it and paste that.', {
        file,
      })
    return { ok: true, text }
  } catch {
    const bad = firstBadByte(bytes)
    return refuseInput(
      `This is not valid UTF-8: byte ${String(bad.offset + 1)} does not belong there. ${RESAVE}`,
      { file, line: bad.line },
    )
  }
}
