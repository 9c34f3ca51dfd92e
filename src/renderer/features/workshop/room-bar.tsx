import { ArrowLeft, ArrowRight, Menu as MenuIcon, Pause, Play } from 'lucide-react'
import { counted } from '#domain/plan/title-quote.ts'
import { stoodWords } from '#domain/workshop/minutes.ts'
import { clockMood, formatClock, leftMs } from '#domain/workshop/workshop-clock.ts'
import { redo, undo } from '#store/plan-store.ts'
import { useSaveState } from '#store/selectors.ts'
import { openDialog, showScreen } from '#store/ui-store.ts'
import { SaveMark } from '#ui/save-mark.tsx'
import { Button } from '#ui/button.tsx'
import { Menu } from '#ui/menu.tsx'
import { ringBell } from './bell.ts'
import { finishedWords } from './finished-words.ts'
import { openNotes } from './notes-host.ts'
import { stoodOf } from './plan-at-end.ts'
import type { Room } from './room-data.ts'
import { act, openRoom, showPanel, switchLook, useRoom } from './room-store.ts'
import { useNow } from './ticking.ts'
import styles from './room.module.css'

function Clock({ room }: { readonly room: Room }) {
  const { workshop, step } = room
  const now = useNow(workshop.clockStartedAt !== null)
  if (!step) return null
  const left = leftMs(workshop, step, now)
  const mood = clockMood(step, left)
  const words = mood === 'over' ? 'over time' : mood === 'soon' ? 'nearly over' : 'left'
  return (
    <span className={styles['clock']} data-mood={mood} role="timer" aria-label="Time for this step">
      {formatClock(left)}
      <span className={styles['clockWords']}>{words}</span>
    </span>
  )
}

/** Of which day the plan is that a finished workshop shows. */
const stoodLine = ({ shown, today }: Room) =>
  shown.type === 'reading' ? 'Reading how the plan stood…' : `${stoodWords(stoodOf(shown), today)}.`

/** Name, people, clock, and what moves the workshop on. */
export function RoomBar({ room }: { readonly room: Room }) {
  const { workshop, canEdit, isFinished } = room
  const look = useRoom((state) => state.look)
  const save = useSaveState()
  const { id } = workshop
  const at = workshop.steps.findIndex((step) => step.id === workshop.currentStepId)
  const isRunning = workshop.state === 'running'
  const isLast = at === workshop.steps.length - 1
  return (
    <header className={styles['bar']} data-theme-bar>
      <Menu
        entries={[
          {
            id: 'leave',
            label: 'Back to the route',
            shortcut: 'Mod+1',
            run: () => {
              showScreen('route')
            },
          },
          {
            id: 'list',
            label: 'All workshops',
            run: () => {
              openRoom(null)
            },
          },
          { type: 'rule', id: 'r1' },
          {
            id: 'undo',
            label: 'Undo',
            shortcut: 'Mod+Z',
            disabled: !canEdit,
            run: () => void undo(),
          },
          {
            id: 'redo',
            label: 'Redo',
            shortcut: 'Mod+Shift+Z',
            disabled: !canEdit,
            run: () => void redo(),
          },
          {
            id: 'search',
            label: 'Search and commands…',
            shortcut: 'Mod+K',
            run: () => {
              openDialog({ type: 'palette' })
            },
          },
          { type: 'rule', id: 'r2' },
          {
            id: 'agenda',
            label: isFinished ? 'The agenda' : 'Edit the agenda',
            shortcut: 'E',
            run: () => {
              showPanel('agenda')
            },
          },
          {
            id: 'notes',
            label: 'Private notes',
            shortcut: 'H',
            run: () => {
              showPanel('notes')
            },
          },
          {
            id: 'second',
            label: 'Notes and controls in a second window',
            run: () => void openNotes(),
          },
          {
            id: 'contrast',
            label: 'High contrast',
            checked: look.contrast,
            run: () => {
              switchLook('contrast')
            },
          },
          {
            id: 'pointer',
            label: 'Big pointer',
            checked: look.bigPointer,
            run: () => {
              switchLook('bigPointer')
            },
          },
          {
            id: 'sound',
            label: 'Soft bell at the end of a step',
            checked: look.sound,
            run: () => {
              switchLook('sound')
              if (!look.sound) ringBell()
            },
          },
          { type: 'rule', id: 'r3' },
          isFinished
            ? {
                id: 'reopen',
                label: 'Reopen this workshop',
                run: () => act('workshop.reopen', { id }),
              }
            : {
                id: 'finish',
                label: 'Finish this workshop',
                disabled: !canEdit,
                run: () => act('workshop.finish', { id }),
              },
        ]}
      >
        <Button className={styles['barButton']} aria-label="Menu of the workshop">
          <MenuIcon size={20} aria-hidden />
        </Button>
      </Menu>
      <span className={styles['roomName']} dir="auto">
        {workshop.name}
      </span>
      <Button
        className={styles['people']}
        onClick={() => {
          showPanel('people')
        }}
      >
        {counted(workshop.presentIds.length, 'person', 'people')} in the room
      </Button>
      <SaveMark state={save} isBrief className={styles['saved']} data-save={save} />
      <span className={styles['space']} />
      {isFinished ? (
        <span className={styles['finished']}>
          <span>{finishedWords(workshop)} · read only</span>
          <span className={styles['stood']}>{stoodLine(room)}</span>
        </span>
      ) : (
        <>
          <Clock room={room} />
          {workshop.currentStepId !== null && (
            <>
              <Button
                className={styles['barButton']}
                disabled={!canEdit}
                onClick={() => act(isRunning ? 'workshop.pause' : 'workshop.start', { id })}
              >
                {isRunning ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
                {isRunning ? 'Pause' : 'Go on'}
              </Button>
              <Button
                className={styles['barButton']}
                disabled={!canEdit}
                onClick={() => act('workshop.addTime', { id, minutes: 2 })}
              >
                +2 min
              </Button>
              <Button
                className={styles['barButton']}
                disabled={!canEdit || at <= 0}
                aria-label="Step back"
                onClick={() => act('workshop.back', { id })}
              >
                <ArrowLeft size={18} aria-hidden />
              </Button>
              <Button
                className={styles['next']}
                disabled={!canEdit}
                onClick={() => act(isLast ? 'workshop.finish' : 'workshop.next', { id })}
              >
                {isLast ? 'Finish' : 'Next step'} <ArrowRight size={18} aria-hidden />
              </Button>
            </>
          )}
          {workshop.currentStepId === null && (
            <Button
              className={styles['next']}
              disabled={!canEdit}
              onClick={() => act('workshop.start', { id })}
            >
              <Play size={18} aria-hidden /> Start
            </Button>
          )}
        </>
      )}
    </header>
  )
}
