import { voteWords } from '#domain/workshop/vote-tally.ts'
import type { Workshop } from '#domain/workshop/workshop.ts'
import type { Room } from './room-data.ts'
import styles from './stages.module.css'

/** What was decided, each with the numbers of the vote behind it. */
export function DecisionList({ room }: { readonly room: Room }) {
  const { workshop, plan } = room
  if (workshop.decisions.length === 0) return null
  const numbersOf = ({ voteId }: Workshop['decisions'][number]) => {
    const vote = plan.vote.get(voteId ?? '')
    return vote && vote.revealedAt !== null ? voteWords(vote) : null
  }
  return (
    <ul className={styles['rows']} aria-label="Decisions">
      {workshop.decisions.map((decision) => {
        const numbers = numbersOf(decision)
        return (
          <li key={decision.id} className={styles['row']}>
            <span dir="auto">{decision.text}</span>
            {numbers !== null && <p className={styles['quiet']}>{numbers}</p>}
          </li>
        )
      })}
    </ul>
  )
}
