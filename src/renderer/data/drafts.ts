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

type Asked = { readonly keys: string[]; readonly texts: Promise<readonly (string | null)[]> }

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

  // A screen with a hundred fields asks for all of them at once: they are read in one go.
  let asked: Asked | null = null
  const read = async (key: string): Promise<string | null> => {
    if (!asked) {
      const keys: string[] = []
      const readAll = async () => {
        await Promise.resolve()
        asked = null
        const rows = await db.drafts.bulkGet(keys).catch(() => [])
        return rows.map((row) => row?.text ?? null)
      }
      asked = { keys, texts: readAll() }
    }
    const { keys, texts } = asked
    const at = keys.push(key) - 1
    return (await texts)[at] ?? null
  }

  return {
    save: (key, text) => {
      waiting.set(key, text)
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MS)
    },
    load: async (key) => waiting.get(key) ?? (await read(key)),
    clear: async (key) => {
      waiting.delete(key)
      await db.drafts.delete(key).catch(() => undefined)
    },
    flush,
  }
}
