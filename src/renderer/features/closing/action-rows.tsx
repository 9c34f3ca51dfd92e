import { X } from 'lucide-react'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { Retrospective } from '#domain/retrospective/retrospective.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { IconButton } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EditableText } from '#ui/editable.tsx'
import { edit } from './edit.ts'
import { PersonField } from './person-field.tsx'
import actions from './actions.module.css'
import styles from './walk.module.css'

type Action = Retrospective['actions'][number]

/** The actions of a retrospective, each with its owner; in a closed cycle only the tick still changes. */
export function ActionRows({
  retrospective,
  onlyTicks = false,
}: {
  readonly retrospective: Pick<Retrospective, 'id' | 'actions'>
  readonly onlyTicks?: boolean
}) {
  const people = usePlan((state) => state.plan?.person)
  const update = (actionId: string, changes: Partial<Omit<Action, 'id'>>) =>
    edit('retrospective.updateAction', { id: retrospective.id, actionId, changes })
  return (
    <ul className={styles['rows']}>
      {retrospective.actions.map((action) => (
        <li key={action.id} className={actions['action']}>
          <input
            type="checkbox"
            aria-label={`Done: ${action.text}`}
            checked={action.done}
            onChange={(event) => {
              update(action.id, { done: event.target.checked })
            }}
          />
          {onlyTicks ? (
            <p className={actions['said']}>
              <span dir="auto">{action.text}</span>
              <span className={styles['quiet']}>
                {action.ownerId === null
                  ? ' · nobody'
                  : ` · ${people?.get(action.ownerId)?.name ?? 'nobody'}`}
                {action.dueOn !== null && ` · due ${formatDayWithYear(action.dueOn)}`}
              </span>
            </p>
          ) : (
            <div className={actions['actionFields']}>
              <EditableText
                label={`Action: ${action.text}`}
                labelHidden
                bare
                required
                value={action.text}
                onCommit={(text) => update(action.id, { text })}
              />
              <PersonField
                label={`Owner of ${action.text}`}
                labelHidden
                value={action.ownerId}
                onChange={(ownerId) => update(action.id, { ownerId })}
              />
              <DateField
                label={`Due day of ${action.text}`}
                labelHidden
                value={action.dueOn}
                onCommit={(dueOn) => update(action.id, { dueOn })}
              />
              <IconButton
                label={`Delete ${action.text}`}
                size="small"
                icon={<X size={14} />}
                onClick={() => {
                  run('retrospective.deleteAction', { id: retrospective.id, actionId: action.id })
                }}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
