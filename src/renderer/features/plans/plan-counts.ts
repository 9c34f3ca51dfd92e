import type { Plan } from '#domain/plan/plan.ts'

const COUNTED = [
  ['cycle', 'cycle', 'cycles'],
  ['objective', 'objective', 'objectives'],
  ['keyResult', 'key result', 'key results'],
  ['initiative', 'initiative', 'initiatives'],
  ['person', 'person', 'people'],
  ['checkIn', 'check-in', 'check-ins'],
] as const

/** How much of each a plan holds, with the word that fits the number. */
export function planCounts(
  plan: Plan,
): readonly { readonly kind: string; readonly label: string; readonly count: number }[] {
  return COUNTED.map(([kind, one, many]) => {
    const count = plan[kind].size
    return { kind, label: count === 1 ? one : many, count }
  })
}
