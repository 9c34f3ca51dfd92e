import type { Page } from '@playwright/test'
import { countingContext } from '#domain/plan/plan-arbitrary.ts'
import type { CommandId, CommandInput } from '#domain/plan/commands.ts'
import { runCommand } from '#domain/plan/commands.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { applyPatch, planFromThings, thingsOf } from '#domain/plan/plan.ts'
import { DEFAULT_SETTINGS } from '#domain/plan/plan-meta.ts'
import type { Roadbook } from './host/fixtures.ts'
import { openThings } from './seeded-year-file.ts'

/** The day on which the busy room is planned. */
export const BUSY_TODAY = '2026-12-01'

const PEOPLE = [
  'Ana Ruiz',
  'Ben Okafor',
  'Cleo Marsh',
  'Dov Levi',
  'Eli Sand',
  'Fay Winter',
] as const
const IDEAS = [
  'Chatbot for the 20 most common questions',
  'Training for the night shift',
  'Rewrite help articles with real tickets',
  'Customer advisory board',
  'Phone line?',
  'Survey after tickets',
] as const
const UGLY = [
  'Rewrite every single help article with the words that customers used in real tickets, then measure again, and again, until nobody asks the same thing twice; and if somebody does, start over with the whole list from the beginning of the year',
  'W'.repeat(180),
  'عملاء سعداء في كل مكان، مهما كان السؤال صعبا',
  '顧客満足度を向上させる取り組みをつづける。夜間の電話対応も含む。',
  'two\nlines 🚗🚗🚗\nand a third',
  '?',
] as const

/** What stands in the room. */
export type Busy = {
  readonly checkpoints?: number
  readonly vehicles?: number
  readonly cards?: number
  /** Very long titles, other scripts, line breaks. */
  readonly ugly?: boolean
  readonly finished?: boolean
}

/** A plan with a running ninety-minute workshop, made by the app's own commands. */
class BusyRoom {
  plan: Plan
  private readonly context = countingContext(BUSY_TODAY, 'busy-')

  constructor() {
    this.plan = planFromThings([
      {
        kind: 'plan',
        id: 'busy',
        name: 'Busy room',
        direction: '',
        settings: DEFAULT_SETTINGS,
        createdAt: this.context.now,
      },
    ])
  }

  run<C extends CommandId>(id: C, input: CommandInput<C>): void {
    const result = runCommand(this.plan, id, input, this.context)
    if (!result.ok) throw new Error(`${id}: ${result.message}`)
    this.plan = applyPatch(this.plan, result.patch)
  }

  stepOf(type: string): Id {
    const step = this.plan.workshop.get('w')?.steps.find((each) => each.type === type)
    if (!step) throw new Error(`No step ${type}`)
    return step.id
  }
}

/** The things of a busy room: six people, cards with groups and dots, two rounds of a vote, decisions. */
export function busyRoom({
  checkpoints = 3,
  vehicles = 6,
  cards = 12,
  ugly = false,
  finished = false,
}: Busy = {}) {
  const room = new BusyRoom()
  const words = (i: number) => (ugly ? UGLY : IDEAS)[i % IDEAS.length] ?? ''
  room.run('cycle.add', { id: 'q', name: 'Q1 2027', startOn: BUSY_TODAY, endOn: '2027-03-31' })
  PEOPLE.forEach((name, i) => {
    room.run('person.add', { id: `p${String(i)}`, name: ugly && i === 1 ? UGLY[0] : name })
  })
  room.run('objective.add', {
    id: 'o',
    cycleId: 'q',
    title: ugly ? UGLY[0] : 'Customers rave about our support',
    why: ugly ? UGLY[3] : 'because loyal customers are our cheapest growth',
    ownerId: 'p0',
  })
  room.run('objective.add', { id: 'o2', cycleId: 'q', title: words(2) })
  for (let i = 0; i < checkpoints; i += 1)
    room.run('keyResult.add', {
      id: `k${String(i)}`,
      objectiveId: 'o',
      title: ugly ? words(i) : `Share of tickets that are solved at once, part ${String(i + 1)}`,
      metric: { type: 'increase', unit: '%', baseline: 10, target: 90 },
      dueOn: `2027-0${String(1 + Math.floor(i / 3))}-${String(10 + (i % 3) * 6)}`,
      ownerId: `p${String(i % 6)}`,
    })
  for (let i = 0; i < vehicles; i += 1)
    room.run('initiative.add', {
      id: `i${String(i)}`,
      cycleId: 'q',
      title: ugly ? words(i) : `${words(i)}, part ${String(i + 1)}`,
      keyResultId: `k${String(i % checkpoints)}`,
      ownerId: `p${String(i % 6)}`,
      effortDays: 4,
    })
  for (let i = 0; i < 3; i += 1)
    room.run('initiative.add', {
      id: `g${String(i)}`,
      cycleId: 'q',
      title: ugly ? words(i) : `In the Garage ${String(i + 1)}`,
      keyResultId: null,
    })
  room.run('workshop.add', {
    id: 'w',
    name: ugly ? UGLY[0] : 'Q1 2027 planning · Support & Product',
    template: 'quarter',
    cycleId: 'q',
    presentIds: PEOPLE.map((_, i) => `p${String(i)}`),
  })
  room.run('workshop.start', { id: 'w' })
  const boards = { 'look-back': ['Wins', 'Lessons'], roadblocks: ['Training', 'Support'] }
  for (const type of ['look-back', 'vehicles', 'roadblocks'] as const) {
    for (let i = 0; i < cards; i += 1)
      room.run('card.add', {
        id: `${type}-${String(i)}`,
        workshopId: 'w',
        stepId: room.stepOf(type),
        text: cards > IDEAS.length ? `${words(i)} ${String(i + 1)}` : words(i),
        personId: i % 4 === 3 ? null : `p${String(i % 6)}`,
        column: type === 'vehicles' ? '' : (boards[type][i % 2] ?? ''),
      })
    if (cards <= IDEAS.length) continue
    room.run('card.group', { ids: [`${type}-2`], onto: `${type}-0` })
    room.run('card.renameGroup', { id: `${type}-0`, name: ugly ? UGLY[0] : 'Self-service' })
    room.run('card.setDots', { id: `${type}-1`, personId: null, count: 14 })
    room.run('card.setDots', { id: `${type}-3`, personId: 'p0', count: 2 })
    room.run('card.park', { ids: [`${type}-5`], parked: true })
  }
  for (const round of [1, 2]) {
    const id = `v${String(round)}`
    room.run('vote.open', {
      id,
      workshopId: 'w',
      stepId: room.stepOf('confidence'),
      question: 'How sure are you that we arrive by the end of Q1 2027?',
      method: 'confidence',
    })
    PEOPLE.forEach((_, i) => {
      room.run('vote.ballot', { id, personId: `p${String(i)}`, value: (i * 3 + round) % 11 })
    })
    room.run('vote.reveal', { id })
    room.run('decision.add', { workshopId: 'w', text: words(round), voteId: id })
  }
  room.run('journal.add', {
    type: 'concern',
    text: words(0),
    about: { kind: 'cycle', id: 'q' },
  })
  if (finished) room.run('workshop.finish', { id: 'w' })
  return [...thingsOf(room.plan)]
}

/** Opens a busy room from a plan file and stands in it, on its first step. */
export async function openBusyRoom(roadbook: Roadbook, page: Page, busy: Busy = {}): Promise<void> {
  await openThings(roadbook, page, busyRoom(busy), BUSY_TODAY)
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  if (busy.finished) await page.getByRole('button', { name: /^Q1 2027 planning/ }).click()
  await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
}
