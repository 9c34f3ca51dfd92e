import { X } from 'lucide-react'
import { VOTE_WORDS, voteWords } from '#domain/workshop/vote-tally.ts'
import type { Vote } from '#domain/workshop/workshop.ts'
import { newId } from '#lib/ids.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { useKeptText } from './kept-text.ts'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { act, passKeyboard, showPanel } from './room-store.ts'
import { VoteFigures } from './vote-result.tsx'
import panel from './panel.module.css'
import styles from './vote.module.css'

const METHODS = ['hands', 'fist-of-five', 'confidence'] as const

/** A vote on any question at any step: count the hands, or let everybody enter a number in private. */
export function VotePanel({ room }: { readonly room: Room }) {
  const { votes, step, canEdit } = room
  const here = votes.filter((vote) => vote.stepId === (step?.id ?? null))
  const latest = here.at(-1)
  return (
    <aside className={panel['panel']} aria-label="Vote">
      <div className={panel['head']}>
        <h2 className={panel['title']}>Vote</h2>
        <Button
          aria-label="Close vote"
          onClick={() => {
            showPanel('vote')
          }}
        >
          <X size={20} aria-hidden />
        </Button>
      </div>
      <div className={panel['body']} role="region" aria-label="Vote: all" tabIndex={0}>
        {latest && <Latest key={latest.id} room={room} vote={latest} />}
        {canEdit && latest?.revealedAt !== null && <NewVote room={room} />}
        {here.length > 1 && (
          <ul className={styles['earlier']} aria-label="Earlier votes of this step">
            {here
              .slice(0, -1)
              .filter((vote) => vote.revealedAt !== null)
              .map((vote) => (
                <li key={vote.id} className={styles['past']} dir="auto">
                  {vote.question}: {voteWords(vote)}
                </li>
              ))}
          </ul>
        )}
      </div>
    </aside>
  )
}

function NewVote({ room }: { readonly room: Room }) {
  const { workshop, present, votes } = room
  const [how, setHow] = useKeptText(`${workshop.id} question how`)
  const method = METHODS.find((each) => each === how) ?? 'hands'
  const open = (question: string) => {
    const id = newId()
    const isOpen = act('vote.open', { id, workshopId: workshop.id, question, method })
    if (isOpen && method !== 'hands') passKeyboard(id)
    return isOpen
  }
  const last = votes.at(-1)
  return (
    <>
      <SelectField
        label="How"
        value={method}
        onChange={setHow}
        options={METHODS.map((value) => ({ value, label: VOTE_WORDS[value] }))}
      />
      <QuickLine keep={`${workshop.id} question`} label="The question" onTake={open} />
      {last && last.revealedAt !== null && last.method === method && (
        <Button onClick={() => open(last.question)}>The same question again</Button>
      )}
      {method !== 'hands' && present.length === 0 && <p>Nobody is in the room yet (W).</p>}
    </>
  )
}

function Latest({ room, vote }: { readonly room: Room; readonly vote: Vote }) {
  const { workshop, canEdit } = room
  return (
    <section className={styles['latest']} aria-label="This vote">
      <h3 className={styles['asked']} dir="auto">
        {vote.question}
      </h3>
      <p className={styles['past']}>
        {VOTE_WORDS[vote.method]}, round {vote.round}
      </p>
      {vote.revealedAt !== null ? (
        <>
          <VoteFigures room={room} vote={vote} />
          {canEdit && (
            <QuickLine
              keep={`${workshop.id} decision ${vote.id}`}
              label="What do we decide?"
              onTake={(text) =>
                act('decision.add', { workshopId: workshop.id, text, voteId: vote.id })
              }
            />
          )}
          <ul className={styles['earlier']} aria-label="Decisions of this vote">
            {workshop.decisions
              .filter((decision) => decision.voteId === vote.id)
              .map((decision) => (
                <li key={decision.id} dir="auto">
                  {decision.text}
                </li>
              ))}
          </ul>
        </>
      ) : (
        canEdit && <OpenNow room={room} vote={vote} />
      )}
    </section>
  )
}

function OpenNow({ room, vote }: { readonly room: Room; readonly vote: Vote }) {
  return (
    <>
      {vote.method === 'hands' ? (
        <HandCount room={room} vote={vote} />
      ) : (
        <Button
          variant="primary"
          size="large"
          onClick={() => {
            passKeyboard(vote.id)
          }}
        >
          Pass the keyboard
        </Button>
      )}
      <Button onClick={() => act('vote.delete', { id: vote.id })}>Discard this vote</Button>
    </>
  )
}

/** The hands that are up: the number keys reach this field from anywhere in the room. */
function HandCount({ room, vote }: { readonly room: Room; readonly vote: Vote }) {
  const [typed, setTyped] = useKeptText(`${vote.id} hands`)
  const count = Number(typed)
  const isNumber = /^\d{1,3}$/.test(typed)
  const take = () => {
    if (!isNumber) return
    if (!act('vote.ballot', { id: vote.id, personId: null, value: count })) return
    setTyped('')
    act('vote.reveal', { id: vote.id })
  }
  return (
    <>
      <label className={styles['hands']}>
        How many hands are up?
        <input
          className={styles['count']}
          inputMode="numeric"
          autoComplete="off"
          data-hands
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value.replace(/\D/g, '').slice(0, 3))
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </label>
      {room.present.length > 0 && count > room.present.length && (
        <p className={styles['problem']} role="status">
          That is more than the {room.present.length} in the room.
        </p>
      )}
      <Button variant="primary" size="large" disabled={!isNumber} onClick={take}>
        Count
      </Button>
    </>
  )
}
