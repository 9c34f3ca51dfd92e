import { formatDay } from '../calendar/day-format.ts'
import type { SayDay } from '../key-result/rule-context.ts'
import { counted } from '../plan/title-quote.ts'
import type { WorkTurn } from './turns.ts'

const WORDS = { done: 'Done', blocked: 'Blocked', late: 'Late' } as const

/** What an initiative became, as it stands beside its colour: `Done`; `Blocked, late`. */
export function workTurnWord({ became }: Pick<WorkTurn, 'became'>): string {
  const words = became.map((what) => WORDS[what])
  return [...words.slice(0, 1), ...words.slice(1).map((word) => word.toLowerCase())].join(', ')
}

/** Why it did, with the days: `finished on Nov 12`; `blocked since Nov 12, no next action yet`. */
export function workTurnReason(
  { initiative, became, lateDays }: WorkTurn,
  sayDay: SayDay = formatDay,
): string {
  const { doneOn, dueOn, blocker } = initiative
  const next = blocker?.nextAction.trim() ?? ''
  return became
    .map((what) => {
      switch (what) {
        case 'done':
          return doneOn === null ? 'finished' : `finished on ${sayDay(doneOn)}`
        case 'blocked':
          return `blocked${blocker ? ` since ${sayDay(blocker.sinceOn)}` : ''}, ${next === '' ? 'no next action yet' : `next: ${next}`}`
        case 'late':
          return `${counted(lateDays, 'day')} late${dueOn === null ? '' : `, was due ${sayDay(dueOn)}`}`
      }
    })
    .join(' · ')
}
