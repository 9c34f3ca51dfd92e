import type { WorkSince } from '#domain/check-in/round.ts'
import { asBlocked, asCleared, BLOCKER_WORDS } from '#domain/initiative/blocker.ts'
import type { Blocker } from '#domain/initiative/blocker.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import {
  INITIATIVE_STATE_WORDS,
  initiativeProgress,
  lateDays,
} from '#domain/initiative/initiative-progress.ts'
import { counted, shortTitle } from '#domain/plan/title-quote.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { whyOf } from '#ui/why-tips.tsx'
import { PersonField } from './person-field.tsx'
import card from './work-card.module.css'
import styles from './round.module.css'

/** More tasks than anybody ticks off in a round; the rest stands on the route. */
const SHOWN = 8

type Changes = Partial<Omit<Initiative, 'kind' | 'id'>>

function update(id: string, changes: Changes): string | null {
  const result = run('initiative.update', { id, changes })
  if (!result.ok) toast(result.message, { tone: 'bad' })
  return result.ok ? null : result.message
}

/** What one initiative did since the last check-in, with its tasks to tick off and its blocker. */
export function WorkCard({ work }: { readonly work: WorkSince }) {
  const today = usePlan((state) => state.today)
  const { initiative, tasksDoneBefore, tasksDone } = work
  const { id, tasks, blocker, state } = initiative
  const { share } = initiativeProgress(initiative)
  const late = lateDays(initiative, today)
  const isBlocked = state === 'blocked' || blocker !== null
  const words = [
    tasks.length === 0
      ? INITIATIVE_STATE_WORDS[state].toLowerCase()
      : tasksDone === tasksDoneBefore
        ? `${String(tasksDone)} of ${String(tasks.length)} tasks`
        : `${String(tasksDoneBefore)} → ${String(tasksDone)} of ${String(tasks.length)} tasks`,
    ...(isBlocked ? ['blocked'] : []),
    ...(late > 0 ? [`${counted(late, 'day')} late`] : []),
    ...(work.isNewlyDone && tasks.length > 0 ? ['done'] : []),
  ].join(' · ')
  const open = tasks.filter((task) => !task.done || task.doneOn === today)
  return (
    <li className={card['work']} data-tone={isBlocked || late > 0 ? 'bad' : undefined}>
      <p className={card['workTitle']} {...whyOf('initiative', id)}>
        <strong dir="auto">{shortTitle(initiative.title, 110)}</strong>
        <span className={card['quiet']}> · {words}</span>
      </p>
      <span className={card['meter']} aria-hidden>
        <span
          className={card['meterFill']}
          style={{ width: `${String(Math.round(share * 100))}%` }}
        />
      </span>
      {open.length > 0 && (
        <ul className={card['tasks']}>
          {open.slice(0, SHOWN).map((task) => (
            <li key={task.id}>
              <label className={card['tick']}>
                <input
                  type="checkbox"
                  checked={task.done}
                  onChange={(event) => {
                    const changes = { done: event.target.checked }
                    run('task.update', { initiativeId: id, id: task.id, changes })
                  }}
                />
                <span dir="auto">{shortTitle(task.title, 110)}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {open.length > SHOWN && (
        <p className={styles['hint']}>and {open.length - SHOWN} more on the route</p>
      )}
      <div className={styles['row']}>
        <label className={card['tick']}>
          <input
            type="checkbox"
            checked={state === 'done'}
            onChange={(event) => {
              const next = event.target.checked ? 'done' : 'in-progress'
              update(id, { state: next, ...(next === 'done' ? { blocker: null } : {}) })
            }}
          />
          <span>Done</span>
        </label>
        {!isBlocked && state !== 'done' && (
          <Button
            size="small"
            onClick={() => {
              update(id, asBlocked(today))
            }}
          >
            Something is in the way…
          </Button>
        )}
        {isBlocked && (
          <Button
            size="small"
            onClick={() => {
              update(id, asCleared(initiative))
            }}
          >
            Cleared
          </Button>
        )}
      </div>
      {blocker && <BlockerFields id={id} blocker={blocker} />}
    </li>
  )
}

const TYPES = Object.entries(BLOCKER_WORDS).map(([value, label]) => ({ value, label }))

function BlockerFields({ id, blocker }: { readonly id: string; readonly blocker: Blocker }) {
  const change = (changes: Partial<Blocker>) => update(id, { blocker: { ...blocker, ...changes } })
  return (
    <div className={card['blocker']}>
      <SelectField
        label="Type of blocker"
        value={blocker.type}
        options={TYPES}
        onChange={(value) => {
          change({ type: value as Blocker['type'] })
        }}
      />
      <PersonField
        label="Owner of the blocker"
        nobody="Nobody yet"
        value={blocker.ownerId}
        onChange={(ownerId) => {
          change({ ownerId })
        }}
      />
      <EditableText
        label="What is in the way"
        value={blocker.text}
        maxLength={20_000}
        onCommit={(text) => change({ text })}
      />
      <EditableText
        label="Next action"
        placeholder="Who does what until when"
        value={blocker.nextAction}
        maxLength={20_000}
        onCommit={(nextAction) => change({ nextAction })}
      />
    </div>
  )
}
