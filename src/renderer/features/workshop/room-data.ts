import { useMemo } from 'react'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { Objective } from '#domain/objective/objective.ts'
import type { Person } from '#domain/people/person.ts'
import type { Id } from '#domain/plan/field.ts'
import { byOrder } from '#domain/plan/order-key.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import type { Card, Vote, Workshop, WorkshopStep } from '#domain/workshop/workshop.ts'
import { cardsOf, votesOf } from '#domain/workshop/workshop-patch.ts'
import { usePlan } from '#store/plan-store.ts'
import { usePlanAtEnd } from './plan-at-end.ts'
import type { Shown } from './plan-at-end.ts'
import { useRoom } from './room-store.ts'

/** Everything that the parts of the screen look at. */
export type Room = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly workshop: Workshop
  /** The step that is shown: the current one, or the one that is read in a finished workshop. */
  readonly step: WorkshopStep | null
  readonly cycle: Cycle | null
  readonly objectives: readonly Objective[]
  /** The objective whose road is shown. */
  readonly objective: Objective | null
  readonly keyResults: readonly KeyResult[]
  readonly initiatives: readonly Initiative[]
  readonly present: readonly Person[]
  readonly cards: readonly Card[]
  readonly votes: readonly Vote[]
  readonly canEdit: boolean
  /** It is over: everything is read, and nothing looks as if it could be changed. */
  readonly isFinished: boolean
  /** The day of the plan that is shown: today, or the day on which the workshop ended. */
  readonly today: string
  readonly shown: Shown
}

/** The room of a workshop; null when it is gone. */
export function useRoomData(id: Id): Room | null {
  const openPlan = usePlan((state) => state.plan)
  const openIndex = usePlan((state) => state.index)
  const openDay = usePlan((state) => state.today)
  const shown = usePlanAtEnd(openPlan?.workshop.get(id))
  const isReady = usePlan((state) => state.phase === 'ready' && state.save.state !== 'failed')
  const readStepId = useRoom((state) => state.readStepId)
  const readObjectiveId = useRoom((state) => state.readObjectiveId)
  return useMemo(() => {
    // The workshop itself is never another one than that of the open plan.
    const workshop = openPlan?.workshop.get(id)
    if (!openPlan || !openIndex || !workshop) return null
    const then = shown.type === 'then' ? shown : { plan: openPlan, index: openIndex, day: openDay }
    const { plan, index, day: today } = then
    const isFinished = workshop.state === 'finished'
    const stepId = isFinished ? readStepId : workshop.currentStepId
    // Never another cycle than the one in which its cards take their place.
    const cycle = plan.cycle.get(workshop.cycleId ?? '') ?? null
    const objectives = cycle
      ? listAt(index.objectivesByCycle, cycle.id).filter(({ state }) => state !== 'dropped')
      : []
    const objectiveId = (isFinished ? readObjectiveId : null) ?? workshop.objectiveId
    const objective = objectives.find((each) => each.id === objectiveId) ?? objectives[0] ?? null
    return {
      plan,
      index,
      workshop,
      step: workshop.steps.find((each) => each.id === stepId) ?? null,
      cycle,
      objectives,
      objective,
      keyResults: objective
        ? listAt(index.keyResultsByObjective, objective.id).filter(
            ({ state }) => state === 'active',
          )
        : [],
      initiatives: objective ? listAt(index.initiativesByObjective, objective.id) : [],
      present: workshop.presentIds.flatMap((personId) => plan.person.get(personId) ?? []),
      cards: cardsOf(plan, id).sort(byOrder),
      votes: votesOf(plan, id),
      canEdit: isReady && !isFinished,
      isFinished,
      today,
      shown,
    }
  }, [openPlan, openIndex, openDay, shown, id, isReady, readStepId, readObjectiveId])
}

/** The cards as they are drawn: heads of groups with what they lead, in order. */
export type Pile = { readonly head: Card; readonly members: readonly Card[] }

/** Cards sorted into piles; a card whose head is not among them stands alone. */
export function pilesOf(cards: readonly Card[]): readonly Pile[] {
  const ids = new Set(cards.map(({ id }) => id))
  const led = new Map<Id, Card[]>()
  const heads: Card[] = []
  for (const card of cards)
    if (card.groupId !== null && ids.has(card.groupId))
      led.set(card.groupId, [...(led.get(card.groupId) ?? []), card])
    else heads.push(card)
  return heads.map((head) => ({ head, members: led.get(head.id) ?? [] }))
}
