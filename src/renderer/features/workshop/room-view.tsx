import { useCallback, useEffect, useRef } from 'react'
import type { Id } from '#domain/plan/field.ts'
import { DragSurface } from '#ui/drag/drag-surface.tsx'
import { pointOf } from '#ui/drag/screen-point.ts'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { Agenda } from './agenda.tsx'
import { AskBar } from './ask-bar.tsx'
import { CardPanel } from './card-panel.tsx'
import { HandBar } from './hand-bar.tsx'
import { PassKeyboard } from './pass-keyboard.tsx'
import { RoomBar } from './room-bar.tsx'
import { useRoomData } from './room-data.ts'
import type { Room } from './room-data.ts'
import { beginDrag, canDrag, placeByClick } from './room-drag.ts'
import { listenInRoom } from './room-keys.ts'
import { useRoom } from './room-store.ts'
import { SidePanel } from './side-panel.tsx'
import { Stage } from './stage.tsx'
import { StepEnd } from './step-end.tsx'
import { VotePanel } from './vote-panel.tsx'
import type { ExportMinutes } from './workshop-screen.tsx'
import styles from './room.module.css'

/** One workshop: bar, agenda, stage, cards and the question for the room. */
export function RoomView({
  id,
  exportMinutes,
}: {
  readonly id: Id
  readonly exportMinutes: ExportMinutes
}) {
  const room = useRoomData(id)
  return room ? <Opened room={room} exportMinutes={exportMinutes} /> : null
}

function Opened({
  room,
  exportMinutes,
}: {
  readonly room: Room
  readonly exportMinutes: ExportMinutes
}) {
  const now = useRef(room)
  const passing = useRoom((state) => state.passing)
  const panel = useRoom((state) => state.panel)
  useEffect(() => {
    now.current = room
  })
  useEffect(() => listenInRoom(() => now.current), [])
  const root = useRef<HTMLDivElement>(null)
  const canBegin = useCallback((event: PointerEvent) => now.current.canEdit && canDrag(event), [])
  const begin = useCallback(
    (event: PointerEvent) =>
      root.current ? beginDrag(event, () => now.current, root.current) : null,
    [],
  )
  const vote = passing === null ? undefined : room.plan.vote.get(passing)
  const isOnRoad = room.step?.type === 'vehicles' || room.step?.type === 'checkpoints'
  const end = room.isFinished ? null : <StepEnd key="end" workshop={room.workshop} />
  if (vote)
    return (
      <>
        {end}
        <PassKeyboard room={room} vote={vote} />
      </>
    )
  return (
    <>
      {end}
      <div className={styles['room']} ref={root}>
        <VisuallyHidden>
          <h1>{room.workshop.name}</h1>
        </VisuallyHidden>
        <RoomBar room={room} />
        <DragSurface
          canBegin={canBegin}
          begin={begin}
          className={styles['middle']}
          onClickCapture={(event) => {
            if (!root.current) return
            if (placeByClick(event.target, pointOf(event), now.current, root.current)) {
              event.preventDefault()
              event.stopPropagation()
            }
          }}
        >
          <Agenda room={room} />
          <section
            className={styles['stage']}
            aria-label={room.step?.title ?? 'Before the start'}
            data-road={isOnRoad || undefined}
          >
            {room.shown.type !== 'reading' && <Stage room={room} exportMinutes={exportMinutes} />}
          </section>
          {panel === null ? (
            <CardPanel room={room} />
          ) : panel === 'vote' ? (
            <VotePanel room={room} />
          ) : (
            <SidePanel room={room} panel={panel} />
          )}
        </DragSurface>
        <AskBar room={room} />
        <HandBar room={room} />
      </div>
    </>
  )
}
