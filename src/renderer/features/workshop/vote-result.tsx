import { formatNumber } from '#domain/key-result/value-format.ts'
import { someoneIn } from '#domain/workshop/finished-workshop.ts'
import { tallyOf, VOTE_TOP } from '#domain/workshop/vote-tally.ts'
import type { Vote } from '#domain/workshop/workshop.ts'
import type { Room } from './room-data.ts'
import styles from './vote.module.css'

const round = (n: number) => formatNumber(Math.round(n * 10) / 10)

/** What a revealed vote says, in large figures: hands, or mean and spread. */
export function VoteFigures({ room, vote }: { readonly room: Room; readonly vote: Vote }) {
  const tally = tallyOf(vote)
  const here = room.workshop.presentIds.length
  if (vote.method === 'hands') {
    const hands = vote.ballots.reduce((sum, ballot) => sum + ballot.value, 0)
    return (
      <div className={styles['result']}>
        <p className={styles['figure']}>
          <strong>{hands}</strong> {here > 0 ? `of ${String(here)} hands` : 'hands'}
        </p>
      </div>
    )
  }
  return (
    <div className={styles['result']}>
      <p className={styles['figure']}>
        <strong>{tally.mean === null ? '–' : round(tally.mean)}</strong> mean
      </p>
      <p className={styles['figure']}>
        <strong>
          {round(tally.lowest ?? 0)}–{round(tally.highest ?? 0)}
        </strong>{' '}
        from lowest to highest
      </p>
      <p className={styles['figure']}>
        <strong>{tally.count}</strong> voted
      </p>
    </div>
  )
}

/** How often each number was given, and by whom. */
export function VoteBars({ room, vote }: { readonly room: Room; readonly vote: Vote }) {
  const most = Math.max(1, ...tallyOf(vote).perValue.values())
  const values = Array.from({ length: VOTE_TOP[vote.method] + 1 }, (_, i) => i)
  return (
    <div className={styles['bars']}>
      {values.map((value) => {
        const givers = vote.ballots.filter((ballot) => ballot.value === value)
        const names = givers.map(
          ({ personId }) => someoneIn(room.plan, room.workshop, personId)?.initials ?? '?',
        )
        return (
          <div key={value} className={styles['bar']}>
            <span className={styles['names']}>{names.join(' ')}</span>
            <span
              className={styles['column']}
              style={{ height: `${String((givers.length / most) * 62)}%` }}
            />
            <span className={styles['value']}>{value}</span>
          </div>
        )
      })}
    </div>
  )
}
