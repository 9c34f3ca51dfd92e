import { z } from 'zod'
import { idSchema } from '#domain/plan/field.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { thingAt } from '#domain/plan/plan.ts'
import type { Workshop } from '#domain/workshop/workshop.ts'
import type { RoomState } from './room-store.ts'

/** What the room has in hand apart from the plan; a kill comes back to it. */
export type InHand = Pick<
  RoomState,
  | 'panel'
  | 'held'
  | 'dotsBy'
  | 'readStepId'
  | 'readObjectiveId'
  | 'rewriting'
  | 'passing'
  | 'skipped'
>

/** Nothing in hand, no panel open. */
export const EMPTY_HANDS: InHand = {
  panel: null,
  held: null,
  dotsBy: null,
  readStepId: null,
  readObjectiveId: null,
  rewriting: null,
  passing: null,
  skipped: [],
}

const inHandSchema = z.object({
  // Private notes are never put on the projector by a start of the app.
  panel: z.enum(['people', 'agenda', 'keys', 'vote']).nullable().catch(null),
  held: z
    .object({ kind: z.enum(['card', 'initiative', 'keyResult']), id: idSchema })
    .nullable()
    .catch(null),
  dotsBy: idSchema.nullable().catch(null),
  readStepId: idSchema.nullable().catch(null),
  readObjectiveId: idSchema.nullable().catch(null),
  rewriting: z
    .object({ what: z.enum(['text', 'group']), id: idSchema })
    .nullable()
    .catch(null),
  passing: idSchema.nullable().catch(null),
  skipped: z.array(idSchema).catch([]),
})

/** What is in hand as it is kept. */
export function writeInHand(inHand: InHand): string {
  const { panel, held, dotsBy, readStepId, readObjectiveId, rewriting, passing, skipped } = inHand
  return JSON.stringify({
    panel,
    held,
    dotsBy,
    readStepId,
    readObjectiveId,
    rewriting,
    passing,
    skipped,
  })
}

/** What was in hand, as far as the plan still has it. A vote that was revealed since goes round no more. */
export function readInHand(text: string | null, plan: Plan, workshopId: Id): InHand {
  const workshop = plan.workshop.get(workshopId)
  const found = inHandSchema.safeParse(parsed(text))
  if (!found.success || !workshop) return EMPTY_HANDS
  return { ...found.data, ...stillInHand(found.data, plan, workshop) }
}

type Things = Pick<InHand, 'held' | 'rewriting' | 'dotsBy' | 'passing'>

/** What of it the plan still has: an undo, a reveal or somebody who leaves may take it out of the hand. */
export function stillInHand(
  { held, rewriting, dotsBy, passing }: Things,
  plan: Plan,
  workshop: Workshop,
): Things {
  const vote = passing === null ? undefined : plan.vote.get(passing)
  return {
    held: held && thingAt(plan, held) ? held : null,
    rewriting: rewriting && plan.card.has(rewriting.id) ? rewriting : null,
    dotsBy: dotsBy === 'room' || workshop.presentIds.includes(dotsBy ?? '') ? dotsBy : null,
    passing: vote?.workshopId === workshop.id && vote.revealedAt === null ? passing : null,
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
