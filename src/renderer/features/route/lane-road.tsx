import { memo } from 'react'
import { connectorPath, edgeOfDisc, endOfBar } from '#domain/route/connector.ts'
import type { LaneLayout } from '#domain/route/lane-layout.ts'
import { roadPath } from '#domain/route/road.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { classNames } from '#ui/class-names.ts'
import { contourPath } from './contour.ts'
import { curveState, type CurveState } from './curve-state.ts'
import type { LaneView } from './lane-view.ts'
import styles from './lane-road.module.css'

type LaneRoadProps = {
  readonly view: LaneView
  readonly layout: LaneLayout
  readonly width: number
  /** Path data of the week and month lines, the same for all lanes but their height. */
  readonly weekXs: readonly number[]
  readonly monthXs: readonly number[]
}

/** The drawn part of a lane: map lines, road, flag and the curves from initiatives to key results. */
export const LaneRoad = memo(function LaneRoad({
  view,
  layout,
  width,
  weekXs,
  monthXs,
}: LaneRoadProps) {
  const { road, height, isCollapsed, drivenX, flag } = layout
  const size = isCollapsed ? ROUTE.collapsed : ROUTE.expanded
  const whole = roadPath(road)
  const driven = drivenX === null ? '' : roadPath(road, -Infinity, drivenX)
  const lines = (xs: readonly number[]) =>
    xs.map((x) => `M${String(Math.round(x) + 0.5)},0v${String(height)}`).join('')
  const curves = isCollapsed ? [] : connectorsOf(view, layout)
  const crowded = isCrowded(layout)
  return (
    <svg className={styles['drawing']} width={width} height={height} aria-hidden>
      <path className={styles['contour']} d={contourPath(layout.objectiveId, width, height)} />
      <path className={styles['week']} d={lines(weekXs)} />
      <path className={styles['month']} d={lines(monthXs)} />
      <path
        className={styles['shadow']}
        d={whole}
        strokeWidth={size.road}
        transform={`translate(0 ${isCollapsed ? '2' : '4'})`}
      />
      <path className={styles['ahead']} d={whole} strokeWidth={size.road} />
      {driven !== '' && <path className={styles['driven']} d={driven} strokeWidth={size.road} />}
      <path className={styles['centre']} d={whole} strokeWidth={isCollapsed ? 1.2 : 1.8} />
      <path className={styles['halo']} d={whole} strokeWidth={size.road + 8} />
      {curves.map(({ key, state, path }) => (
        <path
          key={key}
          className={classNames(styles['connector'], styles[state], crowded && styles['crowded'])}
          d={path}
        />
      ))}
      <path className={styles['leader']} d={leadersOf(layout)} />
      <g transform={`translate(${String(flag.x)} ${String(flag.y)})`}>
        <FlagShape isSmall={isCollapsed} />
      </g>
    </svg>
  )
})

function FlagShape({ isSmall }: { readonly isSmall: boolean }) {
  const scale = isSmall ? 0.66 : 1
  return (
    <g transform={`scale(${String(scale)})`}>
      <path className={styles['pole']} d="M0,8V-36" />
      <path className={styles['flag']} d="M1,-36c8,-3 12,3 23,0l-5,8l5,8c-11,3 -15,-3 -23,0z" />
    </g>
  )
}

type Curves = { readonly key: string; readonly state: CurveState; readonly path: string }

/** So many curves that single ones no longer stand out. */
const CROWDED_FROM_BARS = 25

function isCrowded({ bars }: LaneLayout): boolean {
  return bars.length >= CROWDED_FROM_BARS
}

/**
 * One path a state: a hundred curves then cost five nodes. In a crowded lane one for each state and key
 * result: each covers a part of the lane only, and a scroll draws those anew that reach into what it bares.
 */
function connectorsOf(view: LaneView, layout: LaneLayout): readonly Curves[] {
  const splits = isCrowded(layout)
  const paths = new Map<string, Curves>()
  const discs = new Map(layout.discs.flatMap((disc) => disc.ids.map((id) => [id, disc] as const)))
  for (const bar of layout.bars) {
    const initiative = view.bars.get(bar.id)?.initiative
    if (!initiative) continue
    const state = curveState(initiative)
    for (const { keyResultId } of initiative.serves) {
      const disc = discs.get(keyResultId)
      if (!disc) continue
      const path = connectorPath(endOfBar(bar, disc.x), edgeOfDisc(disc, layout))
      const key = splits ? `${state} ${keyResultId}` : state
      paths.set(key, { key, state, path: (paths.get(key)?.path ?? '') + path })
    }
  }
  return [...paths.values()]
}

/** Thin lines from labels that stepped up, and from discs that moved aside to their due day. */
function leadersOf({ labels, discs, isCollapsed }: LaneLayout): string {
  if (isCollapsed) return ''
  let path = ''
  for (const label of labels) {
    if (label.row === 0) continue
    const disc = discs.find((d) => d.ids.includes(label.id))
    if (!disc) continue
    const from = label.y + label.height
    const x = Math.max(label.x + 6, Math.min(label.x + label.width - 6, disc.x))
    path += `M${x.toFixed(1)},${from.toFixed(1)}L${disc.x.toFixed(1)},${(disc.y - ROUTE.expanded.disc).toFixed(1)}`
  }
  return path
}
