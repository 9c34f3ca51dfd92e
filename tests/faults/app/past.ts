import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// The browser's lock is a link to nowhere, and has to stay one.
const AS_IT_IS = { recursive: true, verbatimSymlinks: true }

/** A data folder as it was, while nothing ran: many accidents can happen to the same past. */
export type Past = {
  /** Puts it in the place of whatever is there now. */
  readonly putBack: () => void
  readonly end: () => void
}

/** Keeps a copy of a data folder that nothing writes to. */
export function keepPast(userData: string): Past {
  const past = mkdtempSync(join(tmpdir(), 'roadbook-past-'))
  cpSync(userData, past, AS_IT_IS)
  return {
    putBack: () => {
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
      cpSync(past, userData, AS_IT_IS)
    },
    end: () => rmSync(past, { recursive: true, force: true, maxRetries: 5 }),
  }
}
