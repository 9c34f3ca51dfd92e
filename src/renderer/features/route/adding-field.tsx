import { addDays } from '#domain/calendar/day.ts'
import type { CommandResult } from '#domain/plan/command.ts'
import type { Id } from '#domain/plan/field.ts'
import { formatDay } from '#domain/calendar/day-format.ts'
import { legAt } from '#domain/route/hit-test.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { xMidDay, xOfDay } from '#domain/route/time-scale.ts'
import { run } from '#store/plan-store.ts'
import { select, toast } from '#store/ui-store.ts'
import { newId } from '#lib/ids.ts'
import { stopAdding, useAdding, type Adding } from './adding.ts'
import { QuickField } from './quick-field.tsx'
import { laneIndexOf, type RouteModel } from './route-model.ts'
import styles from './adding-field.module.css'

/** A new initiative on a leg takes this long until somebody says otherwise. */
const FIRST_LENGTH_DAYS = 14
const FIELD_WIDTH = 250

/** The field for a new thing, right where it will stand. */
export function AddingField({ model }: { readonly model: RouteModel }) {
  const adding = useAdding((state) => state.adding)
  if (!adding || adding.type === 'objective') return null
  const place = placeOf(model, adding)
  if (!place) return null
  return (
    <div className={styles['field']} style={{ left: place.x, top: place.y, width: FIELD_WIDTH }}>
      <QuickField label={place.label} onDone={place.add} onClose={stopAdding} />
    </div>
  )
}

/** Adds an objective at the end of the cycle and selects it. */
export function addObjective(cycleId: string, title: string): void {
  addAndSelect('objective', (id) => run('objective.add', { id, cycleId, title }))
}

/** Adds an initiative without a key result and selects it. */
export function addToGarage(cycleId: string, title: string): void {
  addAndSelect('initiative', (id) =>
    run('initiative.add', { id, cycleId, title, keyResultId: null }),
  )
}

/** Runs an adding command under a fresh id and selects what it made. */
function addAndSelect(
  kind: 'objective' | 'keyResult' | 'initiative',
  add: (id: Id) => CommandResult,
): void {
  const id = newId()
  const result = add(id)
  if (result.ok) select({ kind, id })
  else toast(result.message, { tone: 'bad' })
}

type FieldPlace = {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly add: (title: string) => void
}

function placeOf(
  model: RouteModel,
  adding: Exclude<Adding, { type: 'objective' }>,
): FieldPlace | null {
  const index = laneIndexOf(model, adding.objectiveId)
  const lane = model.layout.lanes[index]
  if (!lane) return null
  const top = model.layout.tops[index] ?? 0
  const { cycle, scale } = model
  const within = (x: number) =>
    ROUTE.column + Math.max(4, Math.min(model.mapWidth - FIELD_WIDTH - 8, x))
  if (adding.type === 'keyResult') {
    const dueOn = adding.dueOn ?? cycle.endOn
    return {
      x: within(xMidDay(scale, dueOn) - FIELD_WIDTH / 2),
      y: top + 12,
      label: `New key result, due ${formatDay(dueOn)}`,
      add: (title) => {
        addAndSelect('keyResult', (id) =>
          run('keyResult.add', { id, objectiveId: adding.objectiveId, title, dueOn }),
        )
      },
    }
  }
  const served = adding.keyResultId ?? legAt(lane, xOfDay(scale, adding.startOn ?? model.today))
  const due = model.lanes[index]?.checkpoints.get(served ?? '')?.keyResult.dueOn ?? cycle.endOn
  const startOn = adding.startOn ?? addDays(due, 1 - FIRST_LENGTH_DAYS)
  return {
    x: within(xOfDay(scale, startOn)),
    y: lane.isCollapsed ? top + 16 : top + lane.barsTop + lane.rows * ROUTE.bar.pitch - 2,
    label:
      served === null
        ? 'New initiative for the Garage'
        : `New initiative from ${formatDay(startOn)}`,
    add: (title) => {
      const days =
        served === null ? {} : { startOn, dueOn: addDays(startOn, FIRST_LENGTH_DAYS - 1) }
      addAndSelect('initiative', (id) =>
        run('initiative.add', { id, cycleId: cycle.id, title, keyResultId: served, ...days }),
      )
    },
  }
}
