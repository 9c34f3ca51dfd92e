import type { RoadbookDatabase } from './db.ts'

/** Text in progress is lost for at most this long when the process dies. */
const WRITE_AFTER_MS = 1_000

/**
 * Text that somebody is typing and has not given to the plan yet, so that a crash costs a second of typing.
 * A key names the field, for example `<plan id> keyResult <id> note`.
 */
export type Drafts = {
  /** Keeps the text a moment later; the last text for a key wins. Never fails. */
  readonly save: (key: string, text: string) => void
  readonly load: (key: string) => Promise<string | null>
  /** The field was given to the plan, or left by Escape. */
  readonly clear: (key: string) => Promise<void>
  /** Writes at once what waits; for the moment before the page goes. */
  readonly flush: () => Promise<void>
}

/** Drafts in the database; `at` is the clock's moment. */
export function createDrafts(db: RoadbookDatabase, at: () => string): Drafts {
  const waiting = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | null = null

  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const rows = Array.from(waiting, ([key, text]) => ({ key, text, at: at() }))
    waiting.clear()
    // A draft that cannot be kept must not disturb the typing that it is meant to protect.
    if (rows.length > 0) await db.drafts.bulkPut(rows).catch(() => undefined)
  }

  return {
    save: (key, text) => {
      waiting.set(key, text)
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MS)
    },
    load: async (key) =>
      waiting.get(key) ?? (await db.drafts.get(key).catch(() => undefined))?.text ?? null,
    clear: async (key) => {
      waiting.delete(key)
      await db.drafts.delete(key).catch(() => undefined)
    },
    flush,
  }
}
