import { Trash2, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { formatDay, formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { Hue, Person } from '#domain/people/person.ts'
import { usePlan } from '#store/plan-store.ts'
import { select, useUi } from '#store/ui-store.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button, IconButton } from '#ui/button.tsx'
import { DayField } from '#ui/date-field.tsx'
import { EditableText, NumberField } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { edit } from './edit.ts'
import { HUE_OPTIONS } from './hue-options.ts'
import { Row, Section } from './section.tsx'
import { ThingCard } from './thing-card.tsx'
import headStyles from './panel-head.module.css'
import styles from './inspector.module.css'

/** More of a person's things than fit are counted. */
const SHOWN = 60

/** Everything about a person, and what they carry. */
export function PersonPanel({ person }: { readonly person: Person }) {
  const { id } = person
  const objectives = usePlan((state) => state.plan?.objective)
  const keyResults = usePlan((state) => state.plan?.keyResult)
  const initiatives = usePlan((state) => state.plan?.initiative)
  const update = (changes: Partial<Omit<Person, 'kind' | 'id'>>) =>
    edit('person.update', { id, changes })
  const owned = useMemo(
    () => [
      ...[...(objectives?.values() ?? [])].filter((o) => o.ownerId === id),
      ...[...(keyResults?.values() ?? [])].filter((kr) => kr.ownerId === id),
      ...[...(initiatives?.values() ?? [])].filter(
        (i) => i.ownerId === id || i.contributors.some((c) => c.personId === id),
      ),
    ],
    [id, objectives, keyResults, initiatives],
  )
  return (
    <>
      <header className={headStyles['head']}>
        <div className={headStyles['headLine']}>
          <span className={headStyles['kind']}>Person</span>
          <span className={headStyles['actions']}>
            <IconButton
              size="small"
              label="Delete"
              hint="Delete this person; what they own stays, without an owner"
              icon={<Trash2 size={15} />}
              onClick={() => {
                select()
                edit('person.delete', { id })
              }}
            />
            <IconButton
              size="small"
              label="Close the inspector"
              icon={<X size={15} />}
              onClick={() => {
                useUi.setState({ inspectorOpen: false })
              }}
            />
          </span>
        </div>
        <div className={headStyles['headLine']}>
          <EditableText
            label="Name"
            labelHidden
            bare
            asTitle
            required
            value={person.name}
            onCommit={(name) => update({ name })}
          />
          <Avatar person={person} size={32} decorative />
        </div>
      </header>
      <div>
        <Row label="Role">
          <EditableText
            label="Role"
            labelHidden
            bare
            placeholder="not set"
            value={person.role}
            onCommit={(role) => update({ role })}
          />
        </Row>
        <Row label="Initials">
          <EditableText
            label="Initials"
            labelHidden
            bare
            required
            maxLength={8}
            value={person.initials}
            onCommit={(initials) => update({ initials })}
          />
        </Row>
        <Row label="Colour">
          <SelectField
            label="Colour"
            labelHidden
            bare
            value={person.hue}
            options={HUE_OPTIONS}
            onChange={(hue) => update({ hue: hue as Hue })}
          />
        </Row>
        <Row label="Days a week">
          <NumberField
            label="Days per week"
            labelHidden
            bare
            required
            min={0}
            max={7}
            value={person.daysPerWeek}
            onCommit={(days) => update({ daysPerWeek: days ?? 5 })}
          />
        </Row>
      </div>
      <DaysOff person={person} />
      <Section title={`Carries · ${String(owned.length)}`}>
        {owned.length === 0 && <p className={styles['hint']}>Nothing yet.</p>}
        <ul className={styles['list']}>
          {owned.slice(0, SHOWN).map((thing) => (
            <li key={thing.id}>
              <ThingCard
                about={thing}
                title={thing.title}
                line={
                  thing.kind === 'objective'
                    ? 'Objective'
                    : thing.kind === 'keyResult'
                      ? `Key result · due ${formatDay(thing.dueOn)}`
                      : `Initiative · ${thing.dueOn === null ? 'no dates' : `due ${formatDay(thing.dueOn)}`}`
                }
              />
            </li>
          ))}
        </ul>
        {owned.length > SHOWN && (
          <p className={styles['hint']}>
            and {owned.length - SHOWN} more; filter the route by owner.
          </p>
        )}
      </Section>
    </>
  )
}

function DaysOff({ person }: { readonly person: Person }) {
  const [day, setDay] = useState('')
  const [error, setError] = useState<string | null>(null)
  const commit = (daysOff: string[]) =>
    edit('person.update', { id: person.id, changes: { daysOff: [...new Set(daysOff)].sort() } })
  return (
    <Section title={`Days off · ${String(person.daysOff.length)}`}>
      <ul className={styles['chips']}>
        {person.daysOff.map((off) => (
          <li key={off} className={styles['chip']}>
            {formatDayWithYear(off)}
            <IconButton
              size="small"
              label={`Not off on ${formatDayWithYear(off)}`}
              icon={<X size={12} />}
              onClick={() => commit(person.daysOff.filter((d) => d !== off))}
            />
          </li>
        ))}
      </ul>
      <form
        className={styles['adder']}
        onSubmit={(event) => {
          event.preventDefault()
          if (day === '') return
          const refused = commit([...person.daysOff, day])
          setError(refused)
          if (refused === null) setDay('')
        }}
      >
        <DayField label="A day off" labelHidden value={day} error={error} onChange={setDay} />
        <Button submit disabled={day === ''}>
          Add
        </Button>
      </form>
    </Section>
  )
}
