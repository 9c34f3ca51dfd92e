import { Plus } from 'lucide-react'
import { useState } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import type { Objective } from '#domain/objective/objective.ts'
import type { Hue } from '#domain/people/person.ts'
import { useObjectiveFigures } from '#store/selectors.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { select } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { HUE_OPTIONS } from './hue-options.ts'
import { byOrder } from './by-order.ts'
import { edit } from './edit.ts'
import { PanelHead } from './panel-head.tsx'
import { LessonHints } from './past-hints.tsx'
import { PersonSelect } from './person-select.tsx'
import { RuleButton } from './rule-button.tsx'
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
  const plan = usePlan((state) => state.plan)
  const keyResults = usePlan((state) => state.index?.keyResultsByObjective.get(objective.id))
  const figures = useObjectiveFigures(objective.id)
  const [error, setError] = useState<string | null>(null)
  if (!plan) return null
  const { id } = objective
  const update = (changes: Partial<Omit<Objective, 'kind' | 'id'>>) =>
    edit('objective.update', { id, changes })
  const themes = [...plan.theme.values()].sort(byOrder)
  const parents = [
    ...[...plan.objective.values()]
      .filter((o) => o.id !== id && o.state !== 'dropped')
      .map((o) => ({ value: `objective ${o.id}`, label: o.title })),
    ...[...plan.keyResult.values()]
      .filter((kr) => kr.objectiveId !== id && kr.state === 'active')
      .map((kr) => ({ value: `keyResult ${kr.id}`, label: `› ${kr.title}` })),
  ]
  const addKeyResult = () => {
    const result = run('keyResult.add', { objectiveId: id, title: 'New key result' })
    if (!result.ok) {
      setError(result.message)
      return
    }
    setError(null)
    const added = result.patch.puts.find((thing) => thing.kind === 'keyResult')
    if (added) select({ kind: 'keyResult', id: added.id })
  }
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
        <EditableText
          label="Why it matters"
          labelHidden
          multiline
          maxLength={20_000}
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
              <button
                type="button"
                className={styles['card']}
                data-dropped={kr.state !== 'active'}
                onClick={() => {
                  select({ kind: 'keyResult', id: kr.id })
                }}
              >
                <span className={styles['cardTitle']} dir="auto">
                  {kr.title}
                </span>
                <span className={styles['cardLine']}>
                  {formatMetric(kr.metric)} · due {formatDay(kr.dueOn)}
                  {kr.weight === 0 ? ' · watched, not counted' : ''}
                  {kr.state === 'active' ? '' : ` · ${kr.state}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <Button className={styles['dashed']} onClick={addKeyResult}>
          <Plus size={14} aria-hidden /> Add a key result
        </Button>
        {error !== null && (
          <p className={styles['warning']} role="alert">
            {error}
          </p>
        )}
      </Section>
      <More title="Contribution, note">
        <SelectField
          label="Contributes to"
          value={objective.parent ? `${objective.parent.kind} ${objective.parent.id}` : ''}
          error={error}
          options={[{ value: '', label: 'Nothing above it' }, ...parents]}
          onChange={(choice) => {
            const [kind, parentId] = choice.split(' ')
            setError(
              update({
                parent:
                  parentId === undefined
                    ? null
                    : { kind: kind === 'keyResult' ? 'keyResult' : 'objective', id: parentId },
              }),
            )
          }}
        />
        <EditableText
          label="How it contributes, in one sentence"
          maxLength={20_000}
          value={objective.contribution}
          onCommit={(contribution) => update({ contribution })}
        />
        <EditableText
          label="Note"
          multiline
          maxLength={20_000}
          value={objective.note}
          onCommit={(note) => update({ note })}
        />
        {objective.state === 'dropped' && (
          <EditableText
            label="Why it was dropped"
            multiline
            maxLength={20_000}
            value={objective.stateReason}
            onCommit={(stateReason) => update({ stateReason })}
          />
        )}
      </More>
    </>
  )
}
