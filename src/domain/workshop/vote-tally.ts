import { formatNumber } from '../key-result/value-format.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { wallOf } from './wall.ts'
import type { Card, Vote, Workshop } from './workshop.ts'

/** All dots and hands on a card. */
export function dotsOf(card: Pick<Card, 'dots'>): number {
  return card.dots.reduce((sum, dot) => sum + dot.count, 0)
}

/** How many dots a person has left in a step. */
export function dotsLeft(plan: Plan, workshop: Workshop, stepId: Id | null, personId: Id): number {
  const wall = wallOf(workshop, stepId)
  let given = 0
  for (const card of plan.card.values())
    if (card.workshopId === workshop.id && wall.has(card.stepId))
      for (const dot of card.dots) if (dot.personId === personId) given += dot.count
  return workshop.votesPerPerson - given
}

/** The largest number that a method takes. */
export const VOTE_TOP: Readonly<Record<Vote['method'], number>> = {
  confidence: 10,
  'fist-of-five': 5,
  hands: 999,
}

/** What a method is called. */
export const VOTE_WORDS: Readonly<Record<Vote['method'], string>> = {
  confidence: 'Confidence 0–10',
  'fist-of-five': 'Fist of five',
  hands: 'Raised hands',
}

/** What a vote says: how many, the mean, the spread and how often each number was given. */
export type Tally = {
  readonly count: number
  readonly mean: number | null
  readonly lowest: number | null
  readonly highest: number | null
  /** Highest minus lowest; null without ballots. */
  readonly spread: number | null
  readonly perValue: ReadonlyMap<number, number>
}

/** Counts the ballots of a vote. For raised hands the numbers are counts and add up. */
export function tallyOf(vote: Pick<Vote, 'ballots'>): Tally {
  const values = vote.ballots.map((ballot) => ballot.value)
  const perValue = new Map<number, number>()
  for (const value of values) perValue.set(value, (perValue.get(value) ?? 0) + 1)
  if (values.length === 0)
    return { count: 0, mean: null, lowest: null, highest: null, spread: null, perValue }
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  return {
    count: values.length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    lowest,
    highest,
    spread: highest - lowest,
    perValue,
  }
}

/** A vote in one line: how many hands, or mean and spread. */
export function voteWords(vote: Vote): string {
  const tally = tallyOf(vote)
  if (vote.method === 'hands')
    return `${formatNumber(vote.ballots.reduce((sum, { value }) => sum + value, 0))} hands`
  if (tally.mean === null) return 'no ballots'
  const round = (n: number) => formatNumber(Math.round(n * 10) / 10)
  return `mean ${round(tally.mean)}, from ${round(tally.lowest ?? 0)} to ${round(tally.highest ?? 0)}, ${formatNumber(tally.count)} voted`
}

/** How many a vote asks: those present, and who gave a number and has left the room since. */
export function askedCount(workshop: Workshop, vote: Vote): number {
  return vote.ballots.length + stillToVote(workshop, vote).length
}

/** Who of those present has not voted yet, in the order of the room. */
export function stillToVote(workshop: Workshop, vote: Vote): readonly Id[] {
  const voted = new Set(vote.ballots.map((ballot) => ballot.personId))
  return workshop.presentIds.filter((id) => !voted.has(id))
}
