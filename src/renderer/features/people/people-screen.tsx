import { useMemo, useState } from 'react'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import { formatSpanSeenFrom } from '#domain/calendar/day-format.ts'
import { loadsWithin, weekLoadsOf } from '#domain/people/capacity.ts'
import type { Load, Span } from '#domain/people/capacity.ts'
import { personDays } from '#domain/people/person-days.ts'
import type { Person } from '#domain/people/person.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { openCycles, select, setFilter, showScreen, useUi } from '#store/ui-store.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { NoCycle } from '#ui/no-cycle.tsx'
import { Page } from '#ui/page.tsx'
import { AddPerson } from './add-person.tsx'
import { LoadMeter, WeekStrip } from './load-pictures.tsx'
import styles from './people-screen.module.css'

type SortKey = 'order' | 'name' | 'available' | 'asked' | 'load'

type PersonRow = { readonly person: Person; readonly load: Load; readonly carries: number }

const compare: Record<SortKey, (a: PersonRow, b: PersonRow) => number> = {
  order: (a, b) => (a.person.order < b.person.order ? -1 : 1),
  name: (a, b) => a.person.name.localeCompare(b.person.name),
  available: (a, b) => b.load.available - a.load.available,
  asked: (a, b) => b.load.asked - a.load.asked,
  load: (a, b) => b.load.ratio - a.load.ratio,
}

function rowsOf(plan: Plan, span: Span): readonly PersonRow[] {
  const loads = loadsWithin(plan, span)
  const carries = new Map<string, number>()
  const count = (id: string | null) => {
    if (id !== null) carries.set(id, (carries.get(id) ?? 0) + 1)
  }
  for (const initiative of plan.initiative.values()) {
    if (initiative.state === 'dropped') continue
    count(initiative.ownerId)
    for (const { personId } of initiative.contributors) count(personId)
  }
  return [...plan.person.values()].map((person) => ({
    person,
    load: loads.get(person.id) ?? { asked: 0, available: 0, ratio: 0, verdict: 'room-left' },
    carries: carries.get(person.id) ?? 0,
  }))
}

/** Who is in the plan, what each can give in this cycle and what is asked, week by week. */
export function PeopleScreen() {
  const plan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  const cycleId = useUi((state) => state.cycleId)
  const [sort, setSort] = useState<SortKey>('order')
  const cycle = plan
    ? ((cycleId === null ? undefined : plan.cycle.get(cycleId)) ??
      currentCycle(plan, today) ??
      null)
    : null
  const rows = useMemo(() => (plan && cycle ? rowsOf(plan, cycle) : []), [plan, cycle])
  if (!plan) return null
  if (!cycle)
    return (
      <NoCycle title="No cycle yet" onAdd={openCycles}>
        Capacity is counted within a cycle. Add one first.
      </NoCycle>
    )
  const sorted = [...rows].sort(compare[sort])
  const unowned = [...plan.initiative.values()].filter(
    (i) => i.cycleId === cycle.id && i.ownerId === null && i.state !== 'dropped',
  ).length
  return (
    <Page
      title="People"
      lead={
        <>
          <bdi>{shortTitle(cycle.name, 60)}</bdi> ·{' '}
          {formatSpanSeenFrom(today, cycle.startOn, cycle.endOn)} · asked = effort spread evenly
          over working days (over the whole cycle where an initiative on the route has no days yet),
          by share; available = days a week × weeks − days off
        </>
      }
      action={<AddPerson />}
    >
      {rows.length === 0 ? (
        <EmptyState title="Nobody is in the plan yet">
          Add the people who own or carry something. Then each initiative can have an owner, and
          this page says who is overbooked.
        </EmptyState>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <SortHead label="Person" by="name" sort={sort} onSort={setSort} />
              <th scope="col">Initiatives</th>
              <SortHead label="Available" by="available" sort={sort} onSort={setSort} />
              <SortHead label="Asked" by="asked" sort={sort} onSort={setSort} />
              <SortHead label="Load" by="load" sort={sort} onSort={setSort} />
              <th scope="col">Week by week</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <PersonLine key={row.person.id} row={row} plan={plan} span={cycle} />
            ))}
          </tbody>
        </table>
      )}
      {unowned > 0 && (
        <p className={styles['note']}>
          {unowned === 1 ? '1 initiative has' : `${String(unowned)} initiatives have`} no owner:
          their effort is not counted here.
        </p>
      )}
    </Page>
  )
}

function SortHead({
  label,
  by,
  sort,
  onSort,
}: {
  readonly label: string
  readonly by: SortKey
  readonly sort: SortKey
  readonly onSort: (key: SortKey) => void
}) {
  const active = sort === by
  return (
    <th scope="col" aria-sort={active ? (by === 'name' ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        className={styles['sort']}
        onClick={() => {
          onSort(active ? 'order' : by)
        }}
      >
        {label}
        <span aria-hidden>{active ? (by === 'name' ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  )
}

function PersonLine({
  row: { person, load, carries },
  plan,
  span,
}: {
  readonly row: PersonRow
  readonly plan: Plan
  readonly span: Span
}) {
  const selected = useUi((state) => state.selection.some((ref) => ref.id === person.id))
  const weeks = useMemo(() => weekLoadsOf(plan, person.id, span), [plan, person.id, span])
  const open = () => {
    select({ kind: 'person', id: person.id })
    useUi.setState({ inspectorOpen: true })
  }
  return (
    <tr data-selected={selected}>
      <th scope="row">
        <button type="button" className={styles['person']} onClick={open}>
          <Avatar person={person} size={30} decorative />
          <span className={styles['names']}>
            <span className={styles['name']} dir="auto">
              {person.name}
            </span>
            <span className={styles['role']} dir="auto">
              {person.role}
            </span>
          </span>
        </button>
      </th>
      <td>
        {carries === 0 ? (
          'none'
        ) : (
          <Button
            variant="link"
            aria-label={`Show the ${String(carries)} initiatives of ${person.name} on the route`}
            onClick={() => {
              setFilter({ ownerIds: [person.id] })
              showScreen('route')
            }}
          >
            {carries}
          </Button>
        )}
      </td>
      <td className={styles['number']}>{personDays(load.available)}</td>
      <td className={styles['number']}>{personDays(load.asked)}</td>
      <td>
        <LoadMeter load={load} />
      </td>
      <td>
        <WeekStrip weeks={weeks} name={person.name} />
      </td>
    </tr>
  )
}
