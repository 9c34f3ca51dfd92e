import { useEffect, useState } from 'react'
import { counted } from '#domain/plan/title-quote.ts'
import { askedCount, stillToVote, VOTE_TOP } from '#domain/workshop/vote-tally.ts'
import type { Vote } from '#domain/workshop/workshop.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import type { Room } from './room-data.ts'
import { act, passKeyboard, useRoom } from './room-store.ts'
import styles from './vote.module.css'

const close = () => {
  passKeyboard(null)
}

/**
 * Pass the keyboard: one person after another enters a number that nobody sees. The screen says only whose
 * turn it is; what is typed shows as a dot until it is taken. A kill comes back to the same turn, but never
 * with a half-typed number: somebody else may sit there.
 */
export function PassKeyboard({ room, vote }: { readonly room: Room; readonly vote: Vote }) {
  const waiting = stillToVote(room.workshop, vote)
  const skipped = useRoom((state) => state.skipped)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const personId = waiting.find((id) => !skipped.includes(id)) ?? null
  const person = personId === null ? undefined : room.plan.person.get(personId)
  const top = VOTE_TOP[vote.method]
  const total = askedCount(room.workshop, vote)
  const passedOver = waiting.length

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (document.querySelector('[role="dialog"], [role="menu"]')) return
      const { key, target } = event
      // A focused button answers to Enter itself, but never with a number that was typed.
      const isOnButton = target instanceof HTMLElement && target.closest('[data-skip]') !== null
      const take = () => {
        event.preventDefault()
        event.stopPropagation()
      }
      if (key === 'Escape') {
        take()
        close()
      } else if (/^\d$/.test(key) && personId !== null) {
        take()
        setProblem('')
        setTyped((text) => (text + key).slice(-2))
      } else if (key === 'Backspace') {
        take()
        setTyped('')
      } else if (key === 'Enter' && personId !== null && (typed !== '' || !isOnButton)) {
        take()
        const value = Number(typed)
        if (typed === '' || value > top) {
          setProblem(`A number from 0 to ${String(top)}, then Enter.`)
          setTyped('')
        } else if (act('vote.ballot', { id: vote.id, personId, value })) setTyped('')
      } else if (key === 'Enter' && !isOnButton) {
        take()
        if (act('vote.reveal', { id: vote.id })) close()
      } else if (key.length === 1 && !(key === ' ' && isOnButton)) take()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [personId, typed, top, vote.id])

  return (
    <section className={styles['pass']} aria-label="Private vote">
      <h1 className={styles['question']} dir="auto">
        {vote.question}
      </h1>
      {person ? (
        <>
          <p className={styles['turn']}>
            <Avatar person={person} size={64} decorative />
            <span dir="auto">{person.name}</span>
          </p>
          <p className={styles['how']}>
            Your number from 0 to {top}, then Enter. Nobody sees it before all are in.
          </p>
          <p
            className={styles['secret']}
            role="status"
            aria-label={typed === '' ? 'Nothing typed' : 'A number is typed'}
          >
            {typed === '' ? '–' : '●'}
          </p>
        </>
      ) : (
        <>
          <p className={styles['turn']}>
            {passedOver === 0
              ? 'All numbers are in'
              : `${counted(passedOver, 'person', 'people')} passed over`}
          </p>
          <p className={styles['how']}>
            {vote.ballots.length} of {total} voted. Press Enter to reveal them all at once.
          </p>
        </>
      )}
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
      <p className={styles['how']}>
        {vote.ballots.length} of {total} are in
      </p>
      <div className={styles['buttons']}>
        {person && (
          <Button
            data-skip
            onClick={() => {
              setTyped('')
              setProblem('')
              if (personId !== null) useRoom.setState({ skipped: [...skipped, personId] })
              // The next one finds no key of somebody else under the Enter key.
              if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
            }}
          >
            Skip {person.name}
          </Button>
        )}
        {!person && vote.ballots.length > 0 && (
          <Button
            data-skip
            variant="primary"
            onClick={() => {
              if (act('vote.reveal', { id: vote.id })) close()
            }}
          >
            Reveal
          </Button>
        )}
        {!person && passedOver > 0 && (
          <Button
            data-skip
            onClick={() => {
              useRoom.setState({ skipped: [] })
            }}
          >
            Ask {passedOver === 1 ? 'the one' : `the ${String(passedOver)}`} passed over
          </Button>
        )}
        <Button data-skip onClick={close}>
          Back to the workshop
        </Button>
      </div>
    </section>
  )
}
