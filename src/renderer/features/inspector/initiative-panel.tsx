import type { Initiative } from '#domain/initiative/initiative.ts'
import { refusalOf, usePlan } from '#store/plan-store.ts'
import { DateField } from '#ui/date-field.tsx'
import { EditableText, NumberField } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { BlockerFields } from './blocker-fields.tsx'
import { ContributorFields } from './contributor-fields.tsx'
import { DependsFields } from './depends-fields.tsx'
import { edit } from './edit.ts'
import { InitiativeWarnings } from './initiative-warnings.tsx'
import { LongText, LinkText } from './long-text.tsx'
import { PanelHead } from './panel-head.tsx'
import { LessonHints } from './past-hints.tsx'
import { PersonSelect } from './person-select.tsx'
import { More, Row, Section } from './section.tsx'
import { ServesFields } from './serves-fields.tsx'
import { TaskList } from './task-list.tsx'
import styles from './inspector.module.css'

const STATES: readonly { readonly value: Initiative['state']; readonly label: string }[] = [
  { value: 'idea', label: 'Idea' },
  { value: 'planned', label: 'Planned' },
  { value: 'in-progress', label: 'In progress' },
  { value: 'blocked', label: 'Blocked' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
]

/** Everything about an initiative, edited in place. */
export function InitiativePanel({ initiative }: { readonly initiative: Initiative }) {
  const currency = usePlan((state) => state.plan?.meta.settings.currency ?? '')
  const { id } = initiative
  const update = (changes: Partial<Omit<Initiative, 'kind' | 'id'>>) =>
    edit('initiative.update', { id, changes })
  const wouldRefuse = (changes: Partial<Omit<Initiative, 'kind' | 'id'>>) =>
    refusalOf('initiative.update', { id, changes })
  return (
    <>
      <PanelHead
        kind="initiative"
        id={id}
        word="Initiative"
        title={initiative.title}
        onTitle={(title) => update({ title })}
        dropped={initiative.state === 'dropped'}
      />
      <InitiativeWarnings initiative={initiative} />
      <div>
        <Row label="State">
          <SelectField
            label="State"
            labelHidden
            bare
            value={initiative.state}
            options={STATES}
            onChange={(state) => update({ state: state as Initiative['state'] })}
          />
        </Row>
        <LessonHints thing={initiative} field="whole" />
        <LessonHints thing={initiative} field="serves" />
        <Row label="Owner">
          <PersonSelect
            label="Owner"
            value={initiative.ownerId}
            onChange={(ownerId) => update({ ownerId })}
          />
        </Row>
        <LessonHints thing={initiative} field="owner" />
        <Row label="Start">
          <DateField
            label="Start"
            labelHidden
            bare
            value={initiative.startOn}
            check={(startOn) => wouldRefuse({ startOn })}
            onCommit={(startOn) => update({ startOn })}
          />
        </Row>
        <Row label="Due">
          <DateField
            label="Due"
            labelHidden
            bare
            value={initiative.dueOn}
            check={(dueOn) => wouldRefuse({ dueOn })}
            onCommit={(dueOn) => update({ dueOn })}
          />
        </Row>
        <Row label="Effort">
          <NumberField
            label="Effort in person-days"
            labelHidden
            bare
            unit="days"
            placeholder="not set"
            min={0}
            value={initiative.effortDays}
            onCommit={(effortDays) => update({ effortDays })}
          />
        </Row>
        <Row label="Money">
          <NumberField
            label="Money"
            labelHidden
            bare
            unit={currency}
            placeholder="not set"
            min={0}
            value={initiative.money}
            onCommit={(money) => update({ money })}
          />
        </Row>
        <Row label="People">
          <NumberField
            label="People needed"
            labelHidden
            bare
            unit="needed"
            placeholder="not set"
            min={0}
            value={initiative.peopleNeeded}
            onCommit={(peopleNeeded) => update({ peopleNeeded })}
          />
        </Row>
        <Row label="Done so far">
          <NumberField
            label="Done so far"
            labelHidden
            bare
            unit="%"
            placeholder="from its tasks"
            min={0}
            max={100}
            value={
              initiative.typedProgress === null
                ? null
                : Math.round(initiative.typedProgress * 1000) / 10
            }
            onCommit={(value) => update({ typedProgress: value === null ? null : value / 100 })}
          />
        </Row>
      </div>
      <ServesFields initiative={initiative} />
      <TaskList initiative={initiative} />
      <BlockerFields initiative={initiative} />
      <Section title="Note">
        <LongText
          label="Note"
          labelHidden
          placeholder="What a colleague should know"
          value={initiative.note}
          onCommit={(note) => update({ note })}
        />
      </Section>
      <More title="Contributors, dependencies, link">
        <Section title="Contributors">
          <ContributorFields initiative={initiative} />
        </Section>
        <DependsFields initiative={initiative} />
        <EditableText
          label="Key in another tool"
          placeholder="SUP-1"
          maxLength={200}
          value={initiative.externalKey}
          onCommit={(externalKey) => update({ externalKey })}
        />
        <LinkText value={initiative.link} onCommit={(link) => update({ link })} />
        {initiative.state === 'dropped' && (
          <LongText
            label="Why it was dropped"
            value={initiative.stateReason}
            onCommit={(stateReason) => update({ stateReason })}
          />
        )}
      </More>
      {initiative.doneOn !== null && <p className={styles['hint']}>Done on {initiative.doneOn}.</p>}
    </>
  )
}
