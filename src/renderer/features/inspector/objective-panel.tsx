import { formatDay } from '#domain/calendar/day-format.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import type { Objective } from '#domain/objective/objective.ts'
import type { Hue } from '#domain/people/person.ts'
import { useObjectiveFigures } from '#store/selectors.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { EditableText } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { AddButton } from './add-button.tsx'
import { HUE_OPTIONS } from './hue-options.ts'
import { edit } from './edit.ts'
import { LongText } from './long-text.tsx'
import { PanelHead } from './panel-head.tsx'
import { ParentField } from './parent-field.tsx'
import { LessonHints } from './past-hints.tsx'
import { PersonSelect } from './person-select.tsx'
import { RuleButton } from './rule-button.tsx'
import { ThingCard } from './thing-card.tsx'
import { More, Row, Section } from './section.tsx'
import styles from './inspector.module.css'

const STATES: readonly { readonly value: Objective['state']; readonly label: string }[] = [
  { value: 'draft', label: 'Draft' },
  { value: 'active', label: 'Active' },
  { value: 'achieved', label: 'Achieved' },
  { value: 'missed', label: 'Missed' },
  { value: 'dropped', label: 'Dropped' },
]

const TYPES: readonly { readonly value: Objective['type']; readonly label: string }[] = [
  { value: 'committed', label: 'Committed' },
  { value: 'aspirational', label: 'Aspirational' },
]

/** Everything about an objective, edited in place. */
export function ObjectivePanel({ objective }: { readonly objective: Objective }) {
  const themes = usePlan((state) => state.index?.themes) ?? []
  const keyResults = usePlan((state) => state.index?.keyResultsByObjective.get(objective.id))
  const figures = useObjectiveFigures(objective.id)
  const { id } = objective
  const update = (changes: Partial<Omit<Objective, 'kind' | 'id'>>) =>
    edit('objective.update', { id, changes })
  return (
    <>
      <PanelHead
        kind="objective"
        id={id}
        word="Destination · Objective"
        title={objective.title}
        onTitle={(title) => update({ title })}
        dropped={objective.state === 'dropped'}
      >
        {figures && <RuleButton figures={figures} />}
      </PanelHead>
      <Section title="Why it matters, and for whom">
        <LongText
          label="Why it matters"
          labelHidden
          placeholder="Because loyal customers are our cheapest growth"
          value={objective.why}
          onCommit={(why) => update({ why })}
        />
      </Section>
      <div>
        <LessonHints thing={objective} field="whole" />
        <Row label="Owner">
          <PersonSelect
            label="Owner"
            value={objective.ownerId}
            onChange={(ownerId) => update({ ownerId })}
          />
        </Row>
        <LessonHints thing={objective} field="owner" />
        <Row label="Type">
          <SelectField
            label="Type"
            labelHidden
            bare
            value={objective.type}
            options={TYPES}
            onChange={(type) => update({ type: type as Objective['type'] })}
          />
        </Row>
        <Row label="State">
          <SelectField
            label="State"
            labelHidden
            bare
            value={objective.state}
            options={STATES}
            onChange={(state) => update({ state: state as Objective['state'] })}
          />
        </Row>
        <Row label="Theme">
          <SelectField
            label="Theme"
            labelHidden
            bare
            value={objective.themeId ?? ''}
            options={[
              { value: '', label: themes.length === 0 ? 'None (add themes in Settings)' : 'None' },
              ...themes.map((theme) => ({ value: theme.id, label: theme.name })),
            ]}
            onChange={(themeId) => update({ themeId: themeId === '' ? null : themeId })}
          />
        </Row>
        <Row label="Colour">
          <SelectField
            label="Colour"
            labelHidden
            bare
            value={objective.hue}
            options={HUE_OPTIONS}
            onChange={(hue) => update({ hue: hue as Hue })}
          />
        </Row>
      </div>
      <Section title={`Key results · ${String(keyResults?.length ?? 0)}`}>
        <ul className={styles['list']}>
          {keyResults?.map((kr) => (
            <li key={kr.id}>
              <ThingCard
                about={kr}
                title={kr.title}
                isDropped={kr.state !== 'active'}
                line={`${formatMetric(kr.metric)} · due ${formatDay(kr.dueOn)}${
                  kr.weight === 0 ? ' · watched, not counted' : ''
                }${kr.state === 'active' ? '' : ` · ${kr.state}`}`}
              />
            </li>
          ))}
        </ul>
        <AddButton
          kind="keyResult"
          label="Add a key result"
          add={() => run('keyResult.add', { objectiveId: id, title: 'New key result' })}
        />
      </Section>
      <More title="Contribution, note">
        <ParentField objective={objective} />
        <EditableText
          label="How it contributes, in one sentence"
          maxLength={20_000}
          value={objective.contribution}
          onCommit={(contribution) => update({ contribution })}
        />
        <LongText label="Note" value={objective.note} onCommit={(note) => update({ note })} />
        {objective.state === 'dropped' && (
          <LongText
            label="Why it was dropped"
            value={objective.stateReason}
            onCommit={(stateReason) => update({ stateReason })}
          />
        )}
      </More>
    </>
  )
}
