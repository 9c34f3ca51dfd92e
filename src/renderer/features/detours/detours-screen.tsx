import { useState } from 'react'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import type { Detour } from '#domain/detour/detour.ts'
import { listAt } from '#domain/plan/plan-index.ts'
import { counted, shortTitle } from '#domain/plan/title-quote.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { jumpRoute, openCycles, select, showScreen, useUi } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { CHANGE_LABELS } from './change-words.ts'
import type { RouteDrawer } from './plan-as-it-stood.tsx'
import { TimeSlider } from './time-slider.tsx'
import styles from './detours-screen.module.css'

/** More lines than a page shows at once; the rest comes on demand. */
const SHOWN = 100

/** Every recorded change of a running plan with its why, and the plan as it stood on any day. */
export function DetoursScreen({ Route }: { readonly Route: RouteDrawer }) {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const chosen = useUi((state) => state.cycleId)
  const [change, setChange] = useState<Detour['change'] | ''>('')
  const [why, setWhy] = useState<'' | 'missing' | 'said'>('')
  const [all, setAll] = useState(false)
  const lookedForId = useUi(({ lookedFor }) => lookedFor?.id)
  if (!plan || !index) return null
  const cycle = (chosen === null ? undefined : plan.cycle.get(chosen)) ?? currentCycle(plan, today)
  const detours = cycle ? listAt(index.detoursByCycle, cycle.id).toReversed() : []
  const fitting = detours.filter(
    (detour) =>
      detour.id === lookedForId ||
      ((change === '' || detour.change === change) &&
        (why === '' || (detour.why.trim() === '') === (why === 'missing'))),
  )
  const showsAll = all || fitting.findIndex(({ id }) => id === lookedForId) >= SHOWN
  const unexplained = detours.filter((detour) => detour.why.trim() === '').length
  return (
    <Page
      title="Detours"
      lead={
        <>
          <bdi>{cycle ? shortTitle(cycle.name, 60) : 'No cycle'}</bdi> ·{' '}
          {counted(detours.length, 'change')} of the running plan
          {unexplained > 0 && ` · ${String(unexplained)} without a why`}
        </>
      }
    >
      <TimeSlider cycleId={cycle?.id ?? null} Route={Route} />
      {detours.length === 0 ? (
        <EmptyState
          title="No detours"
          actions={cycle ? undefined : <Button onClick={openCycles}>Add a cycle</Button>}
        >
          Once a cycle is active, every change of a target, a due day, an owner or of what an
          initiative serves is written down here, with one line of why.
          {cycle && ' There is nothing to do: change the route where it does not work.'}
        </EmptyState>
      ) : (
        <section className={styles['list']} aria-label="All detours">
          <div className={styles['filters']}>
            <SelectField
              label="Change"
              value={change}
              options={[
                { value: '', label: 'Every change' },
                ...Object.entries(CHANGE_LABELS).map(([value, label]) => ({ value, label })),
              ]}
              onChange={(value) => {
                setChange(value as Detour['change'] | '')
              }}
            />
            <SelectField
              label="Why"
              value={why}
              options={[
                { value: '', label: 'With and without' },
                { value: 'missing', label: 'Without a why' },
                { value: 'said', label: 'With a why' },
              ]}
              onChange={(value) => {
                setWhy(value as '' | 'missing' | 'said')
              }}
            />
          </div>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">What</th>
                <th scope="col">From → to</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {fitting.slice(0, showsAll ? undefined : SHOWN).map((detour) => (
                <Line key={detour.id} detour={detour} />
              ))}
            </tbody>
          </table>
          {fitting.length === 0 && <p className={styles['lead']}>None of these.</p>}
          {fitting.length > SHOWN && !showsAll && (
            <Button
              variant="link"
              onClick={() => {
                setAll(true)
              }}
            >
              Show all {fitting.length}
            </Button>
          )}
        </section>
      )}
    </Page>
  )
}

function Line({ detour }: { readonly detour: Detour }) {
  const plan = usePlan((state) => state.plan)
  const { kind, id } = detour.about
  const isThere = kind === 'keyResult' ? plan?.keyResult.has(id) : plan?.initiative.has(id)
  const author = detour.authorId === null ? undefined : plan?.person.get(detour.authorId)?.name
  return (
    <tr data-thing={detour.id} tabIndex={-1}>
      <td className={styles['day']}>{formatDayWithYear(detour.day)}</td>
      <td>
        {isThere ? (
          <Button
            variant="link"
            className={styles['thing']}
            onClick={() => {
              showScreen('route')
              useUi.setState({ inspectorOpen: true })
              select(detour.about)
              jumpRoute({ day: null, ref: detour.about })
            }}
          >
            {detour.title}
          </Button>
        ) : (
          <span dir="auto">{detour.title}</span>
        )}
        <span className={styles['small']}>{CHANGE_LABELS[detour.change]}</span>
      </td>
      <td dir="auto">
        {detour.from} → {detour.to}
      </td>
      <td>
        <EditableText
          label={`Why: ${detour.title}`}
          labelHidden
          bare
          multiline
          maxLength={20_000}
          placeholder="Nobody has said why yet"
          value={detour.why}
          onCommit={(why) => {
            const result = run('detour.explain', { id: detour.id, why })
            return result.ok ? null : result.message
          }}
        />
        {author !== undefined && <span className={styles['small']}>{author}</span>}
      </td>
    </tr>
  )
}
