import { Check } from 'lucide-react'
import { useMemo } from 'react'
import { carriedBefore } from '#domain/cycle/carried-things.ts'
import { proposedToCarry } from '#domain/cycle/next-cycle-commands.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Ref } from '#domain/plan/field.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { refKey } from '#domain/plan/reference.ts'
import { cycleBefore } from '#domain/workshop/people-parts.ts'
import { openDialog } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Boards } from './board-stage.tsx'
import type { Room } from './room-data.ts'
import { act } from './room-store.ts'
import carry from './carry.module.css'
import styles from './stages.module.css'

const KIND_WORDS = { objective: 'Objective', keyResult: 'Key result', initiative: 'Initiative' }

type Left = Ref & {
  readonly kind: keyof typeof KIND_WORDS
  readonly title: string
  /** What the review of the last cycle said of it. */
  readonly verdict: 'keep' | 'change' | null
}

/** What the last cycle leaves: what its review wants to keep or change, and work that is not finished. */
function leftOf({ plan, index }: Room, from: Cycle): readonly Left[] {
  const verdicts = new Map(
    [...plan.retrospective.values()]
      .filter(({ cycleId }) => cycleId === from.id)
      .flatMap(({ verdicts: all }) => all.map((one) => [refKey(one.about), one.verdict] as const)),
  )
  const refs = [
    ...proposedToCarry(plan, from.id),
    ...listAt(index.initiativesByCycle, from.id).filter(
      ({ state }) => state !== 'done' && state !== 'dropped',
    ),
  ]
  const seen = new Map<string, Left>()
  for (const { kind, id } of refs) {
    if (kind !== 'objective' && kind !== 'keyResult' && kind !== 'initiative') continue
    const key = refKey({ kind, id })
    const title = plan[kind].get(id)?.title
    const verdict = verdicts.get(key)
    if (title !== undefined && verdict !== 'stop')
      seen.set(key, { kind, id, title, verdict: verdict ?? null })
  }
  return [...seen.values()]
}

/** Wins, lessons and what is carried over, beside what the last cycle left unfinished. */
export function LookBackStage({ room }: { readonly room: Room }) {
  const { plan, cycle, step } = room
  const before = useMemo(
    () => (cycle ? cycleBefore(plan, cycle.startOn) : undefined),
    [plan, cycle],
  )
  return (
    <>
      <h2 className={styles['big']}>Look back{before ? `: ${before.name}` : ''}</h2>
      {cycle && before && <CarryOver room={room} from={before} to={cycle} />}
      {cycle && <NextCycle room={room} cycle={cycle} />}
      <Boards room={room} columns={step?.columns ?? []} stepId={step?.id ?? null} />
    </>
  )
}

/** Takes things along into the cycle that is planned, with new ids and their lineage. */
function CarryOver({
  room,
  from,
  to,
}: {
  readonly room: Room
  readonly from: Cycle
  readonly to: Cycle
}) {
  const { plan, canEdit } = room
  const left = useMemo(() => leftOf(room, from), [room, from])
  const taken = useMemo(() => carriedBefore(plan, to.id), [plan, to.id])
  const open = left.filter(({ id }) => !taken.has(id))
  const wanted = open.filter(({ verdict }) => verdict !== null)
  const take = (things: readonly Left[]) =>
    act('cycle.carryOver', {
      fromId: from.id,
      toId: to.id,
      keep: things.map(({ kind, id }) => ({ kind, id })),
    })
  if (left.length === 0) return null
  return (
    <section aria-label={`Carry over to ${to.name}`} className={carry['carry']}>
      <div className={carry['head']}>
        <h3 className={styles['head']}>Carry over to {to.name}</h3>
        <span className={styles['quiet']}>
          {left.length - open.length} of {left.length} taken along
        </span>
        {canEdit && wanted.length > 1 && (
          <Button onClick={() => take(wanted)}>
            Take along all {wanted.length} that the review keeps
          </Button>
        )}
      </div>
      <ul className={carry['things']} aria-label="What the last cycle leaves">
        {[...open, ...left.filter(({ id }) => taken.has(id))].map((thing) => {
          const isTaken = taken.has(thing.id)
          return (
            <li key={refKey(thing)}>
              <button
                type="button"
                className={carry['thing']}
                data-taken={isTaken || undefined}
                disabled={!canEdit || isTaken}
                title={thing.title}
                onClick={() => take([thing])}
              >
                <span className={carry['words']}>
                  {isTaken && <Check size={18} aria-hidden />} {KIND_WORDS[thing.kind]}
                  {thing.verdict === null ? '' : ` · ${thing.verdict}`}
                  {isTaken ? ' · taken along' : ''}
                </span>
                <span className={carry['title']} dir="auto">
                  {thing.title}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A workshop in a cycle that runs out: what is kept goes into the next one, which the same command begins. */
function NextCycle({ room, cycle }: { readonly room: Room; readonly cycle: Cycle }) {
  const { plan, canEdit, index } = room
  const hasNext = [...plan.cycle.values()].some(({ startOn }) => startOn > cycle.endOn)
  const isRunningOut = cycle.state === 'review' || cycle.state === 'closed'
  if (hasNext || !isRunningOut || !canEdit) return null
  return (
    <p className={carry['head']}>
      <Button
        onClick={() => {
          openDialog({ type: 'next-cycle', fromId: cycle.id })
        }}
      >
        Begin the next cycle with what is kept…
      </Button>
      <span className={styles['quiet']}>
        {listAt(index.objectivesByCycle, cycle.id).length} objectives stand in {cycle.name}
      </span>
    </p>
  )
}
