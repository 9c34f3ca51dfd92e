import { useEffect, useState } from 'react'
import { weekday } from '#domain/calendar/day.ts'
import { formatDay, weekdayName } from '#domain/calendar/day-format.ts'
import type { Id } from '#domain/plan/field.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { nowMs } from '#lib/clock.ts'
import { usePlan } from '#store/plan-store.ts'
import { announce, closeDialog, useUi } from '#store/ui-store.ts'
import { useSaveState } from '#store/selectors.ts'
import { SaveMark } from '#ui/save-mark.tsx'
import { WalkFrame } from '#ui/walk-frame.tsx'
import { RoundEnd } from './round-end.tsx'
import { RoundFoot } from './round-foot.tsx'
import { RoundList } from './round-list.tsx'
import { enterRound, goToStop, neighbourOf, roundCycle, spend } from './round-plan.ts'
import { RoundStop } from './round-stop.tsx'
import { ScopeField } from './scope-field.tsx'
import type { Side } from './stop-side.tsx'
import styles from './round.module.css'

/** The check-in round: one key result after another, made for the keyboard, saved answer by answer. */
export function RoundDialog() {
  const round = useUi((state) => state.round)
  const plan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  const save = useSaveState()
  const [opened, setOpened] = useState<{ readonly at: Id | null; readonly side: Side } | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const [enteredMs] = useState(nowMs)
  useEffect(() => {
    enterRound(null)
    return () => {
      spend(nowMs() - enteredMs)
    }
  }, [enteredMs])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      const isText =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement &&
          target.type === 'text' &&
          target.dataset['numeric'] === undefined)
      if (event.key !== '?' || isText) return
      event.preventDefault()
      setShowsKeys((shown) => !shown)
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
  const cycle = round ? plan?.cycle.get(round.cycleId) : roundCycle()
  if (!plan || !round || !cycle) return null
  const keyResult = round.at === null ? undefined : plan.keyResult.get(round.at)
  // What is open beside one answer is closed for the next.
  const side = opened?.at === round.at ? (opened?.side ?? null) : null
  const setSide = (next: Side | null) => {
    setOpened(next === null ? null : { at: round.at, side: next })
  }
  const close = () => {
    if (showsKeys) setShowsKeys(false)
    else if (side !== null) setSide(null)
    else closeDialog()
  }
  const nextId = keyResult ? neighbourOf(round, keyResult.id, 1) : null
  const nextTitle = nextId === null ? null : (plan.keyResult.get(nextId)?.title ?? '')
  const earlier = keyResult ? neighbourOf(round, keyResult.id, -1) : (round.stops.at(-1) ?? null)
  const back = () => {
    setSide(null)
    if (earlier) goToStop(earlier)
    else announce(keyResult ? 'This is the first one.' : 'There is nothing to go back to.')
  }
  return (
    <WalkFrame
      name="Check-in round"
      title={`Check-in · ${weekdayName(weekday(today))}, ${formatDay(today)}`}
      about={
        <>
          {round.done.length} of {round.stops.length} done
          {round.startedOn < today && ` · begun ${formatDay(round.startedOn)}`} ·{' '}
          <Spent since={enteredMs} />
        </>
      }
      tools={
        <>
          <ScopeField />
          <SaveMark state={save} isBrief />
          <p className={styles['stops']}>Esc to stop; goes on where you left</p>
        </>
      }
      hereName={keyResult ? 'The answer' : 'The end'}
      listName="Key results of this round"
      list={<RoundList round={round} />}
      foot={
        <RoundFoot
          showsKeys={showsKeys}
          onKeys={() => {
            setShowsKeys(true)
          }}
          canGoBack={earlier !== null}
          next={
            !keyResult
              ? null
              : nextTitle === null
                ? { words: 'Finish', title: null }
                : { words: 'Next:', title: shortTitle(nextTitle) }
          }
        />
      }
      onClose={close}
    >
      {keyResult ? (
        <RoundStop
          key={keyResult.id}
          keyResult={keyResult}
          cycle={cycle}
          round={round}
          side={side}
          onSide={setSide}
          onBack={back}
        />
      ) : (
        <RoundEnd round={round} onBack={back} onClose={closeDialog} />
      )}
    </WalkFrame>
  )
}

/** Time spent in this sitting, second by second. */
function Spent({ since }: { readonly since: number }) {
  const before = useUi((state) => state.round?.spentMs ?? 0)
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(nowMs())
    }, 1_000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  const seconds = Math.max(0, Math.floor((before + now - since) / 1_000))
  return (
    <span>
      {Math.floor(seconds / 60)} min {String(seconds % 60).padStart(2, '0')} s
    </span>
  )
}
