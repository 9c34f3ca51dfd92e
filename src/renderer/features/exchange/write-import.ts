import { countKinds, type Draft } from '#domain/exchange/draft.ts'
import { thingsFromDraft, type DraftTarget } from '#domain/exchange/draft-things.ts'
import type { InputWarning } from '#domain/exchange/refusal.ts'
import { inQuotes, quoted } from '#domain/plan/title-quote.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { now, today } from '#lib/clock.ts'
import { newId } from '#lib/ids.ts'
import { createPlan, run } from '#store/plan-store.ts'
import { pinnedCopy } from '#store/snapshots.ts'
import { countsText } from './counts-text.ts'
import type { TargetChoice } from './target-choice.ts'

type Outcome =
  { readonly ok: true; readonly said: string } | { readonly ok: false; readonly message: string }

/** Where a draft goes, as the domain asks for it. */
const targetOf = (choice: TargetChoice, into: Plan | null): DraftTarget => ({
  name: choice.name.trim(),
  plan: into,
  cycle: into && choice.cycleId !== null ? { id: choice.cycleId } : choice.cycle,
  context: { now: now(), today: today(), newId },
})

/** What could not be taken as it stands when the draft is written as chosen, by line; nothing is written. */
export function writingWarnings(
  draft: Draft,
  choice: TargetChoice,
  plan: Plan | null,
): readonly InputWarning[] {
  // What is still asked for is counted beside the list.
  const lines = draft.lines.map((line) =>
    line.missing.length > 0 ? { ...line, missing: [] } : line,
  )
  const into = choice.place === 'current' ? plan : null
  return thingsFromDraft({ ...draft, lines }, targetOf(choice, into)).warnings
}

/** Writes the kept lines as one step: a plan of its own, or an addition to the open plan. */
export async function writeDraft(
  draft: Draft,
  choice: TargetChoice,
  plan: Plan | null,
): Promise<Outcome> {
  const into = choice.place === 'current' ? plan : null
  const counts = countKinds(draft)
  if (counts.objective + counts.keyResult + counts.initiative + counts.task === 0)
    return {
      ok: false,
      message:
        'No line becomes an objective, a key result or an initiative. Change the kind of a line.',
    }
  const { things } = thingsFromDraft(draft, targetOf(choice, into))
  const words = countsText(counts)
  const refusal = into && (await pinnedCopy('before-import'))
  if (refusal) return refusal
  const result = into
    ? run('plan.addThings', { things: [...things], name: `Add ${words}` })
    : await createPlan(things, `Bring in ${inQuotes(choice.name)}`)
  return result.ok ? { ok: true, said: `Added ${words}.` } : { ok: false, message: result.message }
}

/** Opens the rows of a plan file as a plan of its own. */
export async function writePlan(things: readonly Thing[]): Promise<Outcome> {
  const name = things.find((thing) => thing.kind === 'plan')?.name ?? 'plan'
  const result = await createPlan(things, `Open ${inQuotes(name)}`)
  return result.ok
    ? { ok: true, said: `${quoted(name)} is open.` }
    : { ok: false, message: result.message }
}
