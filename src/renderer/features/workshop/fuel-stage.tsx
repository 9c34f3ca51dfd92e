import { X } from 'lucide-react'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { formatNumber } from '#domain/key-result/value-format.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { Button } from '#ui/button.tsx'
import { FuelGauge } from './fuel-gauge.tsx'
import { PersonChoice } from './person-choice.tsx'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { leaveAtTheKerb } from './room-drop.ts'
import { RoomNumber, RoomText } from './room-field.tsx'
import { act, change } from './room-store.ts'
import fuel from './fuel.module.css'
import styles from './stages.module.css'

/** Who drives what and what it takes; asked against available for each person; what stays at the kerb. */
export function FuelStage({ room }: { readonly room: Room }) {
  const { plan, index, cycle } = room
  const initiatives = cycle
    ? listAt(index.initiativesByCycle, cycle.id).filter(({ state }) => state !== 'dropped')
    : []
  const { currency } = plan.meta.settings
  if (!cycle) return null
  return (
    <div className={styles['scroll']}>
      <h2 className={styles['big']}>Who drives, with what fuel</h2>
      <FuelGauge room={room} cycle={cycle} initiatives={initiatives} />
      {initiatives.length === 0 ? (
        <p className={styles['lead']}>No initiative is on the road yet.</p>
      ) : (
        <table className={fuel['table']}>
          <thead>
            <tr>
              <th scope="col">Initiative</th>
              <th scope="col">Driver</th>
              <th scope="col">Days</th>
              <th scope="col">{currency}</th>
              <th scope="col">People</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {initiatives.map((initiative) => (
              <Row key={initiative.id} room={room} initiative={initiative} />
            ))}
          </tbody>
        </table>
      )}
      <Kerb room={room} cycle={cycle} />
    </div>
  )
}

function Row({ room, initiative }: { readonly room: Room; readonly initiative: Initiative }) {
  const { id, title } = initiative
  const { canEdit, isFinished } = room
  const number = (field: 'effortDays' | 'money' | 'peopleNeeded', label: string) => (
    <td>
      <RoomNumber
        room={room}
        keep={`initiative ${id} ${field}`}
        label={`${label} for ${title}`}
        labelHidden
        value={initiative[field]}
        min={0}
        onCommit={(value) => change('initiative.update', { id, changes: { [field]: value } })}
      />
    </td>
  )
  return (
    <tr>
      <th scope="row" className={fuel['title']} title={title}>
        <span dir="auto">{title}</span>
      </th>
      <td>
        <PersonChoice
          room={room}
          label={`Driver of ${title}`}
          labelHidden
          value={initiative.ownerId}
          onChange={(ownerId) => act('initiative.update', { id, changes: { ownerId } })}
        />
      </td>
      {number('effortDays', 'Days')}
      {number('money', 'Money')}
      {number('peopleNeeded', 'People')}
      <td>
        {!isFinished && (
          <Button
            disabled={!canEdit}
            aria-label={`To the kerb: ${title}`}
            onClick={() => leaveAtTheKerb(room, id)}
          >
            To the kerb
          </Button>
        )}
      </td>
    </tr>
  )
}

/** What was cut, and why. */
function Kerb({ room, cycle }: { readonly room: Room; readonly cycle: Cycle }) {
  const { canEdit } = room
  const kerb = cycle.leftAtTheKerb
  const write = (leftAtTheKerb: Cycle['leftAtTheKerb']) => ({
    id: cycle.id,
    changes: { leftAtTheKerb },
  })
  return (
    <section aria-label="Left at the kerb" className={styles['block']} data-drop="kerb">
      <h3 className={styles['head']}>
        Left at the kerb <span className={styles['count']}>{formatNumber(kerb.length)}</span>
      </h3>
      <p className={styles['quiet']}>
        What we cut so that the rest arrives. {canEdit && 'Drag an initiative here, or type it.'}
      </p>
      <ul className={fuel['kerb']}>
        {kerb.map((item, at) => (
          <li key={`${item.title} ${String(at)}`} className={fuel['cutItem']}>
            <span className={fuel['cutTitle']} dir="auto">
              {item.title}
            </span>
            <RoomText
              room={room}
              keep={`kerb ${String(at)} ${item.title.slice(0, 60)}`}
              label={`Why ${inQuotes(item.title, 500)} is left out`}
              labelHidden
              value={item.reason}
              placeholder="Why?"
              maxLength={20_000}
              onCommit={(reason) =>
                change(
                  'cycle.update',
                  write(kerb.map((each, i) => (i === at ? { ...each, reason } : each))),
                )
              }
            />
            {canEdit && (
              <Button
                aria-label={`Off the list: ${item.title}`}
                onClick={() => act('cycle.update', write(kerb.filter((_, i) => i !== at)))}
              >
                <X size={20} aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canEdit && (
        <QuickLine
          keep={`${cycle.id} kerb`}
          label="What we leave out"
          onTake={(title) => act('cycle.update', write([...kerb, { title, reason: '' }]))}
        />
      )}
    </section>
  )
}
