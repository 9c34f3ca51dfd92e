/** A number of bytes for a person: `812 bytes`, `14 kB`, `2.3 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} bytes`
  if (bytes < 1_000_000) return `${String(Math.round(bytes / 1_000))} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
