import { listAt } from '#domain/plan/plan-index.ts'
import { loadsWithin, sumOfNeeds } from '#domain/people/capacity.ts'
import { formatNumber } from '#domain/key-result/value-format.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { NumberField } from '#ui/editable.tsx'
import { PersonChoice } from './person-choice.tsx'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { leaveAtTheKerb } from './room-drop.ts'
import { act, change } from './room-store.ts'
import styles from './stages.module.css'

const round = (days: number) => formatNumber(Math.round(days * 10) / 10)

function Loads({ room }: { readonly room: Room }) {
  const { plan, cycle, index, workshop } = room
  if (!cycle) return null
  const loads = loadsWithin(plan, { startOn: cycle.startOn, endOn: cycle.endOn })
  const here = new Set(workshop.presentIds)
  const people = index.people.filter(
    (person) => here.has(person.id) || (loads.get(person.id)?.asked ?? 0) > 0,
  )
  return (
    <ul className={styles['loads']} aria-label="Asked and available days">
      {people.map((person) => {
        const load = loads.get(person.id)
        if (!load) return null
        const share = Number.isFinite(load.ratio) ? Math.min(1.25, load.ratio) : 1.25
        const words =
          load.verdict === 'overbooked'
            ? `overbooked by ${round(load.asked - load.available)}`
            : load.verdict === 'balanced'
              ? 'balanced'
              : `room for ${round(load.available - load.asked)}`
        return (
          <li key={person.id} className={styles['load']} data-verdict={load.verdict}>
            <Avatar person={person} size={30} decorative />
            <span className={styles['loadName']} dir="auto">
              {person.name}
            </span>
            <span className={styles['track']} aria-hidden>
              <span className={styles['fill']} style={{ width: `${String(share * 80)}%` }} />
            </span>
            <span className={styles['loadWords']}>
              {round(load.asked)} of {round(load.available)} days · {words}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Who drives what and what it takes; asked against available for each person; what stays at the kerb. */
export function FuelStage({ room }: { readonly room: Room }) {
  const { plan, index, cycle, canEdit } = room
  const initiatives = cycle
    ? listAt(index.initiativesByCycle, cycle.id).filter(({ state }) => state !== 'dropped')
    : []
  const needs = sumOfNeeds(initiatives)
  const kerb = cycle?.leftAtTheKerb ?? []
  const { currency } = plan.meta.settings
  return (
    <div className={styles['scroll']}>
      <h2 className={styles['big']}>Who drives, with what fuel</h2>
      <p className={styles['lead']}>
        Asked in all: {round(needs.effortDays)} days · {formatNumber(needs.money)} {currency} ·{' '}
        {formatNumber(needs.peopleNeeded)} people
      </p>
      <Loads room={room} />
      <table className={styles['table']}>
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
          {initiatives.map((initiative) => {
            const { id, title } = initiative
            const number = (field: 'effortDays' | 'money' | 'peopleNeeded', label: string) => (
              <NumberField
                label={`${label} for ${title}`}
                labelHidden
                value={initiative[field]}
                min={0}
                disabled={!canEdit}
                onCommit={(value) =>
                  change('initiative.update', { id, changes: { [field]: value } })
                }
              />
            )
            return (
              <tr key={id}>
                <th scope="row" dir="auto" className={styles['clip']} title={title}>
                  {title}
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
                <td className={styles['narrow']}>{number('effortDays', 'Days')}</td>
                <td className={styles['narrow']}>{number('money', 'Money')}</td>
                <td className={styles['narrow']}>{number('peopleNeeded', 'People')}</td>
                <td>
                  <Button
                    disabled={!canEdit}
                    aria-label={`To the kerb: ${title}`}
                    onClick={() => leaveAtTheKerb(room, id)}
                  >
                    To the kerb
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <section aria-label="Left at the kerb" className={styles['block']} data-drop="kerb">
        <h3 className={styles['head']}>Left at the kerb</h3>
        <ul className={styles['rows']}>
          {kerb.map((item, i) => (
            <li key={`${item.title} ${String(i)}`} className={styles['row']} dir="auto">
              {item.title}
              {item.reason === '' ? '' : `: ${item.reason}`}
            </li>
          ))}
        </ul>
        {canEdit && cycle && (
          <QuickLine
            keep={`${cycle.id} kerb`}
            label="What we leave out"
            onTake={(title) =>
              act('cycle.update', {
                id: cycle.id,
                changes: { leftAtTheKerb: [...kerb, { title, reason: '' }] },
              })
            }
          />
        )}
      </section>
    </div>
  )
}
