import {
  DndContext,
  MeasuringStrategy,
  PointerSensor,
  useDraggable,
  useSensor,
  useSensors,
  type DragStartEvent,
  type PointerSensorOptions,
} from '@dnd-kit/core'
import {
  useMemo,
  useRef,
  type ComponentProps,
  type PointerEvent as ReactPointerEvent,
  type ReactNode,
} from 'react'
import { pointOf } from './screen-point.ts'

/** Where the pointer is, in pixels of the layout, and the keys that are held with it. */
export type DragPoint = {
  readonly x: number
  readonly y: number
  readonly shiftKey: boolean
}

/** One drag from pick-up to drop. `move` is called at most once a frame. */
export type DragGesture = {
  readonly move: (point: DragPoint) => void
  readonly drop: (point: DragPoint) => void
  readonly cancel: () => void
}

type DragSurfaceProps = Omit<ComponentProps<'div'>, 'children'> & {
  /** Whether a press at this place could become a drag. Asked on every press: keep it quick. */
  readonly canBegin: (event: PointerEvent) => boolean
  /** Picks up what lies under the press, once the pointer has moved far enough to mean it. */
  readonly begin: (event: PointerEvent) => DragGesture | null
  readonly children: ReactNode
}

/** The pointer moves this far before a press is a drag and no click. */
const ACTIVATION_PX = 4

type SurfaceSensorOptions = PointerSensorOptions & {
  readonly canBegin: (event: PointerEvent) => boolean
}

class SurfaceSensor extends PointerSensor {
  static override activators = [
    {
      eventName: 'onPointerDown' as const,
      handler: ({ nativeEvent }: ReactPointerEvent, options: PointerSensorOptions) =>
        nativeEvent.isPrimary &&
        nativeEvent.button === 0 &&
        (options as SurfaceSensorOptions).canBegin(nativeEvent),
    },
  ]
}

const nothingHit = () => []
const silent = () => undefined
const ACCESSIBILITY = {
  announcements: {
    onDragStart: silent,
    onDragOver: silent,
    onDragEnd: silent,
    onDragCancel: silent,
  },
  screenReaderInstructions: { draggable: '' },
}
const MEASURING = { droppable: { strategy: MeasuringStrategy.BeforeDragging } }

/**
 * The one door to dnd-kit. However many things can be dragged, there is one draggable: the surface. What
 * was pressed is found by its owner, what moves is moved outside React, and dnd-kit gives the life of the
 * drag: sensor, activation, Escape, lost pointers and the click that must not follow.
 */
export function DragSurface({ canBegin, begin, children, ...rest }: DragSurfaceProps) {
  const options = useMemo(
    (): SurfaceSensorOptions => ({
      activationConstraint: { distance: ACTIVATION_PX },
      canBegin,
    }),
    [canBegin],
  )
  const sensors = useSensors(useSensor(SurfaceSensor, options))
  const running = useRef<FrameLoop | null>(null)
  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      collisionDetection={nothingHit}
      measuring={MEASURING}
      accessibility={ACCESSIBILITY}
      onDragStart={({ activatorEvent }: DragStartEvent) => {
        const event = activatorEvent as PointerEvent
        const gesture = begin(event)
        running.current = gesture && startFrames(gesture, event)
      }}
      onDragEnd={() => {
        running.current?.end('drop')
        running.current = null
      }}
      onDragCancel={() => {
        running.current?.end('cancel')
        running.current = null
      }}
    >
      <Surface {...rest}>{children}</Surface>
    </DndContext>
  )
}

function Surface({ children, ...rest }: ComponentProps<'div'>) {
  const { setNodeRef, listeners } = useDraggable({ id: 'surface' })
  return (
    <div {...rest} ref={setNodeRef} {...listeners}>
      {children}
    </div>
  )
}

type FrameLoop = { readonly end: (how: 'drop' | 'cancel') => void }

/** Follows the pointer and calls the gesture once a frame, so that it also lives while an edge scrolls. */
function startFrames(gesture: DragGesture, event: PointerEvent): FrameLoop {
  let point: DragPoint = { ...pointOf(event), shiftKey: event.shiftKey }
  const follow = (moved: PointerEvent) => {
    if (moved.pointerId !== event.pointerId) return
    point = { ...pointOf(moved), shiftKey: moved.shiftKey }
  }
  const keys = (pressed: KeyboardEvent) => {
    if (pressed.key === 'Shift') point = { ...point, shiftKey: pressed.type === 'keydown' }
  }
  window.addEventListener('pointermove', follow, { passive: true, capture: true })
  window.addEventListener('keydown', keys)
  window.addEventListener('keyup', keys)
  let frame = requestAnimationFrame(function next() {
    gesture.move(point)
    frame = requestAnimationFrame(next)
  })
  return {
    end: (how) => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', follow, { capture: true })
      window.removeEventListener('keydown', keys)
      window.removeEventListener('keyup', keys)
      if (how === 'drop') gesture.drop(point)
      else gesture.cancel()
    },
  }
}
