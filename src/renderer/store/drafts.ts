import type { Drafts } from '#data/drafts.ts'

let drafts: Drafts | null = null

/** Names where drafts are kept; null while nothing may be written. For `start.ts`. */
export function attachDrafts(found: Drafts | null): void {
  drafts = found
}

/**
 * Keeps text in progress, within a second. `key` names the field of the plan, for example
 * `<plan id> keyResult <id> note`. Call `clearDraft` when the text was given to the plan or left.
 */
export function saveDraft(key: string, text: string): void {
  drafts?.save(key, text)
}

/** The text in progress of a field, or null. */
export async function loadDraft(key: string): Promise<string | null> {
  return (await drafts?.load(key)) ?? null
}

/** Forgets the text in progress of a field. */
export async function clearDraft(key: string): Promise<void> {
  await drafts?.clear(key)
}

/** Keeps at once what waits; for the moment before the page goes. */
export async function flushDrafts(): Promise<void> {
  await drafts?.flush()
}
