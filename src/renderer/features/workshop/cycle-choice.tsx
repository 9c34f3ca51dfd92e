import { formatSpanSeenFrom } from '#domain/calendar/day-format.ts'
import { openCycles } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import type { Room } from './room-data.ts'
import { act } from './room-store.ts'
import styles from './stages.module.css'

/** Which cycle the room plans; the way to the first one where the plan has none. */
export function CycleChoice({ room }: { readonly room: Room }) {
  const { plan, workshop, cycle, today } = room
  const cycles = [...plan.cycle.values()].sort((a, b) => (a.startOn < b.startOn ? -1 : 1))
  if (cycles.length === 0) return <Button onClick={openCycles}>Add a cycle</Button>
  const options = cycles.map(({ id, name, startOn, endOn }) => ({
    value: id,
    label: `${name} · ${formatSpanSeenFrom(today, startOn, endOn)}`,
  }))
  return (
    <SelectField
      label="Cycle of the workshop"
      value={cycle?.id ?? ''}
      options={cycle ? options : [{ value: '', label: 'Choose a cycle' }, ...options]}
      onChange={(cycleId) => {
        if (cycleId !== '') act('workshop.update', { id: workshop.id, changes: { cycleId } })
      }}
    />
  )
}

/** Said in every step of a workshop whose cycle is gone or was never chosen. */
export function WithoutCycle({ room }: { readonly room: Room }) {
  return (
    <section className={styles['withoutCycle']} aria-label="No cycle yet">
      <p>
        This workshop has no cycle, or it was deleted. Objectives and initiatives need one to stand
        in; cards and votes are kept as they are.
      </p>
      <CycleChoice room={room} />
    </section>
  )
}
