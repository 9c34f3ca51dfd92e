/** A row before it was checked against a schema. */
type Row = Readonly<Record<string, unknown>>

/** Brings one row from a version of the plan format to the next one; null when the row goes. */
export type FormatStep = (row: Row) => Row | null

/**
 * One frozen step for every version of the plan format but the newest: the first leads from 1 to 2. Files,
 * snapshots and database rows climb by the same steps. A step is never edited after its release and uses
 * nothing of the app, whose words about a row change.
 */
export const FORMAT_STEPS: readonly FormatStep[] = []

/** A row of an older version as the newest version has it. What is no row is left for the schema to refuse. */
export function upgradeRow(
  row: unknown,
  version: number,
  steps: readonly FormatStep[] = FORMAT_STEPS,
): unknown {
  let now: unknown = row
  for (const step of steps.slice(Math.max(0, version - 1))) {
    if (typeof now !== 'object' || now === null || Array.isArray(now)) return now
    now = step(now as Row)
  }
  return now
}
