import { z } from 'zod'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, listOf, noteSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import { counted, quoted } from '../plan/title-quote.ts'
import { cardsOf, isRefusal, openCards, put } from './workshop-patch.ts'
import type { Card } from './workshop.ts'

const OTHER_WORKSHOP = 'These cards belong to different workshops.'

/** Dots of two cards together, person by person. */
function joinedDots(cards: readonly Card[]): Card['dots'] {
  const sums = new Map<string | null, number>()
  for (const { personId, count } of cards.flatMap((card) => card.dots))
    sums.set(personId, Math.min(999, (sums.get(personId) ?? 0) + count))
  return [...sums].map(([personId, count]) => ({ personId, count }))
}

/** Commands that put cards together and take them apart. */
export const cardGroupCommands = {
  'card.group': defineCommand({
    /** Lays cards onto another one: they join its group, which that card or its head leads. */
    input: z.strictObject({ ids: listOf(idSchema).min(1), onto: idSchema }),
    run: (plan, { ids, onto }) => {
      const found = openCards(plan, [...ids, onto])
      if (isRefusal(found)) return found
      const target = plan.card.get(onto)
      if (!target) return put('Group')
      if (found.some((card) => card.workshopId !== target.workshopId))
        return refuse('onto', OTHER_WORKSHOP)
      const headId = target.groupId ?? target.id
      const moving = new Set(ids.filter((id) => id !== headId && id !== onto))
      if (moving.size === 0) return put('Group')
      // A whole group that is laid onto a card moves as a whole.
      const members = cardsOf(plan, target.workshopId).filter(
        (card) => moving.has(card.id) || (card.groupId !== null && moving.has(card.groupId)),
      )
      return put(
        `Group with ${target.hidden ? 'a hidden card' : quoted(target.text)}`,
        ...members.map((card) => ({
          ...card,
          groupId: headId,
          groupName: '',
          column: target.column,
          stepId: target.stepId,
          parked: target.parked,
        })),
      )
    },
  }),
  'card.ungroup': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }) => {
      const found = openCards(plan, [id])
      if (isRefusal(found)) return found
      const [card] = found
      if (!card) return put('Ungroup')
      if (card.groupId !== null)
        return put('Take a card out of its group', { ...card, groupId: null })
      // The head leaves: the whole group falls apart.
      const members = cardsOf(plan, card.workshopId).filter((c) => c.groupId === id)
      return put('Take the group apart', ...members.map((c) => ({ ...c, groupId: null })), {
        ...card,
        groupName: '',
      })
    },
  }),
  'card.renameGroup': defineCommand({
    input: z.strictObject({ id: idSchema, name: noteSchema }),
    run: (plan, { id, name }) => {
      const found = openCards(plan, [id])
      if (isRefusal(found)) return found
      const [card] = found
      const head = card && (plan.card.get(card.groupId ?? '') ?? card)
      return head
        ? put(`Name the group ${quoted(name)}`, { ...head, groupName: name.trim() })
        : put('Name the group')
    },
  }),
  'card.merge': defineCommand({
    input: z.strictObject({ ids: listOf(idSchema).min(1), into: idSchema }),
    run: (plan, { ids, into }) => {
      const found = openCards(plan, [into, ...ids])
      if (isRefusal(found)) return found
      const target = plan.card.get(into)
      const others = found.filter((card) => card.id !== into)
      if (!target || others.length === 0) return put('Merge')
      if (others.some((card) => card.workshopId !== target.workshopId))
        return refuse('into', OTHER_WORKSHOP)
      if (others.some((card) => card.became !== null))
        return refuse('ids', 'A card that is on the road already cannot be merged into another.')
      const text = [target, ...others].map((card) => card.text).join('\n')
      if (text.length > LIMITS.note) return refuse('ids', 'Together this would be too long.')
      const gone = new Set(others.map((card) => card.id))
      const led = cardsOf(plan, target.workshopId).filter(
        (card) =>
          card.groupId !== null && gone.has(card.groupId) && !gone.has(card.id) && card.id !== into,
      )
      const merged: Card = {
        ...target,
        groupId: target.groupId !== null && gone.has(target.groupId) ? null : target.groupId,
        text,
        hidden: found.some((card) => card.hidden),
        dots: joinedDots(found),
      }
      return {
        ok: true,
        patch: {
          puts: [merged, ...led.map((card) => ({ ...card, groupId: merged.groupId ?? into }))],
          deletes: others.map(({ kind, id }) => ({ kind, id })),
        },
        name: `Merge ${counted(found.length, 'card')}`,
      }
    },
  }),
  'card.split': defineCommand({
    /** One new card for each text but the first, which the card keeps. */
    input: z.strictObject({ id: idSchema, texts: listOf(noteSchema).min(1) }),
    run: (plan, { id, texts }, context) => {
      const found = openCards(plan, [id])
      if (isRefusal(found)) return found
      const [card] = found
      const parts = texts.map((text) => text.trim()).filter((text) => text !== '')
      const [first, ...rest] = parts
      if (!card || first === undefined || rest.length === 0)
        return refuse('texts', 'There is nothing to split: one line is one card.')
      const keys = orderKeysAfter(cardsOf(plan, card.workshopId), rest.length)
      return put(
        `Split into ${counted(parts.length, 'card')}`,
        { ...card, text: first },
        ...rest.map((text, i) => ({
          ...card,
          id: context.newId(),
          text,
          groupId: card.groupId,
          groupName: '',
          dots: [],
          became: null,
          order: keys[i] ?? card.order,
        })),
      )
    },
  }),
}
