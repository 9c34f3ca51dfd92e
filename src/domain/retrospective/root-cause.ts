import type { PlanSettings } from '../plan/plan-meta.ts'

/** What a root cause is called today: closed cycles keep the name of their day, the list may have another since. */
export function causeNow(
  { rootCauses, renamedCauses = [] }: Pick<PlanSettings, 'rootCauses' | 'renamedCauses'>,
  rootCause: string,
): string {
  const cause = rootCause.trim()
  if (rootCauses.includes(cause)) return cause
  return renamedCauses.find(({ from }) => from === cause)?.to ?? cause
}
