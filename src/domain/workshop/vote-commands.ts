import { z } from 'zod'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, noteSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import type { Plan } from '../plan/plan.ts'
import { refKey } from '../plan/reference.ts'
import { removalOf } from '../plan/removal.ts'
import { quoted } from '../plan/title-quote.ts'
import type { Refusal } from '../plan/command.ts'
import { VOTE_TOP } from './vote-tally.ts'
import { isRefusal, openWorkshop, put, votesOf } from './workshop-patch.ts'
import type { Vote } from './workshop.ts'
import { voteSchema } from './workshop.ts'

const { shape } = voteSchema

function openVote(plan: Plan, id: string): Vote | Refusal {
  const vote = plan.vote.get(id)
  if (!vote) return refuse('id', 'This vote is not in the plan any more.')
  const workshop = openWorkshop(plan, vote.workshopId)
  return isRefusal(workshop) ? workshop : vote
}

/** Commands for votes. No name of a step tells a number: the undo menu is on the projector as well. */
export const voteCommands = {
  'vote.open': defineCommand({
    input: z.strictObject({
      workshopId: idSchema,
      question: noteSchema,
      method: shape.method,
      about: shape.about.optional(),
      id: idSchema.optional(),
      stepId: idSchema.nullable().optional(),
    }),
    run: (plan, input, context) => {
      const workshop = openWorkshop(plan, input.workshopId)
      if (isRefusal(workshop)) return workshop
      const id = input.id ?? context.newId()
      if (plan.vote.has(id)) return refuse('id', 'This id is taken.')
      const about = input.about ?? null
      // The same question once more is its next round; the earlier rounds stay as they are.
      const earlier = votesOf(plan, workshop.id).filter(
        (vote) =>
          vote.method === input.method &&
          vote.question === input.question &&
          (vote.about ? refKey(vote.about) : '') === (about ? refKey(about) : ''),
      )
      const vote: Vote = {
        kind: 'vote',
        id,
        workshopId: workshop.id,
        stepId: input.stepId === undefined ? workshop.currentStepId : input.stepId,
        question: input.question,
        about,
        method: input.method,
        round: Math.min(99, 1 + Math.max(0, ...earlier.map((v) => v.round))),
        openedAt: context.now,
        ballots: [],
        revealedAt: null,
      }
      return put(`Open the vote ${quoted(input.question)}`, vote)
    },
  }),
  'vote.ballot': defineCommand({
    input: z.strictObject({
      id: idSchema,
      personId: idSchema.nullable(),
      /** null takes the ballot back. */
      value: z.number().min(0).max(999).nullable(),
    }),
    run: (plan, { id, personId, value }) => {
      const vote = openVote(plan, id)
      if (isRefusal(vote)) return vote
      if (vote.revealedAt !== null)
        return refuse('', 'This round is revealed. Open a second round to vote again.')
      const top = VOTE_TOP[vote.method]
      if (value !== null && value > top)
        return refuse('value', `The numbers go from 0 to ${String(top)}.`)
      const others = vote.ballots.filter((b) => b.personId !== personId)
      if (value !== null && others.length >= LIMITS.list)
        return refuse('', `A vote holds at most ${String(LIMITS.list)} ballots.`)
      const person = personId === null ? null : plan.person.get(personId)
      return put(person ? `Ballot of ${quoted(person.name)}` : 'Ballot', {
        ...vote,
        ballots: value === null ? others : [...others, { personId, value }],
      })
    },
  }),
  'vote.reveal': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const vote = openVote(plan, id)
      if (isRefusal(vote)) return vote
      if (vote.ballots.length === 0) return refuse('', 'Nobody has voted yet.')
      return put('Reveal the vote', { ...vote, revealedAt: vote.revealedAt ?? context.now })
    },
  }),
  'vote.delete': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }) => {
      const vote = openVote(plan, id)
      if (isRefusal(vote)) return vote
      return { ok: true, patch: removalOf(plan, [vote]), name: 'Discard a vote' }
    },
  }),
}
