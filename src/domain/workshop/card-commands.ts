import { z } from 'zod'
import { hueSchema } from '../people/person.ts'
import { given } from '../plan/changes.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { idSchema, listOf, noteSchema } from '../plan/field.ts'
import { byOrder, orderKeyAfter, orderKeysAfter, orderKeysFor } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { removalOf } from '../plan/removal.ts'
import { counted, quoted } from '../plan/title-quote.ts'
import { dotsOf } from './vote-tally.ts'
import { wallOf } from './wall.ts'
import { cardsOf, isRefusal, openCards, openWorkshop, put } from './workshop-patch.ts'
import type { Card } from './workshop.ts'
import { cardSchema } from './workshop.ts'

const { shape } = cardSchema
const textSchema = noteSchema.refine((text) => text.trim() !== '', { error: 'is empty' })
const idsInput = listOf(idSchema).min(1)

/** The name of a step: what a hidden card says must not stand in the undo menu. */
const nameOf = (card: Card) => (card.hidden ? 'a hidden card' : quoted(card.text))

/** What these cards lead and is not among them. */
function ledBy(plan: Plan, heads: readonly Card[]): readonly Card[] {
  const ids = new Set(heads.map(({ id }) => id))
  const workshops = new Set(heads.map(({ workshopId }) => workshopId))
  return [...workshops]
    .flatMap((workshopId) => cardsOf(plan, workshopId))
    .filter(({ id, groupId }) => groupId !== null && ids.has(groupId) && !ids.has(id))
}

/** Commands for single cards: write, colour, order, park, dots. */
export const cardCommands = {
  'card.add': defineCommand({
    input: z.strictObject({
      workshopId: idSchema,
      text: textSchema,
      id: idSchema.optional(),
      stepId: idSchema.nullable().optional(),
      personId: idSchema.nullable().optional(),
      hue: hueSchema.optional(),
      column: shape.column.optional(),
    }),
    run: (plan, input, context) => {
      const workshop = openWorkshop(plan, input.workshopId)
      if (isRefusal(workshop)) return workshop
      const id = input.id ?? context.newId()
      if (plan.card.has(id)) return refuse('id', 'This id is taken.')
      const person = input.personId ? plan.person.get(input.personId) : undefined
      const card: Card = {
        kind: 'card',
        id,
        workshopId: workshop.id,
        stepId: input.stepId === undefined ? workshop.currentStepId : input.stepId,
        text: input.text.trim(),
        personId: input.personId ?? null,
        hue: input.hue ?? person?.hue ?? 'amber',
        groupId: null,
        groupName: '',
        column: input.column ?? '',
        parked: false,
        hidden: workshop.silent,
        dots: [],
        became: null,
        order: orderKeyAfter(cardsOf(plan, workshop.id)),
      }
      return put(`Write ${nameOf(card)}`, card)
    },
  }),
  'card.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({
        text: textSchema.optional(),
        personId: idSchema.nullable().optional(),
        hue: hueSchema.optional(),
        column: shape.column.optional(),
        stepId: idSchema.nullable().optional(),
        hidden: z.boolean().optional(),
      }),
    }),
    run: (plan, { id, changes }) => {
      const found = openCards(plan, [id])
      if (isRefusal(found)) return found
      const { stepId, column } = given(changes)
      const place = given({ stepId, column })
      // A group goes where its head goes.
      const led = Object.keys(place).length === 0 ? [] : ledBy(plan, found)
      return put(
        'Change a card',
        ...found.map((card) => ({ ...card, ...given(changes) })),
        ...led.map((card) => ({ ...card, ...place })),
      )
    },
  }),
  'card.delete': defineCommand({
    input: z.strictObject({ ids: idsInput }),
    run: (plan, { ids }) => {
      const found = openCards(plan, ids)
      if (isRefusal(found)) return found
      return {
        ok: true,
        patch: removalOf(plan, found),
        name: `Delete ${counted(found.length, 'card')}`,
      }
    },
  }),
  'card.park': defineCommand({
    input: z.strictObject({ ids: idsInput, parked: z.boolean() }),
    run: (plan, { ids, parked }) => {
      const found = openCards(plan, ids)
      if (isRefusal(found)) return found
      const what = found.length === 1 && found[0] ? nameOf(found[0]) : counted(found.length, 'card')
      return put(
        parked ? `Park ${what} for later` : `Take ${what} back from the parking lot`,
        ...[...found, ...ledBy(plan, found)].map((card) => ({ ...card, parked })),
      )
    },
  }),
  'card.move': defineCommand({
    input: z.strictObject({ id: idSchema, beforeId: idSchema.nullable() }),
    run: (plan, { id, beforeId }) => {
      const found = openCards(plan, [id])
      if (isRefusal(found)) return found
      const [card] = found
      if (!card) return put('Keep the order')
      const siblings = cardsOf(plan, card.workshopId)
      const keys = orderKeysFor(siblings, id, beforeId)
      return put(
        `Move ${nameOf(card)}`,
        ...siblings.flatMap((s) => {
          const order = keys.get(s.id)
          return order === undefined ? [] : [{ ...s, order }]
        }),
      )
    },
  }),
  'card.sort': defineCommand({
    input: z.strictObject({
      workshopId: idSchema,
      stepId: idSchema.nullable(),
      by: z.enum(['votes', 'text', 'person']),
    }),
    run: (plan, { workshopId, stepId, by }) => {
      const workshop = openWorkshop(plan, workshopId)
      if (isRefusal(workshop)) return workshop
      const all = cardsOf(plan, workshopId)
      const wall = wallOf(workshop, stepId)
      const cards = all.filter((card) => wall.has(card.stepId)).sort(byOrder)
      const textOf = (card: Card) =>
        by === 'person' ? (plan.person.get(card.personId ?? '')?.name ?? '\uffff') : card.text
      // A group stands where the dots on all of its cards put it.
      const dots = new Map<Id, number>()
      for (const card of cards)
        for (const id of card.groupId === null ? [card.id] : [card.id, card.groupId])
          dots.set(id, (dots.get(id) ?? 0) + dotsOf(card))
      const sorted = [...cards].sort((a, b) => {
        if (by === 'votes') return (dots.get(b.id) ?? 0) - (dots.get(a.id) ?? 0)
        const [left, right] = [textOf(a).toLowerCase(), textOf(b).toLowerCase()]
        return left < right ? -1 : left > right ? 1 : 0
      })
      if (sorted.every((card, i) => card === cards[i])) return put('Sort the cards')
      const keys = orderKeysAfter(all, sorted.length)
      return put(
        'Sort the cards',
        ...sorted.map((card, i) => ({ ...card, order: keys[i] ?? card.order })),
      )
    },
  }),
  'card.reveal': defineCommand({
    input: z.strictObject({ workshopId: idSchema }),
    run: (plan, { workshopId }) => {
      const workshop = openWorkshop(plan, workshopId)
      if (isRefusal(workshop)) return workshop
      const hidden = cardsOf(plan, workshopId).filter((card) => card.hidden)
      return put(
        'Reveal the cards',
        ...(workshop.silent ? [{ ...workshop, silent: false }] : []),
        ...hidden.map((card) => ({ ...card, hidden: false })),
      )
    },
  }),
  'card.setDots': defineCommand({
    input: z.strictObject({
      id: idSchema,
      /** null: counted by the facilitator, for instance raised hands. */
      personId: idSchema.nullable(),
      count: z.number().int().min(0).max(999),
    }),
    run: (plan, { id, personId, count }) => {
      const found = openCards(plan, [id])
      if (isRefusal(found)) return found
      const [card] = found
      const workshop = card && plan.workshop.get(card.workshopId)
      if (!card || !workshop) return put('Count dots')
      if (personId !== null) {
        const wall = wallOf(workshop, card.stepId)
        const spent = cardsOf(plan, workshop.id)
          .filter((other) => other.id !== id && wall.has(other.stepId))
          .flatMap((other) => other.dots)
          .reduce((sum, dot) => sum + (dot.personId === personId ? dot.count : 0), 0)
        const left = workshop.votesPerPerson - spent
        if (count > left)
          return refuse(
            'count',
            left <= 0
              ? `All ${counted(workshop.votesPerPerson, 'dot')} are given.`
              : `Only ${counted(left, 'dot')} left.`,
          )
      }
      const others = card.dots.filter((dot) => dot.personId !== personId)
      const dots = count === 0 ? others : [...others, { personId, count }]
      return put(`Give dots to ${nameOf(card)}`, { ...card, dots })
    },
  }),
}
