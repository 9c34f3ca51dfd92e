import { CheckCheck } from 'lucide-react'
import { formatDay, formatDayWithYear } from '#domain/calendar/day-format.ts'
import { saidInWords } from '#domain/check-in/said-words.ts'
import { originWithDay, valueOrigin } from '#domain/check-in/value-origin.ts'
import { progressInWords } from '#domain/key-result/progress.ts'
import { formatShare } from '#domain/key-result/value-format.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { counted } from '#domain/plan/title-quote.ts'
import { refusalOf, run, usePlan } from '#store/plan-store.ts'
import { useKeyResultFigures } from '#store/selectors.ts'
import { useUi } from '#store/ui-store.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EditableText, NumberField } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { AddButton } from './add-button.tsx'
import { ArrivalLine } from './arrival-line.tsx'
import { CheckInForm } from './check-in-form.tsx'
import { CheckInHistory } from './check-in-history.tsx'
import { edit } from './edit.ts'
import { InitiativeCard } from './initiative-card.tsx'
import { KeyResultChart } from './key-result-chart.tsx'
import { LinkText, LongText } from './long-text.tsx'
import { MetricFields } from './metric-fields.tsx'
import { PanelHead } from './panel-head.tsx'
import { LessonHints, TargetHint } from './past-hints.tsx'
import { PersonSelect } from './person-select.tsx'
import { PlanLineFields } from './plan-line-fields.tsx'
import { RetireFields } from './retire-fields.tsx'
import { RuleButton } from './rule-button.tsx'
import { More, Row, Section } from './section.tsx'
import { StatusOverrideFields } from './status-override-fields.tsx'
import styles from './inspector.module.css'

/** More initiatives on one leg than anybody reads in a column; the rest is counted. */
const SHOWN = 50

/** Everything about a key result: where it stands, how it is measured, what works on it. */
export function KeyResultPanel({ keyResult }: { readonly keyResult: KeyResult }) {
  const { id } = keyResult
  const figures = useKeyResultFigures(id)
  const objective = usePlan((state) => state.plan?.objective.get(keyResult.objectiveId))
  const weights = usePlan((state) => state.index?.keyResultsByObjective.get(keyResult.objectiveId))
  const initiatives = usePlan((state) => state.index?.initiativesByKeyResult.get(id)) ?? []
  const checkIns = usePlan((state) => state.index?.checkInsByKeyResult.get(id)) ?? []
  const today = usePlan((state) => state.today)
  const lastSaid = checkIns.findLast(({ value }) => value !== null)
  const origin = valueOrigin(keyResult, checkIns, today)
  const author = usePlan((state) => state.plan?.person.get(origin?.authorId ?? '')?.name)
  const askedToCheckIn = useUi((state) => state.checkInId === id)
  const update = (changes: Partial<Omit<KeyResult, 'kind' | 'id'>>) =>
    edit('keyResult.update', { id, changes })
  if (!figures || !objective) return null
  const sum = (weights ?? [])
    .filter((kr) => kr.state === 'active' && !kr.guardrail)
    .reduce((total, kr) => total + kr.weight, 0)
  const checkIn = (open: boolean) => {
    useUi.setState({ checkInId: open ? id : null })
  }
  const { progress, pace } = figures
  return (
    <>
      <PanelHead
        kind="keyResult"
        id={id}
        word="Checkpoint · Key result"
        title={keyResult.title}
        onTitle={(title) => update({ title })}
        dropped={keyResult.state !== 'active'}
      >
        <RuleButton figures={figures} />
        <div className={styles['chips']}>
          <Badge>{keyResult.indicator === 'leading' ? 'Leading metric' : 'Lagging metric'}</Badge>
          <Badge>{objective.type === 'committed' ? 'Committed' : 'Aspirational'}</Badge>
          {keyResult.guardrail && <Badge>Guardrail, never counted</Badge>}
          {keyResult.weight === 0 && !keyResult.guardrail && <Badge>Watched, not counted</Badge>}
          {keyResult.state !== 'active' && (
            <Badge>{keyResult.state === 'dropped' ? 'Dropped' : 'Retired'}</Badge>
          )}
        </div>
      </PanelHead>
      <KeyResultChart keyResult={keyResult} figures={figures} />
      {askedToCheckIn ? (
        <CheckInForm
          keyResult={keyResult}
          lastConfidence={figures.confidenceFrom?.confidence ?? null}
          lastValueText={
            lastSaid === undefined
              ? 'No value yet'
              : `last ${saidInWords(keyResult, lastSaid) ?? ''} on ${formatDay(lastSaid.day)}`
          }
          onDone={() => {
            checkIn(false)
          }}
        />
      ) : (
        <Button
          variant={figures.isCheckInDue ? 'primary' : 'plain'}
          onClick={() => {
            checkIn(true)
          }}
        >
          <CheckCheck size={15} aria-hidden /> Check in
          {figures.isCheckInDue && figures.overdueDays > 0
            ? ` · ${counted(figures.overdueDays, 'day')} late`
            : ''}
        </Button>
      )}
      <div>
        <Row label="Progress">
          <span className={styles['plain']}>
            <strong>{progressInWords(progress)}</strong>
            {progress.state === 'measured' &&
              ` of the way · pace ${formatShare(pace.expected).replace(' ', '\u00a0')}`}
          </span>
        </Row>
        {origin !== null && (
          <Row label="Value">
            <span className={styles['plain']}>
              {progress.current !== null && progress.state !== 'unmeasured' && (
                <>
                  <strong>
                    {saidInWords(keyResult, { value: progress.current, stepsDone: null })}
                  </strong>
                  {' · '}
                </>
              )}
              {originWithDay(origin, author)}
            </span>
          </Row>
        )}
        <Row label="Confidence">
          <span className={styles['plain']}>
            {figures.confidence} / 10
            {figures.confidenceFrom
              ? ` · ${formatDay(figures.confidenceFrom.day)}`
              : ' · nobody has said, taken as 5'}
          </span>
        </Row>
        <ArrivalLine keyResult={keyResult} />
        <Row label="Due">
          <DateField
            label="Due"
            labelHidden
            bare
            required
            value={keyResult.dueOn}
            check={(dueOn) =>
              dueOn === null ? null : refusalOf('keyResult.update', { id, changes: { dueOn } })
            }
            onCommit={(dueOn) => (dueOn === null ? null : update({ dueOn }))}
          />
        </Row>
        <LessonHints thing={keyResult} field="dueOn" />
        <Row label="Owner">
          <PersonSelect
            label="Owner"
            value={keyResult.ownerId}
            onChange={(ownerId) => update({ ownerId })}
          />
        </Row>
        <LessonHints thing={keyResult} field="owner" />
        <MetricFields keyResult={keyResult} />
        <TargetHint keyResult={keyResult} />
        <LessonHints thing={keyResult} field="target" />
        <Row label="Weight">
          <NumberField
            label="Weight"
            labelHidden
            bare
            required
            unit={sum > 0 ? `of ${String(Math.round(sum * 100) / 100)}` : ''}
            min={0}
            value={keyResult.weight}
            onCommit={(weight) => (weight === null ? null : update({ weight }))}
          />
        </Row>
      </div>
      <LessonHints thing={keyResult} field="whole" />
      <Section title={`Initiatives on this leg · ${String(initiatives.length)}`}>
        <ul className={styles['list']}>
          {initiatives.slice(0, SHOWN).map((initiative) => (
            <li key={initiative.id}>
              <InitiativeCard initiative={initiative} />
            </li>
          ))}
        </ul>
        {initiatives.length > SHOWN && (
          <p className={styles['hint']}>and {initiatives.length - SHOWN} more on the route.</p>
        )}
        <AddButton
          kind="initiative"
          label="Add an initiative to this leg"
          add={() =>
            run('initiative.add', {
              cycleId: objective.cycleId,
              title: 'New initiative',
              keyResultId: id,
            })
          }
        />
      </Section>
      <CheckInHistory keyResult={keyResult} />
      <More title="How it is judged">
        <SelectField
          label="Leading or lagging"
          value={keyResult.indicator}
          options={[
            { value: 'leading', label: 'Leading: moves early' },
            { value: 'lagging', label: 'Lagging: moves at the end' },
          ]}
          onChange={(indicator) => update({ indicator: indicator as KeyResult['indicator'] })}
        />
        <PlanLineFields keyResult={keyResult} />
        <LongText
          label="What would we do differently if this number moved?"
          value={keyResult.wouldDo}
          onCommit={(wouldDo) => update({ wouldDo })}
        />
        <EditableText
          label="Where the number comes from"
          maxLength={20_000}
          value={keyResult.source}
          onCommit={(source) => update({ source })}
        />
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={keyResult.guardrail}
            onChange={(event) => {
              update({ guardrail: event.target.checked })
            }}
          />
          Guardrail: watched beside the others, never counted
        </label>
        <StatusOverrideFields keyResult={keyResult} />
        <RetireFields keyResult={keyResult} />
      </More>
      <More title="Note, link">
        <LongText label="Note" value={keyResult.note} onCommit={(note) => update({ note })} />
        <LinkText value={keyResult.link} onCommit={(link) => update({ link })} />
        {keyResult.state !== 'active' && (
          <LongText
            label="Why it was dropped or retired"
            value={keyResult.stateReason}
            onCommit={(stateReason) => update({ stateReason })}
          />
        )}
        <p className={styles['hint']}>Due {formatDayWithYear(keyResult.dueOn)}.</p>
      </More>
    </>
  )
}
