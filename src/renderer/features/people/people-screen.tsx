import { UserPlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import { formatDay, formatSpan } from '#domain/calendar/day-format.ts'
import { formatNumber } from '#domain/key-result/value-format.ts'
import { loadsWithin, weekLoadsOf } from '#domain/people/capacity.ts'
import type { Load, Span, WeekLoad } from '#domain/people/capacity.ts'
import { loadRule } from '#domain/people/load-rule.ts'
import type { Person } from '#domain/people/person.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { select, setFilter, showScreen, useUi } from '#store/ui-store.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { TextField } from '#ui/field.tsx'
import { why } from '#ui/why-tips.tsx'
import styles from './people-screen.module.css'

type SortKey = 'order' | 'name' | 'available' | 'asked' | 'load'

type PersonRow = { readonly person: Person; readonly load: Load; readonly carries: number }

const VERDICTS: Record<Load['verdict'], string> = {
  overbooked: 'Overbooked',
  balanced: 'Balanced',
  'room-left': 'Room left',
}

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
      <EmptyState title="No cycle yet">
        Capacity is counted within a cycle. Add one from the cycle menu above.
      </EmptyState>
    )
  const sorted = [...rows].sort(compare[sort])
  const unowned = [...plan.initiative.values()].filter(
    (i) => i.cycleId === cycle.id && i.ownerId === null && i.state !== 'dropped',
  ).length
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <div>
          <h1 className={styles['title']}>People</h1>
          <p className={styles['lead']}>
            <bdi>{shortTitle(cycle.name, 60)}</bdi> · {formatSpan(cycle.startOn, cycle.endOn)} ·
            asked = effort spread evenly over working days, by share; available = days a week ×
            weeks − days off
          </p>
        </div>
        <AddPerson />
      </header>
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
    </div>
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
      <td className={styles['number']}>{formatNumber(load.available)} days</td>
      <td className={styles['number']}>{formatNumber(load.asked)} days</td>
      <td>
        <LoadMeter load={load} />
      </td>
      <td>
        <WeekStrip weeks={weeks} name={person.name} />
      </td>
    </tr>
  )
}

const percentOf = (load: Pick<Load, 'ratio'>) =>
  Number.isFinite(load.ratio) ? `${String(Math.round(load.ratio * 100))} %` : 'no days'

function LoadMeter({ load }: { readonly load: Load }) {
  const width = Number.isFinite(load.ratio) ? Math.min(1, load.ratio / 1.5) : 1
  return (
    <div
      className={styles['load']}
      data-verdict={load.verdict}
      tabIndex={0}
      role="note"
      {...why([loadRule(load)])}
    >
      <span className={styles['loadTrack']} aria-hidden>
        <span className={styles['loadFill']} style={{ width: `${String(width * 100)}%` }} />
        <span className={styles['loadFull']} />
      </span>
      <span>
        {percentOf(load)} · {VERDICTS[load.verdict]}
      </span>
    </div>
  )
}

/** One cell a week, as high as the load; above the line is overbooked. */
function WeekStrip({
  weeks,
  name,
}: {
  readonly weeks: readonly WeekLoad[]
  readonly name: string
}) {
  const over = weeks.filter((week) => week.verdict === 'overbooked')
  const words =
    over.length === 0
      ? `${name}: no week is overbooked`
      : `${name}: overbooked in ${String(over.length)} weeks, from ${formatDay(over[0]?.startOn ?? '')}`
  return (
    <div className={styles['weeks']} role="img" aria-label={words}>
      {weeks.map((week) => (
        <span
          key={week.startOn}
          className={styles['week']}
          data-verdict={week.verdict}
          {...why([`Week of ${formatDay(week.startOn)}`, loadRule(week)])}
        >
          <span
            className={styles['weekFill']}
            style={{
              height: `${String(Math.min(100, (Number.isFinite(week.ratio) ? week.ratio : 1.5) * 66))}%`,
            }}
          />
        </span>
      ))}
    </div>
  )
}

function AddPerson() {
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  return (
    <form
      className={styles['add']}
      onSubmit={(event) => {
        event.preventDefault()
        const result = run('person.add', { name: name.trim() })
        setError(result.ok ? null : result.message)
        if (!result.ok) return
        setName('')
        const added = result.patch.puts.find((thing) => thing.kind === 'person')
        if (added) select({ kind: 'person', id: added.id })
      }}
    >
      <TextField
        label="New person"
        labelHidden
        placeholder="Name, then Enter"
        value={name}
        error={error}
        onChange={setName}
      />
      <Button submit variant="primary" disabled={name.trim() === ''}>
        <UserPlus size={15} aria-hidden /> Add
      </Button>
    </form>
  )
}
