import { bytesOf } from './sample-file.ts'

/** One input of the forty: what it is, what must happen and how to make it. */
export type InputCase = {
  /** The number in the list of forty. */
  readonly no: number
  readonly what: string
  readonly verdict: 'refused' | 'taken'
  readonly name: string
  /** The bytes of the file; made when asked, as some are large. */
  readonly make: () => Uint8Array
  /** For a refusal: its words. For an input that is taken: words among its warnings, if any. */
  readonly says: RegExp | null
}

type Made = string | Uint8Array | (() => string | Uint8Array)

const made = (what: Made): Uint8Array => {
  const value = typeof what === 'function' ? what() : what
  return typeof value === 'string' ? bytesOf(value) : value
}

export const refused = (
  no: number,
  what: string,
  bytes: Made,
  says: RegExp,
  name = 'plan.roadbook',
): InputCase => ({ no, what, verdict: 'refused', name, make: () => made(bytes), says })

export const taken = (
  no: number,
  what: string,
  bytes: Made,
  says: RegExp | null = null,
  name = 'plan.roadbook',
): InputCase => ({ no, what, verdict: 'taken', name, make: () => made(bytes), says })
