import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { formatNumber } from '#domain/key-result/value-format.ts'
import { loadOf, loadsWithin, moneyByDriver, sumOfNeeds } from '#domain/people/capacity.ts'
import type { Load } from '#domain/people/capacity.ts'
import { Avatar } from '#ui/avatar.tsx'
import type { Room } from './room-data.ts'
import { RoomNumber } from './room-field.tsx'
import { change } from './room-store.ts'
import styles from './fuel.module.css'

/** More people than this stand in two columns. */
const FEW = 4
/** More people than this would leave no room for the table below them. */
const MOST_IN_SIGHT = 12

const round = (days: number) => formatNumber(Math.round(days * 10) / 10)

/** Days, money and people asked against what there is, in all and for each person. */
export function FuelGauge({
  room,
  cycle,
  initiatives,
}: {
  readonly room: Room
  readonly cycle: Cycle
  readonly initiatives: readonly Initiative[]
}) {
  const { plan, index, workshop } = room
  const { currency } = plan.meta.settings
  const loads = loadsWithin(plan, cycle)
  const needs = sumOfNeeds(initiatives)
  const budget = cycle.budget ?? null
  const here = new Set(workshop.presentIds)
  const people = index.people.filter(
    (person) => here.has(person.id) || (loads.get(person.id)?.asked ?? 0) > 0,
  )
  const available = people.reduce((sum, { id }) => sum + (loads.get(id)?.available ?? 0), 0)
  const money = moneyByDriver(initiatives)
  return (
    <div className={styles['gauge']} data-stays={people.length <= MOST_IN_SIGHT || undefined}>
      <div className={styles['sums']}>
        <dl className={styles['list']} aria-label="Asked and available in all">
          <Sum
            label="Person-days"
            load={loadOf(needs.effortDays, available)}
            words={`${round(needs.effortDays)} of ${round(available)}`}
          />
          <Sum
            label={`Money in ${currency}`}
            load={budget === null ? null : loadOf(needs.money, budget)}
            words={
              budget === null
                ? formatNumber(needs.money)
                : `${formatNumber(needs.money)} of ${formatNumber(budget)}`
            }
          />
          <Sum
            label="People"
            load={loadOf(needs.peopleNeeded, people.length)}
            words={`${formatNumber(needs.peopleNeeded)} of ${formatNumber(people.length)}`}
          />
        </dl>
        <div className={styles['budget']}>
          <RoomNumber
            room={room}
            keep={`cycle ${cycle.id} budget`}
            label={`What we may spend in ${currency}`}
            value={budget}
            min={0}
            onCommit={(value) =>
              change('cycle.update', { id: cycle.id, changes: { budget: value } })
            }
          />
        </div>
      </div>
      <ul
        className={styles['loads']}
        data-many={people.length > FEW || undefined}
        aria-label="Asked and available days"
      >
        {people.map((person) => {
          const load = loads.get(person.id)
          const spent = money.get(person.id)
          if (!load) return null
          return (
            <li key={person.id} className={styles['load']} data-verdict={load.verdict}>
              <Avatar person={person} size={30} decorative />
              <span className={styles['name']} dir="auto" title={person.name}>
                {person.name}
              </span>
              <Track load={load} />
              <span className={styles['words']}>
                {round(load.asked)} of {round(load.available)} days · {verdictOf(load)}
                {spent === undefined ? '' : ` · ${formatNumber(spent)} ${currency}`}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function verdictOf({ verdict, asked, available }: Load): string {
  if (verdict === 'overbooked') return `overbooked by ${round(asked - available)}`
  return verdict === 'balanced' ? 'balanced' : `room for ${round(available - asked)}`
}

function Track({ load }: { readonly load: Load }) {
  const share = Number.isFinite(load.ratio) ? Math.min(1.25, load.ratio) : 1.25
  return (
    <span className={styles['track']} aria-hidden>
      <span className={styles['fill']} style={{ width: `${String(share * 80)}%` }} />
    </span>
  )
}

function Sum({
  label,
  load,
  words,
}: {
  readonly label: string
  /** Null where nobody said how much there is. */
  readonly load: Load | null
  readonly words: string
}) {
  return (
    <div className={styles['sum']} data-verdict={load?.verdict}>
      <dt className={styles['sumLabel']}>{label}</dt>
      <dd className={styles['sumWords']}>
        {words}
        <span className={styles['verdict']}>{load ? verdictOf(load) : 'asked'}</span>
      </dd>
    </div>
  )
}
