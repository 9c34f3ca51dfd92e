import type { Id, Ref } from '../plan/field.ts'
import type { PlanSettings } from '../plan/plan-meta.ts'

/** Every writing check by its stable name, as dismissals keep it. */
export const CHECK_LABELS = {
  'number-in-objective': 'A number belongs in a key result',
  'no-number': 'No number',
  'no-date': 'No date',
  'no-baseline': 'No baseline',
  'relative-target': 'Relative target',
  activity: 'Activity instead of outcome',
  vanity: 'Vanity metric',
  'never-acted-on': 'Watched, never acted on',
  'all-lagging': 'All lagging',
  'too-many-objectives': 'More than 5 objectives',
  'too-many-key-results': 'More than 5 key results',
  'no-initiative': 'Key result without an initiative',
  'no-key-result': 'Initiative without a key result',
  'two-ways': 'Pulls two ways',
  'no-owner': 'No owner',
  'after-cycle': 'Due after the cycle',
  orphan: 'Orphan objective',
  'too-safe': 'Too safe',
  'too-lofty': 'Too lofty',
} as const satisfies Record<string, string>
export type CheckId = keyof typeof CHECK_LABELS

/** What a check says of a text while somebody types: it warns, it never blocks. */
export type TextFinding = {
  readonly check: CheckId
  readonly label: string
  /** Why it matters, in a sentence. */
  readonly reason: string
  /** The same thing written better, or what to do. */
  readonly example: string
  /** The field to put right. */
  readonly field: string
}

/** What a check says of a thing of the plan. */
export type Finding = TextFinding & { readonly about: Ref }

/** Makes a finding with the label of its check. */
export function finding(
  check: CheckId,
  field: string,
  reason: string,
  example: string,
): TextFinding {
  return { check, label: CHECK_LABELS[check], field, reason, example }
}

/** The findings without those that somebody dismissed for this thing; the review prints the dismissals. */
export function withoutDismissed(
  findings: readonly Finding[],
  settings: Pick<PlanSettings, 'dismissedChecks'>,
): Finding[] {
  const isDismissed = ({ check, about }: Finding) =>
    settings.dismissedChecks.some((d) => d.check === check && d.about === about.id)
  return findings.filter((one) => !isDismissed(one))
}

/** The dismissals after one more, for `plan.update`; a second dismissal of the same replaces the reason. */
export function dismissed(
  settings: Pick<PlanSettings, 'dismissedChecks'>,
  check: CheckId,
  about: Id,
  reason: string,
): PlanSettings['dismissedChecks'] {
  const others = settings.dismissedChecks.filter((d) => d.check !== check || d.about !== about)
  return [...others, { check, about, reason }]
}
