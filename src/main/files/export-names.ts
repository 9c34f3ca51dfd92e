import type { FileFormat } from '#shared/ipc-contract.ts'

const FALLBACK = 'roadbook-report'
const MAX_BYTES = 120
/** Control, format (bidi marks, zero-width, byte order mark), line and paragraph separators, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const FORBIDDEN = /[<>:"/\\|?*]/g
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** True for names that Windows keeps for devices, with or without an extension. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test((name.split('.')[0] ?? '').trim())
}

/**
 * A file name that all three systems take, from any text: NFC, no unseen marks, none of `<>:"/\|?*`, no
 * dots or spaces at either end, no device name, at most 120 bytes with its extension.
 */
export function exportName(suggested: string, format: FileFormat): string {
  const extension = `.${format}`
  let stem = suggested.normalize('NFC').replace(UNSEEN, ' ').replace(FORBIDDEN, ' ')
  stem = trimEnds(stem.replace(/\s+/g, ' '))
  if (stem.toLowerCase().endsWith(extension)) stem = trimEnds(stem.slice(0, -extension.length))
  stem = trimEnds(cutToBytes(stem, MAX_BYTES - extension.length - 1))
  if (stem === '') stem = FALLBACK
  if (isDeviceName(stem)) stem = stem.replace(/^[^.]*/, (first) => `${first.trim()}_`)
  return stem + extension
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/g, '')
}

/** Cuts between whole characters as a person sees them, so that no emoji or accent is torn. */
function cutToBytes(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text
  let kept = ''
  let size = 0
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    size += Buffer.byteLength(segment)
    if (size > maxBytes) break
    kept += segment
  }
  return kept
}
