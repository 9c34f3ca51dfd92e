import { ChevronsUpDown } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { journeyLayout } from '#domain/journey/journey-layout.ts'
import { journeySceneOf } from '#domain/journey/journey-scene.ts'
import { legAt } from '#domain/journey/leg-at.ts'
import { baselineOf, unitOf } from '#domain/key-result/metric.ts'
import { formatDay } from '#domain/calendar/day-format.ts'
import { formatValue } from '#domain/key-result/value-format.ts'
import { classNames } from '#ui/class-names.ts'
import type { Room } from './room-data.ts'
import { dropOn, moveCheckpoint } from './room-drop.ts'
import { offerLegs } from './room-target.ts'
import { act, pickUp, useRoom } from './room-store.ts'
import styles from './journey.module.css'

/** Words on the road: as large as there is room for, and never smaller than what is read from five metres. */
const FONT = { fontPx: 16, mostFontPx: 26 }

function useSize() {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 940, height: 600 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      setSize({ width: element.clientWidth, height: element.clientHeight })
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => {
      watch.disconnect()
    }
  }, [])
  return [box, size] as const
}

/** The objective of the workshop as one winding road; things are placed on it by hand, by key and by click. */
export function JourneyView({ room }: { readonly room: Room }) {
  const [box, size] = useSize()
  const { objective, keyResults, initiatives, plan, canEdit } = room
  const held = useRoom((state) => state.held)
  const layout = useMemo(() => {
    if (!objective) return null
    const [first] = keyResults
    const last = keyResults.at(-1)
    const baseline = first ? baselineOf(first.metric) : null
    const scene = journeySceneOf(objective, keyResults, initiatives, {
      initialsOf: (id) => (id === null ? '' : (plan.person.get(id)?.initials ?? '')),
      startWords:
        first && baseline !== null
          ? `Today: ${formatValue(baseline, unitOf(first.metric))}`
          : 'Today',
      finishWords: last ? `By ${formatDay(last.dueOn)}` : '',
    })
    return journeyLayout(scene, { ...size, ...FONT })
  }, [objective, keyResults, initiatives, plan.person, size])
  useEffect(() => {
    offerLegs(layout ? (x, y) => legAt(layout, x, y) : null)
    return () => {
      offerLegs(null)
    }
  }, [layout])

  // The click twin of dragging a checkpoint: the first click picks it up, the next one says where it goes.
  const press = (id: string, title: string) => {
    if (!canEdit) return
    if (held?.id === id) pickUp(null)
    else if (held) dropOn(room, held, `leg ${id}`)
    else pickUp({ kind: 'keyResult', id }, title)
  }
  return (
    <>
      <div ref={box} className={styles['journey']} data-drop="journey" data-hue={objective?.hue}>
        {layout && (
          <div
            className={styles['sheet']}
            style={{ width: layout.width, height: layout.height, fontSize: layout.fontPx }}
          >
            <svg
              width={layout.width}
              height={layout.height}
              className={styles['drawing']}
              aria-hidden
            >
              {Array.from({ length: Math.ceil(layout.height / 110) }, (_, i) => (
                <path
                  key={i}
                  d={contourAt(40 + i * 110, layout.width)}
                  className={styles['contour']}
                />
              ))}
              <path d={layout.path} className={styles['shadow']} strokeWidth={layout.roadWidth} />
              <path d={layout.path} className={styles['road']} strokeWidth={layout.roadWidth} />
              <path d={layout.path} className={styles['dash']} />
              <circle
                cx={layout.start.x}
                cy={layout.start.y}
                r={layout.fontPx * 0.85}
                className={styles['begin']}
              />
              <path
                className={styles['mast']}
                d={`M${String(layout.flag.foot.x)} ${String(layout.flag.foot.y)}V${String(layout.flag.box.y)}`}
              />
              <path
                className={styles['cloth']}
                d={cloth(layout.flag.box, layout.flag.pointsLeft)}
              />
            </svg>
            {[layout.startLabel, layout.finishLabel].map((label) =>
              label ? (
                <span
                  key={label.y + label.x}
                  className={styles['words']}
                  style={{
                    left: label.x,
                    top: label.y,
                    width: label.width + 4,
                    height: label.height,
                  }}
                >
                  {label.text}
                </span>
              ) : null,
            )}
            {layout.stops.map((stop, i) => {
              const keyResult = plan.keyResult.get(stop.id)
              const { zone, label, centre } = stop
              return (
                <div key={stop.id}>
                  <div
                    className={styles['zone']}
                    data-leg={stop.id}
                    style={{
                      left: zone.x,
                      top: label.y - 4,
                      width: zone.width,
                      height:
                        Math.max(zone.y + zone.height, centre.y + layout.discRadius) - label.y + 10,
                    }}
                  />
                  <span
                    className={styles['label']}
                    data-label
                    style={{
                      left: label.x,
                      top: label.y,
                      width: label.width,
                      height: label.height,
                    }}
                    title={keyResult?.title}
                  >
                    {label.lines.map((line, at) => (
                      <bdi key={at}>{line}</bdi>
                    ))}
                  </span>
                  <button
                    type="button"
                    className={classNames(styles['disc'], held?.id === stop.id && styles['isHeld'])}
                    data-checkpoint={canEdit ? stop.id : undefined}
                    aria-label={`Leg ${String(i + 1)}: ${keyResult?.title ?? ''}${held ? '. Place here' : ''}`}
                    style={{
                      left: centre.x - layout.discRadius,
                      top: centre.y - layout.discRadius,
                      width: layout.discRadius * 2,
                      height: layout.discRadius * 2,
                    }}
                    onClick={() => {
                      press(stop.id, keyResult?.title ?? '')
                    }}
                    onKeyDown={(event) => {
                      if (!canEdit || !event.shiftKey) return
                      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
                      const to = layout.stops[i + by]
                      if (by === 0 || !to) return
                      event.preventDefault()
                      moveCheckpoint(room, stop.id, to.id)
                    }}
                  >
                    {stop.number}
                  </button>
                </div>
              )
            })}
            {layout.cards.map((card) => {
              const initiative = plan.initiative.get(card.id)
              const isHeld = held?.id === card.id
              return (
                <button
                  key={card.id}
                  type="button"
                  className={classNames(styles['vehicle'], isHeld && styles['isHeld'])}
                  data-initiative={canEdit ? card.id : undefined}
                  data-drop={`initiative ${card.id}`}
                  aria-label={`${initiative?.title ?? ''}${isHeld ? ', picked up' : ''}`}
                  title={initiative?.title}
                  style={{ left: card.x, top: card.y, width: card.width, height: card.height }}
                  onClick={() => {
                    if (!canEdit) return
                    pickUp(isHeld ? null : { kind: 'initiative', id: card.id }, initiative?.title)
                  }}
                  onKeyDown={(event) => {
                    if (event.key === 'Delete' && canEdit)
                      act('initiative.drop', { ids: [card.id], reason: '' })
                  }}
                >
                  <span className={styles['vehicleText']}>
                    {card.lines.map((line, at) => (
                      <bdi key={at}>{line}</bdi>
                    ))}
                  </span>
                  {card.initials !== '' && (
                    <span className={styles['initials']}>{card.initials}</span>
                  )}
                </button>
              )
            })}
          </div>
        )}
      </div>
      {layout?.needsScroll && (
        <p className={styles['scrolls']}>
          <ChevronsUpDown size={18} aria-hidden /> This road is longer than the screen: scroll to
          see all of it.
        </p>
      )}
    </>
  )
}

/** A faint line of the map, a little different at every height. */
function contourAt(y: number, width: number): string {
  const rise = 10 + (y % 17)
  const at = (share: number) => (width * share).toFixed(0)
  return `M0 ${String(y)}C${at(0.3)} ${String(y - rise)} ${at(0.62)} ${String(y + rise + 8)} ${at(1)} ${String(y - rise)}`
}

function cloth(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  pointsLeft: boolean,
): string {
  const [near, far] = pointsLeft ? [x + width, x] : [x, x + width]
  const notch = pointsLeft ? x + width * 0.22 : x + width * 0.78
  const n = (value: number) => value.toFixed(1)
  return `M${n(near)} ${n(y)}L${n(far)} ${n(y)}L${n(notch)} ${n(y + height / 2)}L${n(far)} ${n(y + height)}L${n(near)} ${n(y + height)}Z`
}
