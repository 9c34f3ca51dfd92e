import type { Ref } from '#domain/plan/field.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { askedCount, stillToVote, VOTE_WORDS, voteWords } from '#domain/workshop/vote-tally.ts'
import type { Vote } from '#domain/workshop/workshop.ts'
import { newId } from '#lib/ids.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { DecisionList } from './decision-list.tsx'
import { useKeptText } from './kept-text.ts'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { act, passKeyboard } from './room-store.ts'
import { VoteBars, VoteFigures } from './vote-result.tsx'
import stages from './stages.module.css'
import styles from './vote.module.css'

const METHODS = ['confidence', 'fist-of-five'] as const

function OpenVote({ room, vote }: { readonly room: Room; readonly vote: Vote }) {
  const waiting = stillToVote(room.workshop, vote)
  return (
    <>
      <p className={stages['lead']}>
        {vote.ballots.length} of {askedCount(room.workshop, vote)} numbers are in, all of them
        hidden.
      </p>
      <div className={styles['buttons']}>
        <Button
          variant="primary"
          size="large"
          data-begin-vote
          onClick={() => {
            passKeyboard(vote.id)
          }}
        >
          Pass the keyboard
        </Button>
        <Button
          size="large"
          disabled={vote.ballots.length === 0}
          onClick={() => act('vote.reveal', { id: vote.id })}
        >
          {waiting.length === 0 ? 'Reveal' : `Reveal without ${String(waiting.length)}`}
        </Button>
        <Button size="large" onClick={() => act('vote.delete', { id: vote.id })}>
          Discard this round
        </Button>
      </div>
    </>
  )
}

/** How the question about the whole plan begins; the cycle that it goes on with may get another name. */
const OF_ALL = 'How sure are you that we arrive'

/** Everyone's number, entered hidden and revealed at once; talk; a second round; a decision. */
export function ConfidenceStage({ room }: { readonly room: Room }) {
  const { votes, workshop, step, objectives, present, canEdit, cycle } = room
  const [about, setAbout] = useKeptText(`${workshop.id} vote about`)
  const [how, setHow] = useKeptText(`${workshop.id} vote how`)
  const method = METHODS.find((each) => each === how) ?? 'confidence'
  const objective = objectives.find((each) => each.id === about)
  const ref: Ref | null = objective ? { kind: 'objective', id: objective.id } : null
  const question = objective
    ? `How sure are you that we reach ${inQuotes(objective.title, 500)}?`
    : `${OF_ALL}${cycle ? ` by the end of ${cycle.name}` : ''}?`
  const own = votes.filter(
    (vote) =>
      vote.method === method &&
      (vote.about?.id ?? '') === (ref?.id ?? '') &&
      // Votes on other questions that were asked by the way have no part here.
      (ref !== null || vote.question.startsWith(OF_ALL)),
  )
  const vote = own.at(-1)
  const earlier = own.slice(0, -1).filter((each) => each.revealedAt !== null)
  const open = () => {
    const id = newId()
    if (
      act('vote.open', {
        id,
        workshopId: workshop.id,
        question: vote?.question ?? question,
        method,
        about: ref,
      })
    )
      passKeyboard(id)
  }
  return (
    <div className={stages['scroll']}>
      <div className={styles['board']}>
        <h2 className={stages['big']} dir="auto">
          {question}
        </h2>
        {canEdit && (
          <div className={stages['fields']}>
            <SelectField
              label="About"
              value={about}
              onChange={setAbout}
              options={[
                { value: '', label: 'The whole plan' },
                ...objectives.map((each) => ({ value: each.id, label: each.title })),
              ]}
            />
            <SelectField
              label="How"
              value={method}
              onChange={setHow}
              options={METHODS.map((value) => ({ value, label: VOTE_WORDS[value] }))}
            />
          </div>
        )}
        {!vote && canEdit && (
          <div className={styles['buttons']}>
            <Button
              variant="primary"
              size="large"
              data-begin-vote
              disabled={present.length === 0}
              onClick={open}
            >
              Begin: pass the keyboard
            </Button>
            {present.length === 0 && <span>Nobody is in the room yet (W).</span>}
          </div>
        )}
        {vote?.revealedAt === null && canEdit && <OpenVote room={room} vote={vote} />}
        {vote && vote.revealedAt !== null && (
          <>
            <h3 className={stages['head']}>Round {vote.round}</h3>
            <VoteFigures room={room} vote={vote} />
            <VoteBars room={room} vote={vote} />
            {canEdit && (
              <div className={styles['buttons']}>
                <Button size="large" data-begin-vote onClick={open}>
                  {vote.round === 1 ? 'Second' : 'Another'} round after the talk
                </Button>
              </div>
            )}
          </>
        )}
        {earlier.length > 0 && (
          <ul className={styles['earlier']} aria-label="Earlier rounds">
            {earlier.map((each) => (
              <li key={each.id}>
                Round {each.round}: {voteWords(each)}
              </li>
            ))}
          </ul>
        )}
        {vote?.revealedAt !== null && canEdit && (
          <QuickLine
            keep={`${workshop.id} decision ${step?.id ?? ''}`}
            label="What do we decide?"
            onTake={(text) =>
              act('decision.add', {
                workshopId: workshop.id,
                text,
                ...(vote ? { voteId: vote.id } : {}),
              })
            }
          />
        )}
        <DecisionList room={room} />
      </div>
    </div>
  )
}
