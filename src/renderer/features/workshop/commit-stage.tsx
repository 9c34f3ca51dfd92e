import { Check, Circle, CircleCheck } from 'lucide-react'
import { commitChecklist } from '#domain/workshop/commit-checklist.ts'
import type { CommitCheck } from '#domain/workshop/commit-checklist.ts'
import { Button } from '#ui/button.tsx'
import { MinutesExport } from './minutes-export.tsx'
import { MissingPeople } from './missing-people.tsx'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { RoomText } from './room-field.tsx'
import { act, change } from './room-store.ts'
import type { ExportMinutes } from './workshop-screen.tsx'
import commit from './commit.module.css'
import styles from './stages.module.css'

const ICONS = { ok: Check, accepted: CircleCheck, open: Circle }
const CYCLE_WORDS = {
  planning: 'being planned',
  active: 'active',
  review: 'in review',
  closed: 'closed',
}
const WORDS = { ok: 'Done', accepted: 'Accepted', open: 'Open' }

function Point({ room, check }: { readonly room: Room; readonly check: CommitCheck }) {
  const Icon = ICONS[check.state]
  return (
    <li className={commit['check']} data-state={check.state}>
      <Icon size={26} aria-hidden />
      <div className={commit['checkText']}>
        <p className={commit['checkTitle']}>
          {check.title} <span className={styles['quiet']}>{WORDS[check.state]}</span>
        </p>
        {check.details.slice(0, 4).map((detail) => (
          <p key={detail} className={styles['quiet']} dir="auto">
            {detail}
          </p>
        ))}
        {check.details.length > 4 && (
          <p className={styles['quiet']}>and {check.details.length - 4} more</p>
        )}
      </div>
      {check.state !== 'ok' && (
        <div className={commit['reason']}>
          <RoomText
            room={room}
            keep={`check ${check.id}`}
            label={`Reason to accept: ${check.title}`}
            labelHidden
            value={check.reason}
            placeholder="Accept with a reason"
            maxLength={20_000}
            onCommit={(reason) =>
              change('workshop.acceptCheck', {
                id: room.workshop.id,
                check: check.id,
                reason,
              })
            }
          />
        </div>
      )}
    </li>
  )
}

/** The pre-trip checklist, the commitment, and the minutes. */
export function CommitStage({
  room,
  exportMinutes,
}: {
  readonly room: Room
  readonly exportMinutes: ExportMinutes
}) {
  const { plan, workshop, cycle, canEdit } = room
  const checks = commitChecklist(plan, workshop)
  const open = checks.filter((check) => check.state === 'open').length
  const { notDoing, agreements } = plan.meta.settings
  const isCommitted = cycle !== null && cycle.state !== 'planning'
  return (
    <div className={styles['scroll']}>
      <h2 className={styles['big']}>{isCommitted ? 'On the road' : 'Ready to go?'}</h2>
      <ul className={commit['checks']} aria-label="Pre-trip checklist">
        {checks.map((check) => (
          <Point key={check.id} room={room} check={check} />
        ))}
      </ul>
      <MissingPeople room={room} />
      {canEdit && (
        <div className={commit['two']}>
          <div>
            <h3 className={styles['head']}>What we do not do</h3>
            <ul className={styles['rows']}>
              {notDoing.map((text) => (
                <li key={text} className={styles['row']} dir="auto">
                  {text}
                </li>
              ))}
            </ul>
            <QuickLine
              keep={`${plan.meta.id} not doing`}
              label="We do not"
              onTake={(text) =>
                act('plan.update', { changes: { settings: { notDoing: [...notDoing, text] } } })
              }
            />
          </div>
          <div>
            <h3 className={styles['head']}>Agreements</h3>
            <ul className={styles['rows']}>
              {agreements.map((text) => (
                <li key={text} className={styles['row']} dir="auto">
                  {text}
                </li>
              ))}
            </ul>
            <QuickLine
              keep={`${plan.meta.id} agreement`}
              label="We agree to"
              onTake={(text) =>
                act('plan.update', { changes: { settings: { agreements: [...agreements, text] } } })
              }
            />
          </div>
        </div>
      )}
      {!isCommitted && cycle && (
        <div className={styles['buttons']}>
          <Button
            variant="primary"
            size="large"
            disabled={!canEdit || open > 0}
            onClick={() => act('workshop.commit', { id: workshop.id })}
          >
            Commit to {cycle.name}
          </Button>
          {open > 0 && (
            <span className={styles['quiet']}>
              {open === 1 ? '1 point is open' : `${String(open)} points are open`}: close it, or
              accept it with a reason.
            </span>
          )}
        </div>
      )}
      {isCommitted && (
        <p className={styles['lead']} role="status">
          {cycle.name} is {CYCLE_WORDS[cycle.state]}.
        </p>
      )}
      <MinutesExport room={room} exportMinutes={exportMinutes} />
    </div>
  )
}
