import { formatDay } from '../calendar/day-format.ts'
import { daysOf } from '../cycle/cycle-clock.ts'
import type { Cycle } from '../cycle/cycle.ts'
import { isOpen } from '../initiative/initiative-progress.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id, Ref } from '../plan/field.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { coachHistory } from './coach-history.ts'
import { coachKeyResultDraft, coachObjectiveTitle } from './coach-text.ts'
import type { Finding, TextFinding } from './finding.ts'
import { finding, withoutDismissed } from './finding.ts'

/** More objectives in a cycle, or key results on an objective, than anybody keeps in mind. */
export const MOST = 5

const MEAN_CONFIDENCE = { safe: 0.9, lofty: 0.4 } as const

function settled(plan: Plan, about: Ref, findings: readonly TextFinding[]): Finding[] {
  return withoutDismissed(
    findings.map((one) => ({ ...one, about })),
    plan.meta.settings,
  )
}

const noOwner = (what: string) =>
  finding(
    'no-owner',
    'ownerId',
    `Nobody owns this ${what}, so nobody will notice when it stops moving.`,
    'One person, who asks the others.',
  )

const afterCycle = (dueOn: string, cycle: Cycle) =>
  finding(
    'after-cycle',
    'dueOn',
    `It is due on ${formatDay(dueOn)}, after the cycle ends on ${formatDay(cycle.endOn)}: the review would find it unfinished.`,
    'Cut it to what arrives within the cycle, or plan the rest in the next one.',
  )

/** Whether a longer cycle around this one has objectives that it could contribute to. */
function hasLongerCycle(index: PlanIndex, cycle: Cycle): boolean {
  return index.cycles.some(
    (other) =>
      other.id !== cycle.id &&
      daysOf(other) > daysOf(cycle) &&
      other.startOn <= cycle.endOn &&
      other.endOn >= cycle.startOn &&
      listAt(index.objectivesByCycle, other.id).some((o) => o.state !== 'dropped'),
  )
}

/** What to say about an objective. Dropped ones are left in peace, as are dismissed checks. */
export function coachObjective(plan: Plan, index: PlanIndex, objective: Objective): Finding[] {
  if (objective.state === 'dropped') return []
  const findings = coachObjectiveTitle(objective.title)
  const cycle = plan.cycle.get(objective.cycleId)
  const road = listAt(index.keyResultsByObjective, objective.id).filter((k) => k.state === 'active')
  if (objective.ownerId === null) findings.push(noOwner('objective'))
  if (road.length > MOST)
    findings.push(
      finding(
        'too-many-key-results',
        '',
        `${String(road.length)} key results: nobody drives that many at once.`,
        'Keep the two to four that would be missed most.',
      ),
    )
  if (road.length > 1 && road.every((k) => k.indicator === 'lagging'))
    findings.push(
      finding(
        'all-lagging',
        '',
        'All its key results move late: when they tell that it goes wrong, the cycle is over.',
        'Add one that moves within two weeks, such as the share of new teams that set up on day one.',
      ),
    )
  if (objective.parent === null && cycle && hasLongerCycle(index, cycle))
    findings.push(
      finding(
        'orphan',
        'parent',
        'It contributes to no objective of the longer cycle, so its reason is left to guess.',
        'Link it to the yearly objective that it helps, or say in "why" what it is for.',
      ),
    )
  return settled(plan, { kind: 'objective', id: objective.id }, findings)
}

/** What to say about a key result. */
export function coachKeyResult(plan: Plan, index: PlanIndex, keyResult: KeyResult): Finding[] {
  if (keyResult.state !== 'active') return []
  const objective = plan.objective.get(keyResult.objectiveId)
  const cycle = objective && plan.cycle.get(objective.cycleId)
  if (!cycle || objective.state === 'dropped') return []
  // A key result always has a due day; the cycle's last is what it gets when nobody chose one.
  const dueOn = keyResult.dueOn === cycle.endOn ? null : keyResult.dueOn
  const findings = coachKeyResultDraft({ ...keyResult, dueOn })
  if (keyResult.ownerId === null && objective.ownerId === null) findings.push(noOwner('key result'))
  if (keyResult.dueOn > cycle.endOn) findings.push(afterCycle(keyResult.dueOn, cycle))
  const serving = listAt(index.initiativesByKeyResult, keyResult.id)
  if (!keyResult.guardrail && !serving.some((i) => i.state !== 'dropped'))
    findings.push(
      finding(
        'no-initiative',
        '',
        'No initiative serves it: the number would have to move by itself.',
        'Drag one from the Garage onto its leg, or add one.',
      ),
    )
  findings.push(...coachHistory(plan, index, keyResult))
  return settled(plan, { kind: 'keyResult', id: keyResult.id }, findings)
}

/** What to say about an initiative. */
export function coachInitiative(plan: Plan, initiative: Initiative): Finding[] {
  if (!isOpen(initiative)) return []
  const findings: TextFinding[] = []
  const cycle = plan.cycle.get(initiative.cycleId)
  if (initiative.serves.length === 0)
    findings.push(
      finding(
        'no-key-result',
        'serves',
        'It serves no key result: work that no number asks for.',
        'Drag it onto the leg that it helps, or leave it in the Garage on purpose.',
      ),
    )
  const objectives = new Set(
    initiative.serves.map((s) => plan.keyResult.get(s.keyResultId)?.objectiveId),
  )
  if (objectives.size > 1)
    findings.push(
      finding(
        'two-ways',
        'serves',
        `It serves ${String(objectives.size)} objectives: when they compete, somebody has to say which one wins.`,
        'Split it in two, or name the one that it is for.',
      ),
    )
  if (initiative.ownerId === null && initiative.state !== 'idea')
    findings.push(noOwner('initiative'))
  if (cycle && initiative.dueOn !== null && initiative.dueOn > cycle.endOn)
    findings.push(afterCycle(initiative.dueOn, cycle))
  return settled(plan, { kind: 'initiative', id: initiative.id }, findings)
}

/** The last confidence of each active key result of a cycle, as shares (0–1); those never asked left out. */
function confidences(index: PlanIndex, objectives: readonly Objective[]): number[] {
  return objectives.flatMap((objective) =>
    listAt(index.keyResultsByObjective, objective.id)
      .filter((k) => k.state === 'active')
      .flatMap((k) => {
        const checkIns = listAt(index.checkInsByKeyResult, k.id)
        const last = checkIns.findLast((c) => c.confidence !== null)?.confidence
        return typeof last === 'number' ? [last / 10] : []
      }),
  )
}

/** What to say about a cycle as a whole; the findings are about the cycle. */
export function coachCycle(plan: Plan, index: PlanIndex, cycle: Cycle): Finding[] {
  const findings: TextFinding[] = []
  const objectives = listAt(index.objectivesByCycle, cycle.id).filter((o) => o.state !== 'dropped')
  if (objectives.length > MOST)
    findings.push(
      finding(
        'too-many-objectives',
        '',
        `${String(objectives.length)} objectives: what is most important is no longer said.`,
        'Keep three; put the others on the "left at the kerb" list.',
      ),
    )
  const said = confidences(index, objectives)
  const mean = said.reduce((sum, one) => sum + one, 0) / said.length
  if (said.length > 0 && mean > MEAN_CONFIDENCE.safe)
    findings.push(
      finding(
        'too-safe',
        '',
        `The mean confidence is ${mean.toFixed(2)}: this would have happened anyway.`,
        'Raise the targets until the mean lies between 0.5 and 0.7.',
      ),
    )
  if (said.length > 0 && mean < MEAN_CONFIDENCE.lofty)
    findings.push(
      finding(
        'too-lofty',
        '',
        `The mean confidence is ${mean.toFixed(2)}: hardly anybody believes in it.`,
        'Lower the targets, or take away what stands in the way.',
      ),
    )
  return settled(plan, { kind: 'cycle', id: cycle.id }, findings)
}

/** Everything to say about a cycle: the cycle, its objectives and key results in order, its initiatives. */
export function coachPlan(plan: Plan, index: PlanIndex, cycleId: Id): Finding[] {
  const cycle = plan.cycle.get(cycleId)
  if (!cycle) return []
  return [
    ...coachCycle(plan, index, cycle),
    ...listAt(index.objectivesByCycle, cycleId).flatMap((objective) => [
      ...coachObjective(plan, index, objective),
      ...listAt(index.keyResultsByObjective, objective.id).flatMap((keyResult) =>
        coachKeyResult(plan, index, keyResult),
      ),
    ]),
    ...listAt(index.initiativesByCycle, cycleId).flatMap((initiative) =>
      coachInitiative(plan, initiative),
    ),
  ]
}
