import type { ReactNode } from 'react'
import type { StepType } from '#domain/workshop/workshop.ts'
import { Button } from '#ui/button.tsx'
import { minutesOf } from '#domain/workshop/workshop-template.ts'
import { BoardStage } from './board-stage.tsx'
import { CheckpointsStage } from './checkpoints-stage.tsx'
import { CommitStage } from './commit-stage.tsx'
import { ConfidenceStage } from './confidence-stage.tsx'
import { WithoutCycle } from './cycle-choice.tsx'
import { DecisionList } from './decision-list.tsx'
import { DestinationStage } from './destination-stage.tsx'
import { FuelStage } from './fuel-stage.tsx'
import { LookBackStage } from './look-back-stage.tsx'
import { MinutesExport } from './minutes-export.tsx'
import { MissingPeople } from './missing-people.tsx'
import { RoadblocksStage } from './roadblocks-stage.tsx'
import type { Room } from './room-data.ts'
import { act, showPanel } from './room-store.ts'
import { VehiclesStage } from './vehicles-stage.tsx'
import type { ExportMinutes } from './workshop-screen.tsx'
import missing from './missing.module.css'
import styles from './stages.module.css'

/** What stands in the middle: the step's own place of work. */
export function Stage({
  room,
  exportMinutes,
}: {
  readonly room: Room
  readonly exportMinutes: ExportMinutes
}) {
  const { step, workshop } = room
  const isLast = step !== null && workshop.steps.at(-1)?.id === step.id
  if (workshop.state === 'finished' && !step)
    return <Finished room={room} exportMinutes={exportMinutes} />
  if (!step) return <BeforeStart room={room} />
  const stages: Readonly<Record<StepType, () => ReactNode>> = {
    'look-back': () => <LookBackStage room={room} />,
    destination: () => <DestinationStage room={room} />,
    checkpoints: () => <CheckpointsStage room={room} />,
    vehicles: () => <VehiclesStage room={room} />,
    fuel: () => <FuelStage room={room} />,
    roadblocks: () => <RoadblocksStage room={room} />,
    confidence: () => <ConfidenceStage room={room} />,
    commit: () => <CommitStage room={room} exportMinutes={exportMinutes} />,
    free: () => <BoardStage room={room} />,
  }
  return (
    <div key={step.id} className={styles['stage']}>
      {!room.cycle && room.canEdit && <WithoutCycle room={room} />}
      {stages[step.type]()}
      {isLast && step.type !== 'commit' && <Ending room={room} exportMinutes={exportMinutes} />}
    </div>
  )
}

/** The end of an agenda without a checklist of its own: who is missing, and the minutes. */
function Ending({
  room,
  exportMinutes,
}: {
  readonly room: Room
  readonly exportMinutes: ExportMinutes
}) {
  return (
    <details className={missing['ending']}>
      <summary>Before we leave</summary>
      <MissingPeople room={room} />
      <MinutesExport room={room} exportMinutes={exportMinutes} />
    </details>
  )
}

function BeforeStart({ room }: { readonly room: Room }) {
  const { workshop, cycle, present } = room
  return (
    <div className={styles['scroll']}>
      <h2 className={styles['big']} dir="auto">
        {workshop.name}
      </h2>
      <p className={styles['lead']}>
        {cycle?.name ?? 'No cycle'} · {minutesOf(workshop.steps)} minutes · {workshop.steps.length}{' '}
        steps
      </p>
      <p className={styles['lead']}>
        {present.length === 0
          ? 'Nobody is in the room yet.'
          : `In the room: ${present.map((person) => person.name).join(', ')}.`}
      </p>
      {!room.cycle && room.canEdit && <WithoutCycle room={room} />}
      {room.canEdit && (
        <div className={styles['buttons']}>
          <Button
            variant="primary"
            size="large"
            onClick={() => act('workshop.start', { id: workshop.id })}
          >
            Start the clock
          </Button>
          <Button
            size="large"
            onClick={() => {
              showPanel('people')
            }}
          >
            Who is here?
          </Button>
          <Button
            size="large"
            onClick={() => {
              showPanel('agenda')
            }}
          >
            Edit the agenda
          </Button>
        </div>
      )}
    </div>
  )
}

function Finished({
  room,
  exportMinutes,
}: {
  readonly room: Room
  readonly exportMinutes: ExportMinutes
}) {
  const { workshop } = room
  return (
    <div className={styles['scroll']}>
      <h2 className={styles['big']} dir="auto">
        {workshop.name} is finished
      </h2>
      <p className={styles['lead']}>
        Everything can be read, step by step on the left; nothing changes unless you reopen it.
      </p>
      {workshop.decisions.length > 0 && <h3 className={styles['head']}>What we decided</h3>}
      <DecisionList room={room} />
      <MissingPeople room={room} />
      <MinutesExport room={room} exportMinutes={exportMinutes} />
    </div>
  )
}
