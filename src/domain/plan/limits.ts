/**
 * The limits of a plan: the same while editing, importing, merging and restoring, so that a file that
 * Roadbook wrote is never refused by Roadbook.
 */
export const LIMITS = {
  /** Things in one plan. */
  things: 20_000,
  /** Characters of a title or name (UTF-16 code units). */
  title: 500,
  /** Characters of a note or any longer text. */
  note: 20_000,
  /** Characters of one link. */
  link: 2_000,
  /** Entries of a list inside one thing (tasks, steps, shares, days off). */
  list: 500,
  /** Numbers are smaller than this: a double keeps them exactly enough. */
  number: 1e15,
  /** Bytes of a file that is opened. */
  fileBytes: 50 * 1024 * 1024,
  /** Nesting of a JSON file. */
  depth: 32,
  /** Bytes of the passive bag that keeps a newer file's unknown fields. */
  extraBytes: 4_096,
} as const
