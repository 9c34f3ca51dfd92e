import { formatMetric } from '#domain/key-result/value-format.ts'
import { coachKeyResult } from '#domain/coach/coach.ts'
import type { KeyResult, Metric } from '#domain/key-result/key-result.ts'
import { guessMetric } from '#domain/exchange/metric-guess.ts'
import { metricProblem } from '#domain/key-result/metric.ts'
import { ObjectiveHead } from './objective-head.tsx'
import { PersonChoice } from './person-choice.tsx'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { ReadValue, RoomDay, RoomNumber, RoomText } from './room-field.tsx'
import { act, change } from './room-store.ts'
import cards from './plan-cards.module.css'
import styles from './stages.module.css'

type FromTo = Extract<Metric, { type: 'increase' | 'decrease' }>

/** From and to can be typed for numbers that go up or down, and for what nobody has measured yet. */
function fromTo(metric: Metric): FromTo | null {
  if (metric.type === 'increase' || metric.type === 'decrease') return metric
  return metric.type === 'unmeasured'
    ? { type: 'increase', unit: '', baseline: null, target: null }
    : null
}

function Numbers({ room, keyResult }: { readonly room: Room; readonly keyResult: KeyResult }) {
  const metric = fromTo(keyResult.metric)
  if (room.isFinished)
    return <ReadValue label="From and to" value={formatMetric(keyResult.metric)} />
  if (!metric) return <strong className={cards['value']}>{formatMetric(keyResult.metric)}</strong>
  const put = (changes: Partial<FromTo>) =>
    change('keyResult.update', {
      id: keyResult.id,
      changes: { metric: { ...metric, ...changes } },
    })
  return (
    <span className={cards['numbers']}>
      <RoomNumber
        room={room}
        keep={`keyResult ${keyResult.id} from`}
        label="From"
        value={metric.baseline}
        onCommit={(baseline) => put({ baseline })}
      />
      <span aria-hidden className={cards['arrow']}>
        →
      </span>
      <RoomNumber
        room={room}
        keep={`keyResult ${keyResult.id} to`}
        label="To"
        value={metric.target}
        onCommit={(target) => put({ target })}
      />
      <RoomText
        room={room}
        keep={`keyResult ${keyResult.id} unit`}
        label="Unit"
        value={metric.unit}
        maxLength={40}
        onCommit={(unit) => put({ unit })}
      />
    </span>
  )
}

/** The key results of the objective on the road: what, from where to where, until when. */
export function CheckpointsStage({ room }: { readonly room: Room }) {
  const { objective, keyResults, plan, index, cycle, canEdit, isFinished } = room
  return (
    <div className={styles['scroll']} data-drop="checkpoints">
      <ObjectiveHead room={room} />
      <ol className={styles['rows']} aria-label="Key results">
        {keyResults.map((keyResult, i) => {
          const finding = coachKeyResult(plan, index, keyResult)[0]
          return (
            <li key={keyResult.id} className={cards['point']} data-hue={objective?.hue}>
              <span className={cards['disc']} aria-hidden>
                {i + 1}
              </span>
              <div className={cards['pointBody']}>
                <RoomText
                  room={room}
                  keep={`keyResult ${keyResult.id} title`}
                  label={`Key result ${String(i + 1)}`}
                  labelHidden
                  asTitle
                  value={keyResult.title}
                  required
                  onCommit={(title) =>
                    change('keyResult.update', { id: keyResult.id, changes: { title } })
                  }
                />
                <div className={cards['pointFields']}>
                  <Numbers room={room} keyResult={keyResult} />
                  <RoomDay
                    room={room}
                    keep={`keyResult ${keyResult.id} due`}
                    label="By"
                    value={keyResult.dueOn}
                    required
                    {...(cycle ? { min: cycle.startOn } : {})}
                    onCommit={(dueOn) =>
                      dueOn === null ? null : change('keyResult.move', { id: keyResult.id, dueOn })
                    }
                  />
                  <PersonChoice
                    room={room}
                    label="Owner"
                    value={keyResult.ownerId}
                    onChange={(ownerId) =>
                      act('keyResult.update', { id: keyResult.id, changes: { ownerId } })
                    }
                  />
                </div>
                {finding && !isFinished && <p className={styles['advice']}>{finding.reason}</p>}
              </div>
            </li>
          )
        })}
      </ol>
      {canEdit && objective && (
        <QuickLine
          keep={`${objective.id} key result`}
          label="A key result, such as: Response time from 14 to 5 min"
          onTake={(title) => {
            const { metric } = guessMetric(title)
            return act('keyResult.add', {
              objectiveId: objective.id,
              title,
              ...(metricProblem(metric) ? {} : { metric }),
            })
          }}
        />
      )}
    </div>
  )
}
