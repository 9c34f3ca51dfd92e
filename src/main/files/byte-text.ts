/** The UTF-8 text in bytes, read where they lie: `Buffer.from(bytes)` alone would copy all of them first. */
export function textIn(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
