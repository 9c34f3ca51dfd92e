import { hash } from 'node:crypto'
import { canonicalJson } from '#domain/plan/state-hash.ts'

/** The very hash that `rowHash` of the domain makes, by Node's own SHA-256: a tenth of the time. */
export function rowHash(row: unknown): string {
  return hash('sha256', canonicalJson(row), 'hex').slice(0, 32)
}
