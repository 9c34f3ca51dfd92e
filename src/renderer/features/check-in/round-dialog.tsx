import { useEffect, useState } from 'react'
import { weekday } from '#domain/calendar/day.ts'
import { formatDay, weekdayName } from '#domain/calendar/day-format.ts'
import type { RoundScope } from '#domain/check-in/round.ts'
import { roundStops } from '#domain/check-in/round.ts'
import type { Id } from '#domain/plan/field.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { nowMs } from '#lib/clock.ts'
import { usePlan } from '#store/plan-store.ts'
import { announce, closeDialog, useUi } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/field.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { PersonField } from './person-field.tsx'
import { RoundEnd } from './round-end.tsx'
import { RoundList } from './round-list.tsx'
import { enterRound, goToStop, neighbourOf, roundCycle, spend } from './round-plan.ts'
import { RoundStop } from './round-stop.tsx'
import type { Side } from './round-stop.tsx'
import { pressNext } from './use-round-keys.ts'
import styles from './round.module.css'

const KEYS = [
  ['Enter', 'next'],
  ['Shift+Enter', 'back'],
  ['S', 'skip, with a reason'],
  ['W', 'win'],
] as const

const ALL_KEYS = [
  ...KEYS,
  ['L', 'lesson'],
  ['C', 'concern'],
  ['Tab', 'to the confidence (0–9, 1 then 0 for ten), the line, the tasks'],
  ['Space', 'ticks a task, a step or an initiative'],
  ['Escape', 'stops; goes on where you left'],
] as const

/** The check-in round: one key result after another, made for the keyboard, saved answer by answer. */
export function RoundDialog() {
  const round = useUi((state) => state.round)
  const plan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  const save = usePlan((state) => state.save.state)
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
  const back = () => {
    const earlier = keyResult ? neighbourOf(round, keyResult.id, -1) : round.stops.at(-1)
    setSide(null)
    if (earlier) goToStop(earlier)
    else announce('This is the first one.')
  }
  return (
    <Dialog title="Check-in round" size="screen" bare onClose={close}>
      <header className={styles['bar']}>
        <p className={styles['barTitle']}>
          Check-in · {weekdayName(weekday(today))}, {formatDay(today)}
        </p>
        <p className={styles['quiet']}>
          {round.done.length} of {round.stops.length} done · <Spent since={enteredMs} />
        </p>
        <span className={styles['space']} />
        <ScopeField />
        <p
          className={styles['saved']}
          data-tone={save === 'saved' ? 'good' : undefined}
          role="status"
        >
          {save === 'saved' ? '✓ Saved' : save === 'saving' ? 'Saving…' : 'Not saved'}
        </p>
        <p className={styles['quiet']}>Esc to stop; goes on where you left</p>
      </header>
      <div className={styles['middle']}>
        <RoundList round={round} />
        <div className={styles['here']}>
          {keyResult ? (
            <RoundStop
              key={keyResult.id}
              keyResult={keyResult}
              cycle={cycle}
              side={side}
              onSide={setSide}
              onBack={back}
            />
          ) : (
            <RoundEnd round={round} onClose={closeDialog} />
          )}
        </div>
      </div>
      <footer className={styles['foot']}>
        {showsKeys ? (
          <dl className={styles['allKeys']}>
            {ALL_KEYS.map(([keys, what]) => (
              <div key={keys} className={styles['key']}>
                <dt>
                  <Kbd shortcut={keys} />
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <>
            {KEYS.map(([keys, what]) => (
              <span key={keys} className={styles['key']}>
                <Kbd shortcut={keys} /> {what}
              </span>
            ))}
            <button
              type="button"
              className={styles['key']}
              onClick={() => {
                setShowsKeys(true)
              }}
            >
              <Kbd shortcut="?" /> all keys
            </button>
          </>
        )}
        <span className={styles['space']} />
        {keyResult && (
          <Button
            variant="primary"
            size="large"
            className={styles['next']}
            onClick={() => {
              pressNext()
            }}
          >
            {nextTitle === null ? 'Finish' : `Next: ${shortTitle(nextTitle)}`} →
          </Button>
        )}
      </footer>
    </Dialog>
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

function valueOfScope(scope: RoundScope): string {
  return scope.type === 'objective' ? scope.objectiveId : scope.type
}

/** Which key results: all that are due, only mine, one objective. */
function ScopeField() {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const round = useUi((state) => state.round)
  const meId = useUi((state) => state.meId)
  if (!plan || !index || !round) return null
  const count = (scope: RoundScope) => roundStops(plan, index, round.cycleId, scope, today).length
  const objectives = listAt(index.objectivesByCycle, round.cycleId).filter(
    ({ state }) => state !== 'dropped',
  )
  const me = meId !== null && plan.person.has(meId) ? meId : null
  const choose = (value: string) => {
    if (value === 'all') enterRound({ type: 'all' })
    else if (value === 'mine') enterRound({ type: 'mine', personId: me ?? '' })
    else enterRound({ type: 'objective', objectiveId: value })
  }
  return (
    <div className={styles['scope']} data-own-enter>
      <SelectField
        label="Which key results"
        labelHidden
        value={valueOfScope(round.scope)}
        options={[
          { value: 'all', label: `All due · ${String(count({ type: 'all' }))}` },
          {
            value: 'mine',
            label:
              me === null
                ? 'Only mine (say who you are)'
                : `Only mine · ${String(count({ type: 'mine', personId: me }))}`,
            disabled: me === null,
          },
          ...objectives.map(({ id, title }) => ({ value: id, label: shortTitle(title, 36) })),
        ]}
        onChange={choose}
      />
      <PersonField
        label="I am"
        labelHidden
        nobody="I am…"
        value={me}
        onChange={(id) => {
          useUi.setState({ meId: id })
          if (round.scope.type === 'mine')
            enterRound(id === null ? { type: 'all' } : { type: 'mine', personId: id })
        }}
      />
    </div>
  )
}
