import { dotsOf } from '#domain/workshop/vote-tally.ts'
import { wallOf } from '#domain/workshop/wall.ts'
import type { Card } from '#domain/workshop/workshop.ts'
import { hueSchema } from '#domain/people/person.ts'
import type { MenuEntry } from '#ui/menu.tsx'
import type { Room } from './room-data.ts'
import { stepCard } from './room-drop.ts'
import { act, pickUp } from './room-store.ts'

/** What can be done with a card: the click twin of every drag. */
export function cardEntries(
  room: Room,
  card: Card,
  edit: () => void,
  nameGroup: () => void,
): readonly MenuEntry[] {
  const { id } = card
  const wall = wallOf(room.workshop, card.stepId)
  const others = room.cards.filter(
    (each) => each.id !== id && wall.has(each.stepId) && each.parked === card.parked,
  )
  const leads = room.cards.some((each) => each.groupId === id)
  const isUsed = card.became !== null
  const become: MenuEntry[] = isUsed
    ? []
    : [
        { type: 'heading', id: 'become', label: 'Turn into' },
        {
          id: 'objective',
          label: 'Objective',
          run: () => act('card.become', { id, becoming: { as: 'objective' } }),
        },
        ...(room.objective
          ? [
              {
                id: 'keyResult',
                label: 'Key result',
                run: () =>
                  act('card.become', {
                    id,
                    becoming: { as: 'keyResult', objectiveId: room.objective?.id ?? '' },
                  }),
              },
            ]
          : []),
        ...room.keyResults.map((keyResult, i) => ({
          id: `leg-${keyResult.id}`,
          label: `Initiative on leg ${String(i + 1)}`,
          detail: keyResult.title.slice(0, 32),
          run: () =>
            act('card.become', {
              id,
              becoming: { as: 'initiative', keyResultId: keyResult.id },
            }),
        })),
        {
          id: 'garage',
          label: 'Initiative in the Garage',
          run: () => act('card.become', { id, becoming: { as: 'initiative', keyResultId: null } }),
        },
        ...room.initiatives.slice(0, 6).map((initiative) => ({
          id: `task-${initiative.id}`,
          label: 'Task of',
          detail: initiative.title.slice(0, 40),
          run: () =>
            act('card.become', { id, becoming: { as: 'task', initiativeId: initiative.id } }),
        })),
        {
          id: 'concern',
          label: 'Concern',
          run: () => act('card.become', { id, becoming: { as: 'concern' } }),
        },
        {
          id: 'win',
          label: 'Win',
          run: () => act('card.become', { id, becoming: { as: 'win' } }),
        },
        {
          id: 'lesson',
          label: 'Lesson',
          run: () => act('card.become', { id, becoming: { as: 'lesson' } }),
        },
        { type: 'rule', id: 'after-become' },
      ]
  return [
    { id: 'edit', label: 'Rewrite', shortcut: 'Enter', disabled: card.hidden, run: edit },
    {
      id: 'pick-up',
      label: 'Pick up, then choose where',
      shortcut: 'Space',
      run: () => {
        pickUp({ kind: 'card', id }, card.hidden ? 'Hidden card' : card.text)
      },
    },
    {
      id: 'up',
      label: 'Move up',
      shortcut: 'Alt+ArrowUp',
      run: () => void stepCard(room, id, -1),
    },
    {
      id: 'down',
      label: 'Move down',
      shortcut: 'Alt+ArrowDown',
      run: () => void stepCard(room, id, 1),
    },
    {
      id: 'park',
      label: card.parked ? 'Take back from the parking lot' : 'Park for later',
      shortcut: 'P',
      run: () => act('card.park', { ids: [id], parked: !card.parked }),
    },
    ...become,
    ...(card.groupId !== null || leads
      ? ([
          { id: 'name-group', label: 'Name the group', shortcut: 'R', run: nameGroup },
          {
            id: 'ungroup',
            label: leads ? 'Take the group apart' : 'Take out of the group',
            shortcut: 'U',
            run: () => act('card.ungroup', { id }),
          },
          {
            id: 'merge-group',
            label: 'Merge the group into one card',
            run: () => {
              const head = card.groupId ?? id
              const group = room.cards.filter((c) => c.groupId === head || c.id === head)
              // What is on the road already takes the others in and keeps its link.
              const into = group.find(({ became }) => became !== null)?.id ?? head
              act('card.merge', { ids: group.map((c) => c.id), into })
            },
          },
        ] satisfies MenuEntry[])
      : []),
    ...(others.length > 0
      ? ([
          { type: 'heading', id: 'group', label: 'Group with' },
          ...others.slice(0, 5).map((other) => ({
            id: `group-${other.id}`,
            label: other.hidden ? 'a hidden card' : other.text.slice(0, 40),
            run: () => act('card.group', { ids: [id], onto: other.id }),
          })),
          { type: 'rule', id: 'after-group' },
        ] satisfies MenuEntry[])
      : []),
    {
      id: 'split',
      label: 'Split at line breaks',
      disabled: !card.text.includes('\n'),
      run: () => act('card.split', { id, texts: card.text.split('\n') }),
    },
    ...room.present.map((person) => ({
      id: `person-${person.id}`,
      label: `From ${person.name}`,
      checked: card.personId === person.id,
      run: () => act('card.update', { id, changes: { personId: person.id, hue: person.hue } }),
    })),
    {
      id: 'colour',
      label: 'Next colour and shape',
      run: () => {
        const hues = hueSchema.options
        const hue = hues[(hues.indexOf(card.hue) + 1) % hues.length] ?? 'amber'
        act('card.update', { id, changes: { hue } })
      },
    },
    { type: 'rule', id: 'last' },
    {
      id: 'delete',
      label: dotsOf(card) > 0 ? 'Delete with its votes' : 'Delete',
      shortcut: 'Delete',
      danger: true,
      run: () => act('card.delete', { ids: [id] }),
    },
  ]
}
